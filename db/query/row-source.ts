import { type RawBuilder, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { ownerInputs } from '../ddl/owner-inputs.ts';
import { columnSql, rowAlias } from './field-sql.ts';

/** The rows that a query may see. */
export interface RowSelection {
  readonly type: AnyResourceType;
  /** A condition on the row; every row if absent. */
  readonly filter?: RawBuilder<unknown> | undefined;
  /** Whether to include deleted resources. */
  readonly deleted?: boolean | undefined;
  /** The accounts that may be seen. */
  readonly accounts?: readonly string[] | 'all' | undefined;
  /** Shows the rows as sagecat knew them at that moment, ISO 8601. */
  readonly asOf?: string | undefined;
}

/** Returns the relation of a selection, for FROM. */
export const fromRows = ({ type, asOf }: RowSelection): RawBuilder<unknown> =>
  sql`${asOf === undefined ? sql.table(type.name) : pastRows(type, asOf)} AS ${sql.ref(rowAlias)}`;

/**
 * Returns the rows as they were, by undoing every later change in the history, the earliest last, so that each column holds its value from
 * before the first of them. Rows that were not known yet are left out. If the change before that moment was pruned, the time of a row's last
 * change is the time at which it was first seen.
 */
const pastRows = (type: AnyResourceType, asOf: string): RawBuilder<unknown> => sql`(
  SELECT past.*
  FROM ${sql.table(type.name)} AS present
  LEFT JOIN (
    SELECT change.resource_id, jsonb_object_agg(held.key, held.value ORDER BY change.id DESC) AS columns
    FROM resource_change AS change CROSS JOIN jsonb_each(change.before) AS held
    WHERE change.resource_type = ${type.name} AND change.seen_at > ${asOf}::timestamptz
    GROUP BY change.resource_id) AS undone ON undone.resource_id = present.id
  CROSS JOIN LATERAL jsonb_populate_record(present, undone.columns || jsonb_build_object('changed_at', COALESCE(
    (SELECT max(change.seen_at) FROM resource_change AS change
     WHERE change.resource_type = ${type.name} AND change.resource_id = present.id AND change.seen_at <= ${asOf}::timestamptz
       AND change.kind <> 'progress'),
    CASE WHEN undone.resource_id IS NULL THEN present.changed_at ELSE present.first_seen_at END)) || ${formerOwner(type)}) AS past
  WHERE present.first_seen_at <= ${asOf}::timestamptz)`;

/** The owner of a past row, by the current rules, if the columns that they use have changed since. */
function formerOwner(type: AnyResourceType): RawBuilder<unknown> {
  const inputs = ownerInputs(type);
  const former = inputs.map((input) =>
    input === undefined
      ? sql`NULL`
      : sql`CASE WHEN undone.columns ? ${sql.lit(input)} THEN ${input === 'tag_map' ? sql`undone.columns -> 'tag_map'` : sql`undone.columns ->> ${sql.lit(input)}`}
          ELSE ${sql.ref(`present.${input}`)} END`,
  );
  return sql`CASE WHEN undone.columns ?| ${inputs.filter((input) => input !== undefined)}::text[] THEN (
    SELECT to_jsonb(decided) FROM owner_of(${sql.join(former)}) AS decided) ELSE '{}' END`;
}

/** Returns the conditions of a selection, joined for WHERE. */
export function whereRows(
  { filter, deleted, accounts }: RowSelection,
  ...more: RawBuilder<unknown>[]
): RawBuilder<unknown> {
  const conditions = [...more];
  if (deleted !== true) conditions.push(sql`${columnSql('deleted_at')} IS NULL`);
  if (accounts !== undefined && accounts !== 'all') conditions.push(inAccounts(accounts));
  if (filter) conditions.push(sql`(${filter})`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `);
}

/** A single account is compared with `=`, which the indexes of the orders support. */
const inAccounts = (accounts: readonly string[]): RawBuilder<unknown> =>
  accounts.length === 1
    ? sql`${columnSql('account_id')} COLLATE "C" = ${accounts[0]}`
    : sql`${columnSql('account_id')} = ANY(${accounts})`;
