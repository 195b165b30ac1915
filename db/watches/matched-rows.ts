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

/** Up to where a watch of rows has been evaluated. Times in milliseconds since 1970. */
export interface Evaluated {
  readonly snapshot: string;
  readonly evaluatedAt: number;
  /** When it was evaluated first. */
  readonly since: number;
}

export interface RowOptions {
  readonly now: number;
  /** Columns that nobody is shown. */
  readonly withheld: readonly string[];
}

/** The resource type of a watch that has been checked. */
export const typeOf = ({ type = jobType.name }: Pick<Watch, 'type'>): AnyResourceType => {
  const found = findResourceType(type);
  if (!found) throw new Error(`there is no resource type ${type}`);
  return found;
};

/** Remembers what a watch matches now, without an occurrence. */
export async function matchAll(trx: Transaction<DatabaseSchema>, watch: Watch, { now }: RowOptions): Promise<void> {
  const type = typeOf(watch);
  await sql`DELETE FROM sagecat_private.watch_match WHERE watch = ${watch.name}`.execute(trx);
  await sql`
    INSERT INTO sagecat_private.watch_match (watch, resource_id)
    SELECT ${watch.name}, ${columnSql('id')} FROM ${tableOf(type)} WHERE ${matches(watch, type, now)}`.execute(trx);
}

/**
 * Brings what a watch matches up to date by the rows that were written since, and those over which its query has moved, and returns those
 * that came, or that went where the watch is of these.
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

/** Returns the recorded changes since of a watch's fields. */
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

/** Whether a watch means a row, as it is now. */
function matches({ about = '', policy }: Watch, type: AnyResourceType, now: number): Sql {
  const conditions: Condition[] = [readSearch(about, { type, now })];
  if (policy !== undefined)
    conditions.push({ kind: 'violates', type: type.name, name: { kind: 'equals', value: policy } });
  return sql`${columnSql('deleted_at')} IS NULL AND ${searchSql({ kind: 'and', conditions })}`;
}

/**
 * Whether a row came or went by something that happened since the watch looked last, rather than by being catalogued: time passed or a
 * verdict changed (the row was not written), a change was recorded, or the resource itself changed last after the watch began and its
 * target was first covered.
 */
function isNews(type: AnyResourceType, { snapshot, since }: Evaluated): Sql {
  const { createdAt, modifiedAt = createdAt } = type.key;
  const crawls = sql`FROM crawl_target AS target
    WHERE target.resource_type = ${type.name} AND target.account_id = ${columnSql('account_id')} AND target.region = ${columnSql('region')}
      AND target.kind IS DISTINCT FROM 'job'`;
  // The first complete crawl; until there is one, that which is under way or was last.
  const coveredSince = sql`coalesce(
    (SELECT target.started_at ${crawls} AND target.status = 'complete' ORDER BY target.started_at LIMIT 1),
    (SELECT target.started_at ${crawls} AND target.started_at IS NOT NULL ORDER BY target.started_at DESC LIMIT 1))`;
  return sql`(NOT ${isWrittenSince(columnSql('written_by'), snapshot)}
    OR EXISTS (SELECT FROM resource_change AS change
      WHERE change.resource_type = ${type.name} AND change.resource_id = ${columnSql('id')} AND ${isWrittenSince(sql.ref('change.written_by'), snapshot)})
    OR coalesce(${columnSql(modifiedAt)}, ${columnSql(createdAt)}) >= greatest(${new Date(since)}::timestamptz, ${coveredSince}))`;
}

/** Why a resource failed, if it did and people may be shown it. */
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
