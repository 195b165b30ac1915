import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { labelOf } from '../../catalog/label-of.ts';
import type { MessageBody } from '../../catalog/watches/message.ts';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { DatabaseSchema } from '../schema.ts';
import { typeOf } from './matched-rows.ts';
import type { OccurrenceGroup } from './occurrence-group.ts';

/** A message on its way to a channel. */
export interface StoredDelivery {
  readonly id: string;
  readonly channel: string;
  readonly watch: string;
}

/** Stores what happened as messages, one a group, with a delivery to each channel of the watch, which it returns in their order. */
export async function storeMessages(
  trx: Transaction<DatabaseSchema>,
  watch: Watch,
  groups: readonly OccurrenceGroup[],
  now: number,
): Promise<StoredDelivery[]> {
  if (groups.length === 0) return [];
  const nextId = orderedIds(now);
  const messages = groups.map((group) => ({ id: nextId(), group, body: messageBody(watch, group, now) }));
  for (const { id, group, body } of messages) {
    await sql`
      INSERT INTO sagecat_private.watch_message (id, watch, account_id, body, resource_ids, created_at)
      VALUES (${id}, ${watch.name}, ${group.account_id}, ${JSON.stringify(body)}::jsonb, ${group.ids}::bigint[], ${new Date(now)})`.execute(
      trx,
    );
  }
  const deliveries = messages.flatMap(({ id: messageId }) =>
    watch.channels.map((channel) => ({ id: nextId(), channel, watch: watch.name, messageId })),
  );
  await sql`
    INSERT INTO sagecat_private.watch_delivery (id, message_id, channel, status)
    SELECT id, message_id, channel, 'pending'
    FROM unnest(${deliveries.map(({ id }) => id)}::uuid[], ${deliveries.map(({ messageId }) => messageId)}::uuid[],
      ${deliveries.map(({ channel }) => channel)}::text[]) AS one (id, message_id, channel)`.execute(trx);
  return deliveries;
}

/** What is told of a group. */
export function messageBody(watch: Watch, group: OccurrenceGroup, now: number): MessageBody {
  const { ids: _, ...said } = group;
  const title = watch.title ?? watch.name;
  return {
    type: `watch.${watch.when}`,
    timestamp: new Date(now).toISOString(),
    data: {
      watch: watch.name,
      title,
      summary: `${title}: ${summaryOf(watch, group)}`,
      resource_type: typeOf(watch).name,
      ...said,
    },
  };
}

function summaryOf(
  watch: Watch,
  { account_id, account_name, region, reason, count, value, above, unit }: OccurrenceGroup,
): string {
  if (value !== undefined) {
    const of = watch.budget === undefined ? '' : ` of the budget ${watch.budget}`;
    return `${round(value)} ${unit}${of}, above ${above}`;
  }
  const place = `${account_name ?? account_id}${region === null ? '' : `/${region}`}`;
  if (watch.when === 'stale') {
    const targets = count === 1 ? 'has not been complete' : `${count} regions have not been complete`;
    return `${place}: ${targets} for ${watch.hours} hours (${reason})`.replace(': has', ' has');
  }
  const label = `${labelOf(typeOf(watch))}${count === 1 ? '' : 's'}`;
  const what =
    { enters: '', leaves: ' no more', changes: ' changed', violates: ' violate' }[watch.when as 'enters'] ?? '';
  return `${count} ${label}${what} in ${place}${reason === null ? '' : count === 1 ? `: ${reason}` : ` with the same reason: ${reason}`}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Makes UUIDs (version 7) of which each sorts behind the one before. */
function orderedIds(now: number): () => string {
  let sequence = 0;
  return () => {
    const time = (now + Math.floor(sequence / 4096)).toString(16).padStart(12, '0');
    const order = (sequence++ % 4096).toString(16).padStart(3, '0');
    const random = randomBytes(8).toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${random.slice(0, 3)}-${random.slice(3, 15)}`;
  };
}
