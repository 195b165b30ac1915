import { type Kysely, sql } from 'kysely';
import type { MessageBody } from '../../catalog/watches/message.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A message for a channel, with the last response. Times are ISO 8601. */
export interface Delivery {
  readonly id: string;
  readonly message_id: string;
  readonly watch: string;
  readonly channel: string;
  /** `pending`: attempts continue until it is delivered, or until the maximum number of attempts. */
  readonly status: 'pending' | 'delivered' | 'dead';
  readonly created_at: string;
  readonly attempts: number;
  readonly attempted_at: string | null;
  /** The HTTP or SMTP status; null without a response. */
  readonly answer_status: number | null;
  /** The start of the response, or the error. */
  readonly answer: string | null;
  readonly body: MessageBody;
}

/** Days after which messages are deleted. */
const keptDays = 30;

/** Returns deliveries, newest first, of one watch or all, for the visible accounts, after a given one if any. */
export async function readDeliveries(
  db: Kysely<DatabaseSchema>,
  {
    watch,
    status,
    accounts = 'all',
    limit,
    before,
  }: {
    readonly watch?: string | undefined;
    readonly status?: Delivery['status'] | undefined;
    readonly accounts?: readonly string[] | 'all';
    readonly limit: number;
    readonly before?: string | undefined;
  },
): Promise<Delivery[]> {
  const conditions = [sql`true`];
  if (watch !== undefined) conditions.push(sql`message.watch = ${watch}`);
  if (status !== undefined) conditions.push(sql`delivery.status = ${status}`);
  if (accounts !== 'all') conditions.push(sql`message.account_id = ANY(${accounts}::text[])`);
  if (before !== undefined) conditions.push(sql`delivery.id < ${before}::uuid`);
  const { rows } = await sql<Delivery>`
    SELECT delivery.id, message_id, watch, channel, status, created_at, attempts, attempted_at, answer_status, answer, body
    FROM sagecat_private.watch_delivery AS delivery JOIN sagecat_private.watch_message AS message ON message.id = delivery.message_id
    WHERE ${sql.join(conditions, sql` AND `)} ORDER BY delivery.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** Returns a pending delivery; undefined for others. */
export async function findPending(
  db: Kysely<DatabaseSchema>,
  id: string,
): Promise<Pick<Delivery, 'message_id' | 'channel' | 'body'> | undefined> {
  const { rows } = await sql<Pick<Delivery, 'message_id' | 'channel' | 'body'>>`
    SELECT message_id, channel, body
    FROM sagecat_private.watch_delivery AS delivery JOIN sagecat_private.watch_message AS message ON message.id = delivery.message_id
    WHERE delivery.id = ${id}::uuid AND status = 'pending'`.execute(db);
  return rows[0];
}

/** Records the response to an attempt. */
export const recordAnswer = (
  db: Kysely<DatabaseSchema>,
  id: string,
  {
    isDelivered,
    status,
    text,
  }: { readonly isDelivered: boolean; readonly status: number | null; readonly text: string },
) =>
  sql`
    UPDATE sagecat_private.watch_delivery
    SET status = ${isDelivered ? 'delivered' : 'pending'}, attempts = attempts + 1, attempted_at = now(), answer_status = ${status},
      answer = ${text.replaceAll('\u0000', '')}
    WHERE id = ${id}::uuid`.execute(db);

/** Records that a delivery has reached the maximum number of attempts. */
export const markDead = (db: Kysely<DatabaseSchema>, id: string) =>
  sql`UPDATE sagecat_private.watch_delivery SET status = 'dead' WHERE id = ${id}::uuid AND status = 'pending'`.execute(
    db,
  );

/** Deletes old messages with their deliveries. */
export const pruneMessages = (db: Kysely<DatabaseSchema>) =>
  sql`
    DELETE FROM sagecat_private.watch_message
    WHERE created_at < now() - ${keptDays} * interval '1 day'`.execute(db);
