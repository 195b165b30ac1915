import pLimit from 'p-limit';
import { markDeleted } from '../../../db/crawl/mark-deleted.ts';
import { type MissingResource, nextMissing } from '../../../db/crawl/missing.ts';
import type { TargetKey } from '../../../db/crawl/target-key.ts';
import type { Observation } from '../../../db/store/observation.ts';
import { CallError } from '../aws/call-error.ts';
import { type DescribeContext, describeResource } from '../describe/describe-resource.ts';
import type { Tally } from './tally.ts';
import type { TargetStorage } from './target-storage.ts';

export interface ConfirmOptions {
  readonly context: DescribeContext;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly concurrency: number;
  readonly tally: Tally;
  /** Names that this crawl's describes did not find, which need no second call. */
  readonly notFound: ReadonlyMap<string, unknown>;
  /** Resources younger than this may legitimately be absent from a listing: milliseconds since the epoch. */
  readonly youngAfter: number;
}

const batchSize = 100;
/** Missing resources that exist show that the listing was incomplete; this many are enough. */
const maxContradictions = 20;

/**
 * Describes the resources that the listing lacks. Those that do not exist are marked as deleted; those that exist are left alone, and the
 * reason why the listing is incomplete is returned.
 */
export async function confirmMissing(options: ConfirmOptions): Promise<string | undefined> {
  const { context, target, storage, concurrency, tally, notFound, youngAfter } = options;
  const limit = pLimit(concurrency);
  let contradictions = 0;
  let unanswered: string | undefined;
  for (let afterId = 0; contradictions < maxContradictions; ) {
    const rows = await storage.run((db) => nextMissing(db, context.type, target, { afterId, limit: batchSize }));
    const toStore: Observation[] = [];
    const store = async (observation: Observation) => {
      toStore.push(observation);
    };
    const found = await Promise.all(
      rows.map((row) =>
        limit(() => (notFound.has(row.name) ? ({ state: 'gone' } as const) : look(context, row, store))),
      ),
    );
    // If another resource has the name by now, this one is gone.
    const gone = rows.filter((_, index) => {
      const one = found[index];
      return one?.state === 'gone' || (one?.state === 'exists' && !one.isSame);
    });
    const ids = gone.map(({ id }) => id);
    tally.deleted(await storage.run((db) => markDeleted(db, context.type, ids)));
    await storage.store(toStore);
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
    return `the listing ended early or left out jobs: ${contradictions}${contradictions < maxContradictions ? '' : ' or more'} that it lacked exist`;
  }
  return unanswered && `whether a missing job is deleted could not be confirmed: ${unanswered}`;
}

type Found =
  | { readonly state: 'gone' }
  | { readonly state: 'unanswered'; readonly reason: string }
  | {
      readonly state: 'exists';
      /** Returns false if another resource has the name now. */
      readonly isSame: boolean;
    };

async function look(
  context: DescribeContext,
  { name, arn, created }: MissingResource,
  store: (observation: Observation) => Promise<void>,
): Promise<Found> {
  try {
    const described = await describeResource(context, { name, arn, created, tags: 'skip' }, store);
    if (described.outcome === 'missing') return { state: 'gone' };
    if (described.outcome === 'unreadable') return { state: 'unanswered', reason: described.error.message };
    const row = described.outcome === 'stored' ? described.observation.row : undefined;
    return { state: 'exists', isSame: row?.[context.type.key.createdAt] === created };
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return { state: 'unanswered', reason: error.message };
  }
}
