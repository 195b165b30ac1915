import { type Kysely, sql } from 'kysely';
import { billedTypes } from '../../catalog/billing/billed-types.ts';
import { joinWords } from '../../catalog/join-words.ts';
import { jobType } from '../../catalog/resource-types.ts';
import { readUsage } from '../billing/read-usage.ts';
import { columnSql } from '../query/field-sql.ts';
import { fromRows, type RowSelection, whereRows } from '../query/row-source.ts';
import { readSearch } from '../query/search/search.ts';
import { SearchError } from '../query/search/search-error.ts';
import { searchSql } from '../query/search/search-sql.ts';
import type { DatabaseSchema } from '../schema.ts';

/** An amount that may be spent in a month on what a search query finds. */
export interface Budget {
  readonly name: string;
  readonly title?: string | undefined;
  readonly type?: string | undefined;
  readonly about?: string | undefined;
  readonly amount: number;
  readonly currency: string;
  readonly contact?: string | undefined;
}

/** The state of a budget in the current month (UTC). Money is in the budget's currency. */
export interface BudgetState {
  /** First day of the month. */
  readonly month: string;
  /** The known cost so far. */
  readonly spent: number;
  /** The cost of running jobs at their maximum run time, which is not in `spent`. Null for types without such a limit. */
  readonly running: number | null;
  /** The cost of the whole month if it continues at this rate. */
  readonly trend: number;
  /** Jobs of the month and running jobs without a price, which are in no sum. */
  readonly unpriced_jobs: number;
}

/** An invalid budget: an error in its query, or a type without costs. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
}

/** Checks the types and queries of budgets. Throws BudgetError with every problem. */
export function checkBudgets(budgets: readonly Budget[]): void {
  const problems = budgets.flatMap(({ name, type, about = '' }) => {
    const found = billedTypes.find((billed) => billed.name === (type ?? jobType.name));
    if (!found)
      return [
        `budget ${name}: type: it can be ${joinWords(
          billedTypes.map((billed) => billed.name),
          'or',
        )}`,
      ];
    try {
      readSearch(about, { type: found, now: 0 });
      return [];
    } catch (error) {
      if (error instanceof SearchError)
        return [`budget ${name}: about, at character ${error.offset}: ${error.message}`];
      throw error;
    }
  });
  if (problems.length > 0) throw new BudgetError(problems.join('\n'));
}

/** Returns the state of a budget at a time, in milliseconds since 1970, for the visible accounts. */
export async function readBudget(
  db: Kysely<DatabaseSchema>,
  { type: typeName = jobType.name, about = '', currency }: Budget,
  { now, accounts = 'all' }: { now: number; accounts?: readonly string[] | 'all' },
): Promise<BudgetState> {
  const type = billedTypes.find(({ name }) => name === typeName);
  if (!type) throw new BudgetError(`${typeName} costs nothing`);
  const moment = new Date(now);
  const start = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth());
  const end = Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1);
  const condition = readSearch(about, { type, now });
  const jobs: RowSelection = { type, filter: searchSql(condition), deleted: true, accounts };
  const { totals } = await readUsage(db, {
    period: { from: new Date(start).toISOString(), to: new Date(Math.max(now, start + 1)).toISOString() },
    groupBy: [],
    timeZone: 'UTC',
    type,
    jobs,
    accounts,
  });
  const used = totals.find((total) => total.currency === currency);
  const spent = Number(used?.cost ?? 0);
  const { rows } = await sql<{ cost: number; unpriced: number }>`
    SELECT coalesce(sum(projected_cost), 0)::float8 AS cost, count(*) FILTER (WHERE projected_cost IS NULL)::int AS unpriced
    FROM running_jobs_projection
    WHERE resource_type = ${type.name} AND currency = ${currency}
      AND resource_id IN (SELECT ${columnSql('id')} FROM ${fromRows(jobs)} WHERE ${whereRows(jobs)})`.execute(db);
  const [running] = rows;
  return {
    month: new Date(start).toISOString().slice(0, 10),
    spent,
    running: type.name === jobType.name ? (running?.cost ?? 0) : null,
    trend: now > start ? (spent * (end - start)) / (now - start) : spent,
    unpriced_jobs: Number(used?.unpriced_jobs ?? 0) + (running?.unpriced ?? 0),
  };
}
