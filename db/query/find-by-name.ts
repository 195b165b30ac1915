import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import { columnSql, scalarSql } from './field-sql.ts';
import { type JsonRow, type RowColumn, selectJson } from './row-columns.ts';
import { fromRows, type RowSelection, whereRows } from './row-source.ts';

/** A resource with a given name; each account and region may have one. */
export interface NamedRow extends JsonRow {
  readonly id: number;
  readonly arn: string;
  readonly account_id: string;
  readonly account_name: string | null;
  readonly region: string;
  /** ISO 8601. */
  readonly created: string;
  readonly deleted_at: string | null;
  /** How many earlier resources of this account and region had the name. */
  readonly earlier: number;
}

/** The maximum number of accounts and regions to list. */
const maxMatches = 100;

/** Returns the newest resource with a name or ARN in each account and region, optionally narrowed to one account or region. */
export async function findByName(
  db: Kysely<DatabaseSchema>,
  selection: RowSelection,
  columns: readonly RowColumn[],
  nameOrArn: string,
  { account, region }: { readonly account?: string | undefined; readonly region?: string | undefined } = {},
): Promise<NamedRow[]> {
  const { key } = selection.type;
  // An ARN has the name in lower case.
  const [column, value] = nameOrArn.startsWith('arn:') ? [key.arn, nameOrArn] : [key.name, nameOrArn];
  const conditions = [
    sql`${scalarSql({ path: column, column, steps: [], field: { kind: 'string', description: '' } })} = ${value}`,
  ];
  if (account !== undefined) {
    conditions.push(sql`(${columnSql('account_id')} = ${account} OR ${columnSql('account_name')} = ${account})`);
  }
  if (region !== undefined) conditions.push(sql`${columnSql('region')} = ${region}`);
  const created = columnSql(key.createdAt);
  const { rows } = await sql<NamedRow>`
    SELECT DISTINCT ON (${columnSql('account_id')}, ${columnSql('region')}) ${selectJson(columns)}, ${columnSql('id')},
      ${columnSql(key.arn)} AS arn, ${columnSql('account_id')}, ${columnSql('account_name')}, ${columnSql('region')}, ${created} AS created,
      ${columnSql('deleted_at')}, count(*) OVER (PARTITION BY ${columnSql('account_id')}, ${columnSql('region')}) - 1 AS earlier
    FROM ${fromRows(selection)} WHERE ${whereRows(selection, ...conditions)}
    ORDER BY ${columnSql('account_id')}, ${columnSql('region')}, ${created} DESC
    LIMIT ${maxMatches}`.execute(db);
  return rows;
}

/** Returns a few names that begin with an unknown name or contain it. */
export async function namesLike(db: Kysely<DatabaseSchema>, selection: RowSelection, name: string): Promise<string[]> {
  const { key } = selection.type;
  const escaped = name.replace(/[\\%_]/g, '\\$&');
  const { rows } = await sql<{ name: string }>`
    SELECT DISTINCT ${columnSql(key.name)} AS name FROM ${fromRows(selection)}
    WHERE ${whereRows(selection, sql`${columnSql(key.name)} ILIKE ${`%${escaped}%`}`)} ORDER BY 1 LIMIT 5`.execute(db);
  return rows.map((row) => row.name);
}
