import { type RawBuilder, sql } from 'kysely';
import type { FieldPath } from '../catalog/field-path.ts';
import { type AnyResourceType, resourceTypes } from '../catalog/resource-types.ts';
import type { Sort } from '../db/query/list-page.ts';
import type { ChangeSelection } from '../db/query/read-changes.ts';
import { readPeriod } from '../db/query/search/period.ts';
import { readSearch } from '../db/query/search/search.ts';
import { SearchError } from '../db/query/search/search-error.ts';
import { searchSql } from '../db/query/search/search-sql.ts';
import { localCaller } from '../services/api/caller.ts';
import { readChangeSelection } from '../services/api/change-selection.ts';
import { readFields, readSort } from '../services/api/fields.ts';
import type { ChangesOptions } from './changes.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { showPosition } from './sql-position.ts';
import { viewOf } from './terminal/view.ts';

/** Returns a search query as a condition on rows; undefined for none. Throws a CommandError that shows the position of a mistake. */
export function readQuery(type: AnyResourceType, query: string | undefined): RawBuilder<unknown> | undefined {
  if (query === undefined || query.trim() === '') return undefined;
  return asUsage(() => sql`(${searchSql(readSearch(query, { type, now: Date.now() }))})`, query);
}

/** Returns the selection of changes, of all resource types. */
export const readChangeOptions = (
  query = '',
  { since, kinds, fields }: Pick<ChangesOptions, 'since' | 'kinds' | 'fields'>,
): ChangeSelection => {
  const asked = { q: query, kinds, fields, since: since === undefined ? undefined : readSince(since) };
  return asUsage(() => readChangeSelection(resourceTypes, asked, { caller: localCaller }, Date.now()), query);
};

/** Returns the fields of `--columns`, by their dotted paths. */
export const readColumns = (type: AnyResourceType, text: string): FieldPath[] =>
  asUsage(() => readFields(type, text, '--columns'));

/** Returns the order of `--sort`. */
export const readOrder = (type: AnyResourceType, text: string | undefined): Sort =>
  asUsage(() => readSort(type, text, '--sort'));

/** Returns the start of a period such as `24h`, `7d`, `2026-01-31` or `now-1M/M`, in ISO 8601. */
export function readSince(text: string): string {
  const period = readPeriod(/^\d+[smhdwMy]$/.test(text) ? `now-${text}` : text, Date.now());
  if (period) return new Date(period.start).toISOString();
  throw new CommandError(
    `--since ${text} is not a time; give a period such as 24h, 7d or 3M, or a day such as 2026-01-31`,
    exitCodes.usage,
  );
}

/** Converts a problem of the API into an error of the command line. */
function asUsage<Result>(read: () => Result, query = ''): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof SearchError) {
      const place = showPosition(query, error.offset, viewOf(process.stderr).width);
      throw new CommandError(`${error.message}${place}`, exitCodes.usage);
    }
    if (error instanceof Error && error.name === 'ProblemError') {
      throw new CommandError(error.message, exitCodes.usage);
    }
    throw error;
  }
}
