import { parseArn } from '../../../catalog/arn.ts';
import { findJob } from '../../../db/crawl/find-job.ts';
import { deleteRevisits } from '../../../db/crawl/revisits.ts';
import { ResourceApi } from '../aws/resource-api.ts';
import { SageMakerCaller } from '../aws/sagemaker-caller.ts';
import { describeResource } from '../describe/describe-resource.ts';
import { TagReader } from '../describe/tag-reader.ts';
import { CallCounts } from './call-counts.ts';
import { classifyFailure } from './classify-failure.ts';
import type { TargetOptions, TargetOutcome } from './crawl-target.ts';
import { Tally } from './tally.ts';
import { TargetStorage } from './target-storage.ts';

/** Reads one resource, by name or ARN, and its tags. The target's coverage is not affected. */
export async function crawlOne(options: TargetOptions, nameOrArn: string): Promise<TargetOutcome> {
  const { db, type, accountId, region, tuning, signal } = options;
  const { masker } = tuning;
  const startedAt = new Date();
  const counts = new CallCounts();
  const tally = new Tally();
  const storage = new TargetStorage({ db, type, masker, tally, signal });
  using caller = new SageMakerCaller({ ...options, ...tuning, counts });
  const api = new ResourceApi(type, caller);
  const ended = await read().catch((error: unknown) => {
    signal.throwIfAborted();
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
    const known = (await storage.run((database) => findJob(database, type, nameOrArn))).find(
      (place) => place.account_id === accountId && place.region === region,
    );
    const name = known?.name ?? parseArn(nameOrArn)?.resource.slice(type.arnResource.length) ?? nameOrArn;
    const tags = new TagReader(api, tuning.tags);
    const context = { api, type, accountId, region, masker, tags };
    const described = await describeResource(context, { name, arn: known?.arn, tags: 'read' }, (observation) =>
      storage.store([observation]),
    );
    if (described.outcome === 'missing')
      return { status: 'partial', reason: `there is no ${type.title} ${nameOrArn} here`, isTransient: false };
    tally.described = 1;
    if (described.outcome === 'unreadable') {
      tally.failed(name, undefined);
      return { status: 'partial', reason: described.error.message, isTransient: false };
    }
    // A target that was partial because of this resource no longer is.
    const target = { resourceType: type.name, accountId, region };
    await storage.run((database) => deleteRevisits(database, target, [name]));
    const reason = tags.denied === undefined ? null : `tags are not read: ${tags.denied}`;
    return { status: reason === null ? 'complete' : 'partial', reason, isTransient: false };
  }
}
