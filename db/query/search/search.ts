import type { RawBuilder } from 'kysely';
import type { Condition } from './condition.ts';
import { parseSearch } from './parse.ts';
import { resolveSearch, type SearchContext } from './resolve.ts';
import { SearchError } from './search-error.ts';
import { searchSql } from './search-sql.ts';

/** The maximum query length, in UTF-16 units. */
export const maxQueryLength = 16_384;

/** Parses a search query against a resource type. Throws SearchError that says what is wrong and where. */
export function readSearch(query: string, context: SearchContext): Condition {
  if (query.length > maxQueryLength) {
    throw new SearchError(`the query is longer than ${maxQueryLength} characters`, maxQueryLength);
  }
  const nul = query.indexOf('\u0000');
  if (nul >= 0) throw new SearchError('the query holds a NUL character, which no value can hold', nul);
  return resolveSearch(parseSearch(query.toWellFormed()), context);
}

/** Returns a search query as SQL over the row `r`. */
export const searchFilter = (query: string, context: SearchContext): RawBuilder<unknown> =>
  searchSql(readSearch(query, context));
