import { parseArn } from '../../../catalog/arn.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { findJob } from '../../../db/crawl/find-job.ts';
import { dropRevisits } from '../../../db/crawl/revisits.ts';
import { CallError } from '../aws/call-error.ts';
import { ResourceApi, type Tag } from '../aws/resource-api.ts';
import { SageMakerCaller } from '../aws/sagemaker-caller.ts';
import { CallCounts } from './call-counts.ts';
import { classifyFailure } from './classify-failure.ts';
import type { TargetOptions, TargetOutcome } from './crawl-target.ts';
import { Tally } from './tally.ts';
import { TargetStorage } from './target-storage.ts';

/** Reads one resource, by name or ARN, and its tags. Says nothing about the rest of the target. */
export async function crawlOne(options: TargetOptions, job: string): Promise<TargetOutcome> {
  const { db, type, accountId, region, tuning, signal } = options;
  const startedAt = new Date();
  const counts = new CallCounts();
  const tally = new Tally();
  const storage = new TargetStorage(db, type, tally, signal);
  using caller = new SageMakerCaller({ ...options, ...tuning, counts });
  const api = new ResourceApi(type, caller, tuning.masker);
  const ended = await read().catch((error: unknown) => {
    signal.throwIfAborted();
    if (error instanceof CallError && error.kind === 'missing') {
      return { status: 'partial' as const, reason: `there is no ${type.title} ${job} here`, isTransient: false };
    }
    return classifyFailure(error, false);
  });
  return {
    kind: 'job',
    ...ended,
    jobs: tally.counts,
    expected: 1,
    api_calls: counts.calls,
    throttles: counts.throttles,
    startedAt,
    watermark: null,
  };

  async function read(): Promise<Pick<TargetOutcome, 'status' | 'reason' | 'isTransient'>> {
    const known = (await storage.run((database) => findJob(database, type, job))).find(
      (place) => place.account_id === accountId && place.region === region,
    );
    const name = known?.name ?? parseArn(job)?.resource.slice(type.arnResource.length) ?? job;
    const askedAt = new Date();
    const response = await api.describe(name, known?.arn);
    const arn = String(response[type.identity.arn]);
    let tags: Tag[] | null = null;
    let reason: string | null = null;
    try {
      if (tuning.tags) tags = await api.tags(arn);
    } catch (error) {
      if (!(error instanceof CallError) || error.kind !== 'denied') throw error;
      reason = `tags are not read: ${error.message}`;
    }
    tally.described = 1;
    const flat = flatten(type, response, { accountId, region, tags });
    if (!flat.ok) {
      tally.failed(name, undefined);
      return { status: 'partial', reason: flat.error.message, isTransient: false };
    }
    await storage.store([{ row: flat.row, region, source: 'describe', askedAt }]);
    // A target that was partial for this job's sake is not any more.
    const target = { resourceType: type.name, accountId, region };
    await storage.run((database) => dropRevisits(database, target, [name]));
    return { status: reason === null ? 'complete' : 'partial', reason, isTransient: false };
  }
}
