import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Policy } from '../../catalog/policies/policy.ts';
import { type AnyResourceType, findResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import { changedRows, movedBetween } from '../query/changed-rows.ts';
import { columnSql, rowAlias } from '../query/field-sql.ts';
import type { Condition } from '../query/search/condition.ts';
import { readSearch } from '../query/search/search.ts';
import { searchSql } from '../query/search/search-sql.ts';
import type { DatabaseSchema } from '../schema.ts';
import { exemptUntil } from './check-policies.ts';
import { lockVerdicts } from './lock-verdicts.ts';
import { storeDay } from './store-day.ts';
import { readPolicies } from './stored-policy.ts';

export interface EvaluateOptions {
  /** The value of `now` in queries, in milliseconds since 1970; the time of this process by default. */
  readonly now?: () => number;
  readonly signal?: AbortSignal | undefined;
}

/** The number of row ids per batch when a policy is new or has changed. */
const idsOfBatch = 10_000;

/**
 * Updates the verdicts: for rows written since the last evaluation, for rows on which a query relative to `now` has changed its result, and
 * for all rows, in batches, if a policy is new or has changed. Concurrent calls take turns. Includes everything committed before the call.
 */
export async function evaluatePolicies(
  db: Kysely<DatabaseSchema>,
  { now = Date.now, signal }: EvaluateOptions = {},
): Promise<void> {
  const isPending = await db.transaction().execute((trx) => evaluateChanges(trx, now()));
  if (!isPending) return;
  for (const type of resourceTypes) await evaluateAll(db, type, now, signal);
  await db.transaction().execute(async (trx) => {
    await lockVerdicts(trx);
    await storeDay(trx, now());
  });
}

/** Returns whether some policies have not been evaluated for every row. */
async function evaluateChanges(trx: Transaction<DatabaseSchema>, now: number): Promise<boolean> {
  await lockVerdicts(trx);
  const policies = await readPolicies(trx);
  if (policies.length === 0) return false;
  let written = 0;
  let isPending = policies.some(({ isEvaluated }) => !isEvaluated);
  for (const [name, own] of Map.groupBy(policies, ({ type }) => type)) {
    const type = findResourceType(name);
    if (!type) continue;
    const { rows } = await sql<{ snapshot: string; held: string | null; evaluated_at: string | null }>`
      SELECT pg_current_snapshot()::text AS snapshot, held.snapshot::text AS held, evaluated_at
      FROM (VALUES (1)) AS one LEFT JOIN sagecat_private.policy_evaluation AS held ON resource_type = ${name}`.execute(
      trx,
    );
    const [{ snapshot, held, evaluated_at } = { snapshot: '', held: null, evaluated_at: null }] = rows;
    if (held === null || evaluated_at === null) {
      await restart(trx, own);
      isPending = true;
    } else {
      const before = Date.parse(evaluated_at);
      const ended = own.filter((policy) => exemptionsAt(policy, before) !== exemptionsAt(policy, now));
      const moved = own.map((policy) => movedRows(policy, type, before, now));
      // If a query has changed its form, no interval describes the difference, so all rows are evaluated.
      const unknown = own.filter((_, index) => moved[index]?.kind === 'all');
      if (ended.length + unknown.length > 0) {
        await restart(trx, [...ended, ...unknown]);
        isPending = true;
      }
      written += await evaluate(trx, type, own, now, changedRows(type, held, moved));
    }
    await sql`
      INSERT INTO sagecat_private.policy_evaluation VALUES (${name}, ${snapshot}::pg_snapshot, ${new Date(now)})
      ON CONFLICT (resource_type) DO UPDATE SET snapshot = excluded.snapshot, evaluated_at = excluded.evaluated_at`.execute(
      trx,
    );
  }
  if (!isPending) await storeDay(trx, now, { changed: written > 0 });
  return isPending;
}

const restart = (trx: Transaction<DatabaseSchema>, policies: readonly Policy[]) =>
  sql`UPDATE sagecat_private.policy SET is_evaluated = false WHERE name = ANY(${policies.map(({ name }) => name)})`.execute(
    trx,
  );

/** Returns the exemptions in force at a time, as text. */
const exemptionsAt = ({ exemptions = [] }: Policy, now: number): string =>
  exemptions.map(({ until }) => Number(now < exemptUntil(until))).join('');

/** Returns a condition for the rows on which a policy's queries can differ between two times. */
const movedRows = (policy: Policy, type: AnyResourceType, before: number, now: number): Condition =>
  movedBetween([policy.about ?? '', policy.require, ...(policy.exemptions ?? []).map(({ about }) => about)], {
    ...{ type, before, now },
  });

/** Evaluates the policies that have not been evaluated, for every row of a type. */
async function evaluateAll(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  now: () => number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const pending = (await readPolicies(db)).filter((policy) => policy.type === type.name && !policy.isEvaluated);
  if (pending.length === 0) return;
  const { rows } = await sql<{ last: number | null }>`SELECT max(id) AS last FROM ${sql.table(type.name)}`.execute(db);
  const last = rows[0]?.last ?? 0;
  for (let from = 1; from <= last; from += idsOfBatch) {
    signal?.throwIfAborted();
    await db.transaction().execute(async (trx) => {
      await lockVerdicts(trx);
      const id = columnSql('id');
      await evaluate(
        trx,
        type,
        await unchanged(trx, pending),
        now(),
        sql`${id} >= ${from} AND ${id} < ${from + idsOfBatch}`,
      );
    });
  }
  await db.transaction().execute(async (trx) => {
    await lockVerdicts(trx);
    const done = await unchanged(trx, pending);
    await sql`UPDATE sagecat_private.policy SET is_evaluated = true WHERE name = ANY(${done.map(({ name }) => name)})`.execute(
      trx,
    );
  });
}

/** Returns the policies that are still the same in the database; another process may have changed or removed some. */
async function unchanged(trx: Transaction<DatabaseSchema>, policies: readonly Policy[]): Promise<Policy[]> {
  const held = new Map((await readPolicies(trx)).map((policy) => [policy.name, JSON.stringify(policy)]));
  return policies.filter((policy) => held.get(policy.name) === JSON.stringify(policy));
}

/** Evaluates policies for the rows that match a condition; verdicts by other policies stay. Returns how many rows changed. */
async function evaluate(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  policies: readonly Policy[],
  now: number,
  rows: RawBuilder<unknown>,
): Promise<number> {
  if (policies.length === 0) return 0;
  const names = sql`${policies.map(({ name }) => name)}::text[]`;
  const verdicts = policies.map((policy, index) => sql`${verdictSql(policy, type, now)} AS ${sql.ref(`p${index}`)}`);
  const pairs = policies.map(({ name }, index) => sql`(${name}::text, ${sql.ref(`p${index}`)})`);
  const list = (verdict: string) =>
    sql`coalesce(jsonb_agg(name ORDER BY name) FILTER (WHERE verdict = ${sql.lit(verdict)}), '[]') AS ${sql.ref(verdict)}`;
  const merged = (verdict: string) => sql`(held.${sql.ref(verdict)} - ${names}) || excluded.${sql.ref(verdict)}`;
  const { numAffectedRows } = await sql`
    WITH seen AS MATERIALIZED (
      SELECT ${columnSql('id')}, ${columnSql('account_id')}, ${columnSql('region')}, ${columnSql('owner')}, ${sql.join(verdicts)}
      FROM ${sql.table(type.name)} AS ${sql.ref(rowAlias)} WHERE ${rows})
    INSERT INTO policy_verdict AS held (resource_type, resource_id, account_id, region, owner, complies, violates, exempted)
    SELECT ${type.name}, id, account_id, region, owner, complies, violates, exempted
    FROM seen CROSS JOIN LATERAL (
      SELECT ${sql.join([list('complies'), list('violates'), list('exempted')])}
      FROM (VALUES ${sql.join(pairs)}) AS one (name, verdict)) AS lists
    ON CONFLICT (resource_type, resource_id) DO UPDATE SET account_id = excluded.account_id, region = excluded.region,
      owner = excluded.owner, complies = ${merged('complies')}, violates = ${merged('violates')}, exempted = ${merged('exempted')}
    WHERE (held.account_id, held.region, held.owner, held.complies, held.violates, held.exempted)
      IS DISTINCT FROM (excluded.account_id, excluded.region, excluded.owner,
        ${merged('complies')}, ${merged('violates')}, ${merged('exempted')})`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

/** Returns SQL for the verdict on a row: `complies`, `exempted`, `violates`, or null if the policy does not apply. */
function verdictSql(
  { about = '', require, exemptions = [] }: Policy,
  type: AnyResourceType,
  now: number,
): RawBuilder<unknown> {
  const matches = (query: string) => sql`(${searchSql(readSearch(query, { type, now }))})`;
  const exempt = exemptions.filter(({ until }) => now < exemptUntil(until)).map(({ about }) => matches(about));
  return sql`CASE WHEN ${columnSql('deleted_at')} IS NULL AND ${matches(about)} THEN
    CASE WHEN ${matches(require)} THEN 'complies'
      ${exempt.length > 0 ? sql`WHEN ${sql.join(exempt, sql` OR `)} THEN 'exempted'` : sql``}
      ELSE 'violates' END END`;
}
