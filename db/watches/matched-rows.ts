import { type RawBuilder, sql, type Transaction } from 'kysely';
import { type AnyResourceType, findResourceType, jobType } from '../../catalog/resource-types.ts';
import { namedResources } from '../../catalog/watches/message.ts';
import type { Watch } from '../../catalog/watches/watch.ts';
import { overlapsFields } from '../query/changed-fields.ts';
import { changedRows, isWrittenSince, movedBetween } from '../query/changed-rows.ts';
import { columnSql, rowAlias } from '../query/field-sql.ts';
import type { Condition } from '../query/search/condition.ts';
import { readSearch } from '../query/search/search.ts';
import { searchSql } from '../query/search/search-sql.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { OccurrenceGroup } from './occurrence-group.ts';

type Sql = RawBuilder<unknown>;

/** How far a watch of rows has been evaluated. Times are in milliseconds since 1970. */
export interface Evaluated {
  readonly snapshot: string;
  readonly evaluatedAt: number;
  /** When it was first evaluated. */
  readonly since: number;
}

export interface RowOptions {
  readonly now: number;
  /** Columns that are never shown. */
  readonly withheld: readonly string[];
}

/** Returns the resource type of a checked watch. */
export const typeOf = ({ type = jobType.name }: Pick<Watch, 'type'>): AnyResourceType => {
  const found = findResourceType(type);
  if (!found) throw new Error(`there is no resource type ${type}`);
  return found;
};

/** Stores what a watch matches now, without an occurrence. */
export async function matchAll(trx: Transaction<DatabaseSchema>, watch: Watch, { now }: RowOptions): Promise<void> {
  const type = typeOf(watch);
  await sql`DELETE FROM sagecat_private.watch_match WHERE watch = ${watch.name}`.execute(trx);
  await sql`
    INSERT INTO sagecat_private.watch_match (watch, resource_id)
    SELECT ${watch.name}, ${columnSql('id')} FROM ${tableOf(type)} WHERE ${matches(watch, type, now)}`.execute(trx);
}

/**
 * Updates the matches of a watch with the rows written since, and those for which its query has changed its result. Returns the rows that
 * entered, or those that left for a watch of `leaves`.
 */
export async function updateMatches(
  trx: Transaction<DatabaseSchema>,
  watch: Watch,
  held: Evaluated,
  { now, withheld }: RowOptions,
): Promise<OccurrenceGroup[]> {
  const type = typeOf(watch);
  const moved = movedBetween([watch.about ?? ''], { type, before: held.evaluatedAt, now });
  const verdicts = sql`
    SELECT resource_id FROM policy_verdict AS verdict
    WHERE verdict.resource_type = ${type.name} AND ${isWrittenSince(sql.ref('verdict.written_by'), held.snapshot)}`;
  const rows =
    moved.kind === 'all'
      ? sql`true`
      : changedRows(type, held.snapshot, [moved], watch.when === 'violates' ? [verdicts] : []);
  return groups(trx, type, {
    before: sql`
      seen AS MATERIALIZED (
        SELECT ${columnSql('id')}, (${matches(watch, type, now)}) IS TRUE AS matches FROM ${tableOf(type)} WHERE ${rows}),
      came AS (
        INSERT INTO sagecat_private.watch_match (watch, resource_id) SELECT ${watch.name}, id FROM seen WHERE matches
        ON CONFLICT DO NOTHING RETURNING resource_id),
      went AS (
        DELETE FROM sagecat_private.watch_match WHERE watch = ${watch.name} AND resource_id IN (SELECT id FROM seen WHERE NOT matches)
        RETURNING resource_id)`,
    from: sql`${watch.when === 'leaves' ? sql`went` : sql`came`} AS occurred JOIN ${tableOf(type)} ON ${columnSql('id')} = occurred.resource_id`,
    where: isNews(type, held),
    reason: watch.policy === undefined ? reasonOf(type, withheld) : sql`${watch.policy}::text`,
  });
}

/** Returns the changes of a watch's fields since then. */
export function changesSince(
  trx: Transaction<DatabaseSchema>,
  watch: Watch,
  { snapshot }: Evaluated,
  { now, withheld }: RowOptions,
): Promise<OccurrenceGroup[]> {
  const type = typeOf(watch);
  return groups(trx, type, {
    from: sql`resource_change AS change JOIN ${tableOf(type)} ON ${columnSql('id')} = change.resource_id`,
    where: sql`change.resource_type = ${type.name} AND change.kind = 'changed' AND ${isWrittenSince(sql.ref('change.written_by'), snapshot)}
      AND ${overlapsFields(sql`change.fields`, watch.fields ?? [])} AND ${matches(watch, type, now)}`,
    reason: reasonOf(type, withheld),
    named: sql`jsonb_build_object('fields', change.fields)`,
  });
}

const tableOf = (type: AnyResourceType): Sql => sql`${sql.table(type.name)} AS ${sql.ref(rowAlias)}`;

/** Returns SQL for whether a watch matches the current row. */
function matches({ about = '', policy }: Watch, type: AnyResourceType, now: number): Sql {
  const conditions: Condition[] = [readSearch(about, { type, now })];
  if (policy !== undefined)
    conditions.push({ kind: 'violates', type: type.name, name: { kind: 'equals', value: policy } });
  return sql`${columnSql('deleted_at')} IS NULL AND ${searchSql({ kind: 'and', conditions })}`;
}

/**
 * Returns SQL for whether a row entered or left because something happened, and not because it was first catalogued: the row was not
 * written (time passed, or a verdict changed), a change was recorded, or the resource's last change is later than the start of the watch
 * and the first coverage of its target.
 */
function isNews(type: AnyResourceType, { snapshot, since }: Evaluated): Sql {
  const { createdAt, modifiedAt = createdAt } = type.key;
  const crawls = sql`FROM crawl_target AS target
    WHERE target.resource_type = ${type.name} AND target.account_id = ${columnSql('account_id')} AND target.region = ${columnSql('region')}
      AND target.kind IS DISTINCT FROM 'job'`;
  // The first complete crawl; until there is one, the running or the last one.
  const coveredSince = sql`coalesce(
    (SELECT target.started_at ${crawls} AND target.status = 'complete' ORDER BY target.started_at LIMIT 1),
    (SELECT target.started_at ${crawls} AND target.started_at IS NOT NULL ORDER BY target.started_at DESC LIMIT 1))`;
  return sql`(NOT ${isWrittenSince(columnSql('written_by'), snapshot)}
    OR EXISTS (SELECT FROM resource_change AS change
      WHERE change.resource_type = ${type.name} AND change.resource_id = ${columnSql('id')} AND ${isWrittenSince(sql.ref('change.written_by'), snapshot)})
    OR coalesce(${columnSql(modifiedAt)}, ${columnSql(createdAt)}) >= greatest(${new Date(since)}::timestamptz, ${coveredSince}))`;
}

/** Returns SQL for the failure reason of a resource, unless it is withheld. */
function reasonOf({ failure }: AnyResourceType, withheld: readonly string[]): Sql {
  if (!failure || withheld.includes(failure.reason)) return sql`NULL::text`;
  return sql`CASE WHEN ${columnSql(failure.field)} COLLATE "C" = ${failure.value} THEN left(${columnSql(failure.reason)}, 1000) END`;
}

async function groups(
  trx: Transaction<DatabaseSchema>,
  { key }: AnyResourceType,
  {
    before,
    from,
    where,
    reason,
    named = sql`'{}'::jsonb`,
  }: { before?: Sql; from: Sql; where: Sql; reason: Sql; named?: Sql },
): Promise<OccurrenceGroup[]> {
  const { rows } = await sql<OccurrenceGroup>`
    ${before ? sql`WITH ${before}` : sql``}
    SELECT account_id, min(account_name) AS account_name, region, reason, count(*)::int AS count, to_jsonb(array_agg(id ORDER BY id)) AS ids,
      to_jsonb((array_agg(named ORDER BY id))[1:${sql.lit(namedResources)}]) AS resources
    FROM (
      SELECT ${columnSql('account_id')}, ${columnSql('account_name')}, ${columnSql('region')}, ${columnSql('id')}, ${reason} AS reason,
        jsonb_build_object('name', ${columnSql(key.name)}, 'arn', ${columnSql(key.arn)}) || ${named} AS named
      FROM ${from} WHERE ${where}) AS one
    GROUP BY account_id, region, reason ORDER BY count DESC, account_id, region, reason`.execute(trx);
  return rows;
}
