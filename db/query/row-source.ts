import { type RawBuilder, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { columnSql, rowAlias } from './field-sql.ts';

/** Which rows a query may see. */
export interface RowSelection {
  readonly type: AnyResourceType;
  /** A condition on the row; none shows all. */
  readonly filter?: RawBuilder<unknown> | undefined;
  /** Whether rows of resources that are gone are shown too. */
  readonly deleted?: boolean | undefined;
  /** Accounts that may be seen. */
  readonly accounts?: readonly string[] | 'all' | undefined;
}

/** The relation of a selection, for FROM. */
export const fromRows = ({ type }: RowSelection): RawBuilder<unknown> =>
  sql`${sql.table(type.name)} AS ${sql.ref(rowAlias)}`;

/** The conditions of a selection, joined for WHERE. */
export function whereRows(
  { filter, deleted, accounts }: RowSelection,
  ...more: RawBuilder<unknown>[]
): RawBuilder<unknown> {
  const conditions = [...more];
  if (deleted !== true) conditions.push(sql`${columnSql('deleted_at')} IS NULL`);
  if (accounts !== undefined && accounts !== 'all') conditions.push(sql`${columnSql('account_id')} = ANY(${accounts})`);
  if (filter) conditions.push(sql`(${filter})`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `);
}
