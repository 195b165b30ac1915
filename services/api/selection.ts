import type { FastifyRequest } from 'fastify';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { RowSelection } from '../../db/query/row-source.ts';
import type { Condition } from '../../db/query/search/condition.ts';
import { type Period, readPeriod } from '../../db/query/search/period.ts';
import { readSearch } from '../../db/query/search/search.ts';
import { searchSql } from '../../db/query/search/search-sql.ts';
import { parameterError } from './parameter-error.ts';

/** The parameters of `selectionParameters`, as received. */
export interface SelectionQuery {
  readonly q?: string;
  readonly deleted?: boolean;
  readonly as_of?: string;
}

/** The rows that a request selects. */
export interface RequestedRows extends RowSelection {
  readonly condition: Condition;
}

/** Reads the parameters that select rows. Throws SearchError or ProblemError. `now` is in milliseconds since 1970. */
export function readSelection(
  type: AnyResourceType,
  { q = '', deleted = false, as_of }: SelectionQuery,
  { caller }: Pick<FastifyRequest, 'caller'>,
  now: number,
): RequestedRows {
  const condition = readSearch(q, { type, now });
  return {
    type,
    condition,
    filter: condition.kind === 'all' ? undefined : searchSql(condition),
    deleted,
    accounts: caller.accounts,
    asOf: as_of === undefined ? undefined : readMoment('as_of', as_of, now),
  };
}

/** Reads a moment, as ISO 8601; a period such as a day means its end. */
export const readMoment = (parameter: string, text: string, now: number): string =>
  new Date(requirePeriod(parameter, text, now).end - 1).toISOString();

/** Reads a moment, as ISO 8601; a period such as a day means its start. */
export const readBeginning = (parameter: string, text: string, now: number): string =>
  new Date(requirePeriod(parameter, text, now).start).toISOString();

function requirePeriod(parameter: string, text: string, now: number): Period {
  const period = readPeriod(text, now);
  if (period) return period;
  throw parameterError(parameter, 'it must be a time such as 2026-01-31T12:00:00Z, 2026-01-31 or now-7d');
}

/** Reads an exact moment, as ISO 8601. */
export function requireMoment(parameter: string, text: string): string {
  const period = readPeriod(text, Number.NaN);
  if (!period) throw parameterError(parameter, 'it must be a time such as 2026-01-31T12:00:00.000Z');
  return new Date(period.start).toISOString();
}
