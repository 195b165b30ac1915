import { type RawBuilder, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { columnSql, rowAlias } from './field-sql.ts';
import { changedBetween } from './search/changed-between.ts';
import type { Condition } from './search/condition.ts';
import { readSearch } from './search/search.ts';
import { searchSql } from './search/search-sql.ts';

/**
 * Returns SQL for whether a transaction's writes are invisible to a snapshot, given as a column or text. An index on `writtenBy` supports
 * it.
 */
export function isWrittenSince(
  writtenBy: RawBuilder<unknown>,
  snapshot: RawBuilder<unknown> | string,
): RawBuilder<unknown> {
  const since = typeof snapshot === 'string' ? sql`${snapshot}::pg_snapshot` : snapshot;
  return sql`(${writtenBy} >= pg_snapshot_xmin(${since}) AND NOT pg_visible_in_snapshot(${writtenBy}, ${since}))`;
}

/** The rows for which one of some queries means something else at one moment than at another, in milliseconds since 1970. */
export function movedBetween(
  queries: readonly string[],
  { type, before, now }: { readonly type: AnyResourceType; readonly before: number; readonly now: number },
): Condition {
  const conditions = queries
    .map((query) => changedBetween(readSearch(query, { type, now: before }), readSearch(query, { type, now })))
    .filter(({ kind }) => kind !== 'none');
  if (conditions.some(({ kind }) => kind === 'all')) return { kind: 'all' };
  return conditions.length === 0 ? { kind: 'none' } : { kind: 'or', conditions };
}

/** Condition on the rows that were written since a snapshot, that a query has moved over, or whose id further queries select. */
export function changedRows(
  type: AnyResourceType,
  snapshot: string,
  moved: readonly Condition[],
  further: readonly RawBuilder<unknown>[] = [],
): RawBuilder<unknown> {
  const table = sql`${sql.table(type.name)} AS ${sql.ref(rowAlias)}`;
  const parts = [
    sql`SELECT ${columnSql('id')} FROM ${table} WHERE ${isWrittenSince(columnSql('written_by'), snapshot)}`,
    ...moved
      .filter(({ kind }) => kind === 'or')
      .map((condition) => sql`SELECT ${columnSql('id')} FROM ${table} WHERE ${searchSql(condition)}`),
    ...further,
  ];
  // Each part uses its own index.
  return sql`${columnSql('id')} IN (${sql.join(parts, sql` UNION `)})`;
}
