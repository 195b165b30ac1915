import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ManagedType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { DriftSelection } from './read-drift.ts';

/** An existing resource without a manifest: besides these columns, the type's own for ARN, name, status and creation time. */
export interface UnmanagedResource {
  readonly [column: string]: string | number | null;
  readonly id: number;
  readonly account_id: string;
  /** Null if the account has no name. */
  readonly account_name: string | null;
  readonly region: string;
}

/** Returns the columns by which an unmanaged resource of a type is shown. */
export function unmanagedColumns({ key, presentation, columns }: ManagedType): string[] {
  const status = columns.filter(({ name }) => name === presentation?.statuses[0]).map(({ name }) => name);
  return [key.arn, key.name, 'account_id', 'account_name', 'region', ...status, key.createdAt];
}

const unmanaged = ({ name: table, key }: ManagedType): RawBuilder<unknown> => sql`
  FROM ${sql.table(table)} AS r
  WHERE r.deleted_at IS NULL
    AND NOT EXISTS (
      SELECT FROM ack_manifest AS m
      WHERE m.deleted_at IS NULL AND m.resource_type = ${table} AND m.arn = r.${sql.ref(key.arn)})
    AND NOT EXISTS (
      SELECT FROM ack_manifest AS m
      WHERE m.deleted_at IS NULL AND m.resource_type = ${table} AND m.arn IS NULL
        AND lower(m.resource_name) = lower(r.${sql.ref(key.name)})
        AND r.region = coalesce(m.region, r.region) AND r.account_id = coalesce(m.account_id, r.account_id))`;

/** Returns the resources of a type without a manifest after `after`, in the order in which they were catalogued. */
export async function readUnmanaged(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  { after = 0, accounts = 'all', limit }: DriftSelection & { readonly limit: number },
): Promise<UnmanagedResource[]> {
  const columns = sql.join(unmanagedColumns(type).map((name) => sql.ref(`r.${name}`)));
  const { rows } = await sql<UnmanagedResource>`
    SELECT r.id, ${columns} ${unmanaged(type)} AND r.id > ${after} AND ${ofAccounts(accounts)}
    ORDER BY r.id LIMIT ${limit}`.execute(db);
  return rows;
}

const ofAccounts = (accounts: readonly string[] | 'all') =>
  accounts === 'all' ? sql`true` : sql`r.account_id = ANY(${accounts})`;

/** Returns the number of resources of a type without a manifest. */
export async function countUnmanaged(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  accounts: readonly string[] | 'all' = 'all',
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count ${unmanaged(type)} AND ${ofAccounts(accounts)}`.execute(db);
  return rows[0]?.count ?? 0;
}
