import { parseArn } from '../../../catalog/arn.ts';
import { findResource } from '../../../db/crawl/find-resource.ts';
import { deleteRevisits } from '../../../db/crawl/revisits.ts';
import { openApi } from '../aws/open-api.ts';
import { describeResource } from '../describe/describe-resource.ts';
import { PartReader } from '../describe/part-reader.ts';
import { TagReader } from '../describe/tag-reader.ts';
import { CallCounts } from './call-counts.ts';
import { classifyFailure, type Failure } from './classify-failure.ts';
import type { TargetOptions, TargetOutcome } from './crawl-target.ts';
import { Tally } from './tally.ts';
import { TargetStorage } from './target-storage.ts';

type Ended = Pick<TargetOutcome, 'status' | 'reason' | 'isTransient'>;

/** Reads one resource, by name or ARN, and its tags. Says nothing about the rest of the target. */
export async function crawlOne(options: TargetOptions, nameOrArn: string): Promise<TargetOutcome> {
  const { crawler, type, session, region, signal } = options;
  const { masker, settings } = crawler;
  const { accountId } = session;
  const startedAt = new Date();
  const counts = new CallCounts();
  const tally = new Tally();
  const storage = new TargetStorage({ db: crawler.database.kysely, type, masker, tally, signal });
  const api = openApi(crawler, { type, session, region }, { counts, signal });
  using _ = api.caller;
  const ended: Ended = await read().catch((error: unknown): Failure => {
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

  async function read(): Promise<Ended> {
    const known = (await storage.run((db) => findResource(db, type, nameOrArn))).find(
      (place) => place.account_id === accountId && place.region === region,
    );
    const name = known?.name ?? parseArn(nameOrArn)?.resource.slice(type.arnResource.length) ?? nameOrArn;
    const tags = new TagReader(api, settings.tags);
    const parts = new PartReader(api, { resourceType: type.name, accountId, region }, crawler.parts, storage);
    const context = { api, type, accountId, region, masker, tags, parts };
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
    await storage.run((db) => deleteRevisits(db, target, [name]));
    const reason = tags.denied === undefined ? null : `tags are not read: ${tags.denied}`;
    return { status: reason === null ? 'complete' : 'partial', reason, isTransient: false };
  }
}
