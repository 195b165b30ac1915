import type { Kysely } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { type Coverage, readCoverage } from '../../db/crawl/read-coverage.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import type { Caller } from './caller.ts';

/** How complete and how fresh an answer is. */
export interface AnswerCoverage {
  /** The moment as of which everything that is shown is complete; null where some account and region never was. */
  readonly as_of: string | null;
  readonly coverage: {
    /** Whether the last crawl of every account and region was complete. */
    readonly complete: boolean;
    readonly targets: number;
    /** Those that are not complete, at most twenty. */
    readonly incomplete: readonly Pick<Coverage, 'account_id' | 'region' | 'status' | 'reason' | 'as_of'>[];
  };
}

const mostIncomplete = 20;
const keptForMs = 1000;

/** Says what the catalog covers of a type, for the accounts of a caller. Remembered for a second. */
export class CoverageReader {
  readonly #kept = new Map<string, { until: number; coverage: Promise<AnswerCoverage> }>();

  async of(db: Kysely<DatabaseSchema>, type: AnyResourceType, { accounts }: Caller): Promise<AnswerCoverage> {
    const key = `${type.name} ${accounts === 'all' ? '' : accounts.join()}`;
    const kept = this.#kept.get(key);
    const now = Date.now();
    if (kept && kept.until > now) return kept.coverage;
    if (this.#kept.size > 1000) this.#kept.clear();
    const coverage = read(db, type, accounts);
    this.#kept.set(key, { until: now + keptForMs, coverage });
    coverage.catch(() => this.#kept.delete(key));
    return coverage;
  }
}

async function read(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  accounts: Caller['accounts'],
): Promise<AnswerCoverage> {
  const targets = await readCoverage(db, {
    resourceType: type.name,
    ...(accounts !== 'all' && { accountIds: accounts }),
  });
  // What is retired is not crawled any more: it makes nothing incomplete, and nothing older than it is.
  const incomplete = targets.filter(({ status }) => status !== 'complete' && status !== 'retired');
  const times = targets
    .filter(({ status }) => status !== 'unsupported' && status !== 'retired')
    .map(({ as_of }) => as_of);
  return {
    as_of: times.includes(null) ? null : (times.sort()[0] ?? null),
    coverage: {
      complete: targets.length > 0 && incomplete.length === 0,
      targets: targets.length,
      incomplete: incomplete
        .slice(0, mostIncomplete)
        .map(({ account_id, region, status, reason, as_of }) => ({ account_id, region, status, reason, as_of })),
    },
  };
}

/** The same as headers, for answers that have no room beside the rows. */
export const coverageHeaders = ({ as_of, coverage }: AnswerCoverage, asOf?: string): Record<string, string> => ({
  'sagecat-coverage': coverage.complete ? 'complete' : 'partial',
  ...((asOf ?? as_of) !== null && { 'sagecat-as-of': String(asOf ?? as_of) }),
});
