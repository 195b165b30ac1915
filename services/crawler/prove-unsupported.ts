import type { Kysely } from 'kysely';
import { isListedRegion } from '../../catalog/partition.ts';
import { readRegionEvidence } from '../../db/crawl/region-evidence.ts';
import type { TargetKey } from '../../db/crawl/target-key.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import type { TargetOutcome } from './target/crawl-target.ts';

type UndecidedOutcome = TargetOutcome & {
  /** The region may be disabled, but no other region of its account has answered yet in this crawl. */
  readonly isUndecided: boolean;
};

/**
 * Marks a target as unsupported only on proof. A name that does not resolve, unknown credentials or an unknown operation may also be a
 * transient error: of the network, of an endpoint, of keys that are being rotated. Proof is that another region of the account answered and
 * this one never did, or that the account API reports it as disabled (`isOff`). Without proof the target stays in the plan.
 */
export async function proveUnsupported(
  db: Kysely<DatabaseSchema>,
  key: TargetKey,
  crawlId: number,
  outcome: TargetOutcome,
  isOff: () => Promise<boolean>,
): Promise<UndecidedOutcome> {
  if (outcome.status !== 'unsupported') return { ...outcome, isUndecided: false };
  const { wasComplete, othersAnswered } = await readRegionEvidence(db, key, crawlId);
  const unlisted = isListedRegion(key.region) ? '' : `; ${key.region} is not among the regions that the AWS SDK lists`;
  if (!wasComplete && othersAnswered) {
    const reason = `the region is off for the account, or has no SageMaker: ${outcome.reason}${unlisted}`;
    return { ...outcome, reason, isUndecided: false };
  }
  if (await isOff()) {
    const reason = `the region is off in this account, says account:ListRegions: ${outcome.reason}`;
    return { ...outcome, reason, isUndecided: false };
  }
  const why = wasComplete
    ? 'it was crawled completely before, and is tried again in each crawl'
    : 'no other region of the account was answered either, so nothing is proven';
  return {
    ...outcome,
    status: 'partial',
    reason: `${outcome.reason}; ${why}${unlisted}`,
    isTransient: !wasComplete,
    isUndecided: !wasComplete,
  };
}
