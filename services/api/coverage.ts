import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import {
  type Coverage,
  type CoverageSums,
  isComplete,
  readCoverage,
  sumCoverage,
} from '../../db/crawl/read-coverage.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import type { Caller } from './caller.ts';

type Incomplete = Pick<
  Coverage,
  'resource_type' | 'account_id' | 'account_name' | 'region' | 'status' | 'reason' | 'as_of'
>;

/** How complete and how recent a response is. */
export interface AnswerCoverage {
  /** The time as of which everything that was ever covered is complete; null if nothing was. */
  readonly as_of: string | null;
  readonly coverage: Omit<CoverageSums, 'as_of'> & {
    /** Whether the last crawl of every account and region was complete. */
    readonly complete: boolean;
    /** The worst of those that are not complete; the counts include all. */
    readonly incomplete: readonly Incomplete[];
  };
}

const maxIncomplete = 5;
const cacheMs = 1000;

/** Reads the coverage of a type, or of all, for the accounts of a caller. Cached for a second. */
export class CoverageReader {
  readonly #kept = new LRUCache<string, Promise<AnswerCoverage>>({ max: 1000, ttl: cacheMs });

  async of(
    db: Kysely<DatabaseSchema>,
    type: AnyResourceType | undefined,
    { accounts }: Caller,
  ): Promise<AnswerCoverage> {
    const key = `${type?.name ?? ''} ${accounts === 'all' ? '' : accounts.join()}`;
    const kept = this.#kept.get(key);
    if (kept) return kept;
    const coverage = read(db, type, accounts);
    this.#kept.set(key, coverage);
    coverage.catch(() => this.#kept.delete(key));
    return coverage;
  }
}

async function read(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType | undefined,
  accounts: Caller['accounts'],
): Promise<AnswerCoverage> {
  const scope = { ...(type && { resourceType: type.name }), ...(accounts !== 'all' && { accountIds: accounts }) };
  const { as_of, ...sums } = await sumCoverage(db, scope);
  const complete = isComplete({ as_of, ...sums });
  const statuses = ['denied', 'partial', 'unsupported'];
  const worst = complete
    ? []
    : await readCoverage(db, { ...scope, statuses }, { limit: maxIncomplete, order: 'worst' });
  const incomplete = worst.map(({ resource_type, account_id, account_name, region, status, reason, as_of }) => ({
    ...{ resource_type, account_id, account_name, region, status, reason, as_of },
  }));
  return { as_of, coverage: { complete, ...sums, incomplete } };
}

/** Returns the coverage as headers, for responses that have no room for it in the body. */
export const coverageHeaders = ({ as_of, coverage }: AnswerCoverage, asOf?: string): Record<string, string> => ({
  'sagecat-coverage': coverage.complete ? 'complete' : 'partial',
  ...((asOf ?? as_of) !== null && { 'sagecat-as-of': String(asOf ?? as_of) }),
});
