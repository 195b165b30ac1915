import { randomBytes } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { labelOf } from '../../catalog/label-of.ts';
import type { MessageBody } from '../../catalog/watches/message.ts';
import type { Watch } from '../../catalog/watches/watch.ts';
import type { DatabaseSchema } from '../schema.ts';
import { typeOf } from './matched-rows.ts';
import type { OccurrenceGroup } from './occurrence-group.ts';

/** A message for a channel. */
export interface StoredDelivery {
  readonly id: string;
  readonly channel: string;
}

/** Stores a message for each group, with a delivery for each channel of the watch. Returns the deliveries, in order. */
export const storeMessages = (
  trx: Transaction<DatabaseSchema>,
  watch: Watch,
  groups: readonly OccurrenceGroup[],
  now: number,
): Promise<StoredDelivery[]> =>
  store(
    trx,
    watch,
    groups.map((group) => ({
      ids: group.ids,
      body: messageBody(watch, group, { now, summary: summaryOf(watch, group) }),
    })),
    now,
  );

/** Stores a test message for the channels of a watch. */
export const storeTestMessage = (
  trx: Transaction<DatabaseSchema>,
  watch: Watch,
  now: number,
): Promise<StoredDelivery[]> => {
  const nothing = {
    account_id: null,
    account_name: null,
    region: null,
    reason: null,
    count: 0,
    ids: [],
    resources: [],
  };
  const body = messageBody(watch, nothing, { now, summary: 'this is a test of its channels', moment: 'test' });
  return store(trx, watch, [{ ids: [], body }], now);
};

interface NewMessage {
  readonly ids: readonly number[];
  readonly body: MessageBody;
}

async function store(
  trx: Transaction<DatabaseSchema>,
  watch: Watch,
  messages: readonly NewMessage[],
  now: number,
): Promise<StoredDelivery[]> {
  const nextId = orderedIds(now);
  const deliveries: (StoredDelivery & { readonly messageId: string })[] = [];
  for (const { ids, body } of messages) {
    const messageId = nextId();
    await sql`
      INSERT INTO sagecat_private.watch_message (id, watch, account_id, body, resource_ids, created_at)
      VALUES (${messageId}, ${watch.name}, ${body.data.account_id}, ${JSON.stringify(body)}::jsonb, ${ids}::bigint[], ${new Date(now)})`.execute(
      trx,
    );
    deliveries.push(...watch.channels.map((channel) => ({ id: nextId(), channel, messageId })));
  }
  await sql`
    INSERT INTO sagecat_private.watch_delivery (id, message_id, channel, status)
    SELECT id, message_id, channel, 'pending'
    FROM unnest(${deliveries.map(({ id }) => id)}::uuid[], ${deliveries.map(({ messageId }) => messageId)}::uuid[],
      ${deliveries.map(({ channel }) => channel)}::text[]) AS one (id, message_id, channel)`.execute(trx);
  return deliveries.map(({ id, channel }) => ({ id, channel }));
}

function messageBody(
  watch: Watch,
  { ids: _, ...said }: OccurrenceGroup,
  { now, summary, moment = watch.when }: { readonly now: number; readonly summary: string; readonly moment?: string },
): MessageBody {
  const title = watch.title ?? watch.name;
  return {
    type: `watch.${moment}`,
    timestamp: new Date(now).toISOString(),
    data: { watch: watch.name, title, summary: `${title}: ${summary}`, resource_type: typeOf(watch).name, ...said },
  };
}

/** Returns the summary of a group, without the title of its watch. */
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
    return `${place}: ${count} ${count === 1 ? 'target has' : 'targets have'} not been complete for ${watch.hours} hours (${reason})`;
  }
  const label = labelOf(typeOf(watch));
  const why = reason === null ? '' : count === 1 ? `: ${reason}` : ` with the same reason: ${reason}`;
  return `${count} ${label}${count === 1 ? '' : 's'} in ${place}${why}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Returns a generator of UUIDs (version 7), each of which sorts after the one before. */
function orderedIds(now: number): () => string {
  let sequence = 0;
  return () => {
    const time = (now + Math.floor(sequence / 4096)).toString(16).padStart(12, '0');
    const order = (sequence++ % 4096).toString(16).padStart(3, '0');
    const random = randomBytes(8).toString('hex');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${random.slice(0, 3)}-${random.slice(3, 15)}`;
  };
}
