import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';
import type { TargetKey } from './target-key.ts';

/** Evidence that a region in which SageMaker does not answer is enabled nevertheless. */
export interface RegionEvidence {
  /** Whether the target was ever complete. */
  readonly wasComplete: boolean;
  /** Whether another region of the account answered in the same crawl. */
  readonly othersAnswered: boolean;
}

/** Reads the evidence about a target that did not answer in a crawl. */
export async function readRegionEvidence(
  db: Kysely<DatabaseSchema>,
  { resourceType, accountId, region }: TargetKey,
  crawlId: number,
): Promise<RegionEvidence> {
  const { rows } = await sql<RegionEvidence>`
    SELECT
      EXISTS (
        SELECT FROM crawl_coverage
        WHERE resource_type = ${resourceType} AND account_id = ${accountId} AND region = ${region} AND as_of IS NOT NULL
      ) AS "wasComplete",
      EXISTS (
        SELECT FROM crawl_target
        WHERE crawl_id = ${crawlId} AND account_id = ${accountId} AND region <> ${region}
          AND (status = 'complete' OR (status IN ('partial', 'running') AND (progress -> 'jobs' ->> 'seen')::bigint > 0))
      ) AS "othersAnswered"`.execute(db);
  return rows[0] ?? { wasComplete: false, othersAnswered: false };
}
