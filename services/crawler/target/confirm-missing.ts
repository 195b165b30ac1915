import pLimit from 'p-limit';
import { flatten } from '../../../catalog/flatten.ts';
import { markDeleted } from '../../../db/crawl/mark-deleted.ts';
import { type MissingResource, nextMissing } from '../../../db/crawl/missing.ts';
import type { TargetKey } from '../../../db/crawl/target-key.ts';
import { CallError } from '../aws/call-error.ts';
import type { ResourceApi } from '../aws/resource-api.ts';
import type { Tally } from './tally.ts';
import type { TargetStorage } from './target-storage.ts';

export interface ConfirmOptions {
  readonly api: ResourceApi;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly concurrency: number;
  readonly tally: Tally;
  /** What describes of this crawl did not find, by name: that need not be asked again. */
  readonly unfound: ReadonlyMap<string, unknown>;
  /** Resources younger than this may be missing from a listing without fault: milliseconds since the epoch. */
  readonly youngAfter: number;
}

const batchSize = 100;
/** Missing resources that exist after all show that the listing was not whole; so many are enough to know. */
const enoughContradictions = 20;

/**
 * Describes what the listing lacks. What does not exist is marked deleted, softly; what exists was wrongly missing: it is left alone,
 * and the reason why the listing cannot be called whole is answered.
 */
export async function confirmMissing(options: ConfirmOptions): Promise<string | undefined> {
  const { api, target, storage, concurrency, tally, unfound, youngAfter } = options;
  const limit = pLimit(concurrency);
  let contradictions = 0;
  let unanswered: string | undefined;
  for (let afterId = 0; contradictions < enoughContradictions; ) {
    const rows = await storage.run((db) => nextMissing(db, api.type, target, { afterId, limit: batchSize }));
    const found = await Promise.all(
      rows.map((row) => limit(() => (unfound.has(row.name) ? ({ state: 'gone' } as const) : look(api, target, row)))),
    );
    // Another resource that has the name by now is proof as good as none.
    const gone = rows.filter((_, index) => {
      const one = found[index];
      return one?.state === 'gone' || (one?.state === 'exists' && !one.isSame);
    });
    const ids = gone.map(({ id }) => id);
    tally.deleted(await storage.run((db) => markDeleted(db, api.type, ids)));
    await storage.store(found.flatMap((one) => (one.state === 'exists' ? [one.observation] : [])));
    for (const [index, row] of rows.entries()) {
      const one = found[index];
      if (one?.state === 'exists' && one.isSame && Date.parse(row.created) < youngAfter) contradictions++;
      if (one?.state === 'unanswered') unanswered = one.reason;
    }
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) break;
    afterId = last.id;
  }
  if (contradictions > 0) {
    return `the listing ended early or left out jobs: ${contradictions}${contradictions < enoughContradictions ? '' : ' or more'} that it lacked exist`;
  }
  return unanswered && `whether a missing job is deleted could not be confirmed: ${unanswered}`;
}

type Found =
  | { readonly state: 'gone' }
  | { readonly state: 'unanswered'; readonly reason: string }
  | {
      readonly state: 'exists';
      /** False where another resource has the name now. */
      readonly isSame: boolean;
      readonly observation: Parameters<TargetStorage['store']>[0][number];
    };

async function look(api: ResourceApi, target: TargetKey, missing: MissingResource): Promise<Found> {
  const askedAt = new Date();
  try {
    const response = await api.describe(missing.name, missing.arn);
    const flat = flatten(api.type, response, { accountId: target.accountId, region: target.region });
    if (!flat.ok) return { state: 'unanswered', reason: flat.error.message };
    return {
      state: 'exists',
      isSame: flat.row[api.type.key.createdAt] === missing.created,
      observation: { row: flat.row, region: target.region, source: 'describe', askedAt },
    };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return error.kind === 'missing' ? { state: 'gone' } : { state: 'unanswered', reason: error.message };
  }
}
