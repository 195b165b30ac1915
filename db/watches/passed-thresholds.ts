import { type Kysely, sql } from 'kysely';
import { isBilled } from '../../catalog/billing/billed-types.ts';
import { canFail } from '../../catalog/failure-reason.ts';
import type { Watch } from '../../catalog/watches/watch.ts';
import { readRunning } from '../billing/read-running.ts';
import { readUsage } from '../billing/read-usage.ts';
import { type Budget, readBudget } from '../budgets/read-budget.ts';
import { columnSql, rowAlias } from '../query/field-sql.ts';
import type { RowSelection } from '../query/row-source.ts';
import { searchFilter } from '../query/search/search.ts';
import type { DatabaseSchema } from '../schema.ts';
import { typeOf } from './matched-rows.ts';
import type { OccurrenceGroup } from './occurrence-group.ts';

/** The passed numbers; for a cost that only grows, with its day or month. */
export interface PassedThresholds {
  readonly passed: number;
  readonly period: string | null;
}

interface Measured {
  readonly value: number;
  readonly unit: string;
  /** The day or month in which the value only grows; null for values that also fall. */
  readonly period: string | null;
}

const dayMs = 86_400_000;

/**
 * Measures the value of a threshold watch. Returns how many of its numbers are passed, and the highest if there are more than before. Costs
 * pass a number once per day or month; other values pass it again after they have fallen below it.
 */
export async function passThresholds(
  db: Kysely<DatabaseSchema>,
  watch: Watch,
  held: Partial<PassedThresholds>,
  options: { readonly now: number; readonly budgets: readonly Budget[] },
): Promise<{ state: PassedThresholds; occurred: OccurrenceGroup[] } | undefined> {
  const measured = await measure(db, watch, options);
  if (!measured) return undefined;
  const { value, unit, period } = measured;
  const numbers = (watch.above ?? []).toSorted((a, b) => a - b).filter((number) => value > number);
  const before = held.period === period ? (held.passed ?? 0) : 0;
  const passed = period === null ? numbers.length : Math.max(before, numbers.length);
  const above = numbers.at(-1);
  if (above === undefined || numbers.length <= before) return { state: { passed, period }, occurred: [] };
  const nowhere = { account_id: null, account_name: null, region: null, reason: null };
  return {
    state: { passed, period },
    occurred: [{ ...nowhere, count: 1, ids: [], resources: [], value, above, unit }],
  };
}

/** Returns the measured value; undefined if the budget is not in this process's configuration. */
async function measure(
  db: Kysely<DatabaseSchema>,
  watch: Watch,
  { now, budgets }: { readonly now: number; readonly budgets: readonly Budget[] },
): Promise<Measured | undefined> {
  const { about = '', currency = 'USD' } = watch;
  if (watch.measure === 'budget') {
    const budget = budgets.find(({ name }) => name === watch.budget);
    if (!budget) return undefined;
    const { spent, month } = await readBudget(db, budget, { now });
    return { value: (spent * 100) / budget.amount, unit: '%', period: month };
  }
  const type = typeOf(watch);
  const filter = searchFilter(about, { type, now });
  if (watch.measure === 'failures_per_hour') {
    if (!canFail(type)) return undefined;
    const { failure } = type;
    const endedAt = sql`coalesce(${sql.join(failure.endedAt.map(columnSql))})`;
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(type.name)} AS ${sql.ref(rowAlias)}
      WHERE ${columnSql(failure.field)} COLLATE "C" = ${failure.value} AND deleted_at IS NULL
        AND ${endedAt} > ${new Date(now - 3_600_000)}::timestamptz AND (${filter})`.execute(db);
    return { value: rows[0]?.count ?? 0, unit: 'failures an hour', period: null };
  }
  if (!isBilled(type)) return undefined;
  const jobs: RowSelection = { type, filter, deleted: true };
  if (watch.measure === 'running_cost') {
    const { totals } = await readRunning(db, { type, jobs, accounts: 'all', limit: 0 });
    return {
      value: costOf(totals.find((total) => total.currency === currency)?.cost_at_limit),
      unit: currency,
      period: null,
    };
  }
  const start = new Date(now - (now % dayMs)).toISOString();
  const period = { from: start, to: new Date(Math.max(now, Date.parse(start) + 1)).toISOString() };
  const { totals } = await readUsage(db, { period, groupBy: [], timeZone: 'UTC', type, jobs });
  return {
    value: costOf(totals.find((total) => total.currency === currency)?.cost),
    unit: currency,
    period: start.slice(0, 10),
  };
}

const costOf = (cost: string | null | undefined): number => Number(cost ?? 0);
