import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { CoverageStatus } from './schema.ts';

/** What the catalog covers of one account and region, and how fresh that is. Times are ISO 8601. */
export interface Coverage {
  readonly resource_type: string;
  readonly account_id: string;
  /** Null where it is not known. */
  readonly account_name: string | null;
  readonly region: string;
  /** How the last attempt ended, and why it was not complete; `retired` where there will be no further one. */
  readonly status: CoverageStatus;
  readonly reason: string | null;
  /** Start of the last complete crawl; null where there was none yet. */
  readonly as_of: string | null;
  /** Start of the last complete full crawl: deletions and tags are true as of then. */
  readonly full_as_of: string | null;
  readonly watermark: string | null;
  readonly attempted_at: string;
  readonly crawl_id: number | null;
}

/** The coverage of a resource type, by account and region; all of them, or only those that are named. */
export async function readCoverage(
  db: Kysely<DatabaseSchema>,
  scope: { resourceType: string; accountIds?: readonly string[]; regions?: readonly string[] },
): Promise<Coverage[]> {
  let query = db
    .selectFrom('crawl_coverage')
    .leftJoin('account', 'account.account_id', 'crawl_coverage.account_id')
    .selectAll('crawl_coverage')
    .select('account.name as account_name')
    .where('resource_type', '=', scope.resourceType);
  if (scope.accountIds) query = query.where('crawl_coverage.account_id', '=', sql<string>`ANY(${scope.accountIds})`);
  if (scope.regions) query = query.where('region', '=', sql<string>`ANY(${scope.regions})`);
  return query.orderBy('crawl_coverage.account_id').orderBy('region').execute();
}
