import type { Kysely } from 'kysely';
import { violates } from '../query/search/resolve.ts';
import type { DatabaseSchema } from '../schema.ts';
import { type EvaluateOptions, evaluatePolicies } from './evaluate-policies.ts';

/** Evaluates the policies if a search query may refer to violations, so that its result is exact. */
export async function evaluateIfAsked(
  db: Kysely<DatabaseSchema>,
  query: string | undefined,
  options?: EvaluateOptions,
): Promise<void> {
  if (query?.includes(violates)) await evaluatePolicies(db, options);
}
