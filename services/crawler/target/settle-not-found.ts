import { isOrdered } from '../../../catalog/list-parameters.ts';
import { findKnown } from '../../../db/crawl/find-known.ts';
import { markDeleted } from '../../../db/crawl/mark-deleted.ts';
import { CallError } from '../aws/call-error.ts';
import { type ResourceApi, timestampSlackMs } from '../aws/resource-api.ts';
import type { DescribeItem } from './describe-stage.ts';
import type { Revisits } from './revisits.ts';
import { readSummary } from './summary.ts';
import type { Tally } from './tally.ts';
import type { TargetStorage } from './target-storage.ts';

export interface SettleOptions {
  readonly api: ResourceApi;
  readonly storage: TargetStorage;
  readonly tally: Tally;
  readonly revisits: Revisits;
  /** Names that describes did not find. */
  readonly notFound: ReadonlyMap<string, DescribeItem>;
  /** Resources younger than this may legitimately not be found: milliseconds since the epoch. */
  readonly youngAfter: number;
}

/** Up to this many are looked up one by one; more, in one listing that begins at the oldest of them. */
const maxSingleLookups = 20;

/**
 * Settles what describes did not find, with the listing as a second witness: resources that it lacks too are marked as deleted; those that
 * it has are unreadable. Returns the reason if that could not be decided.
 */
export async function settleNotFound(options: SettleOptions): Promise<string | undefined> {
  const { api, storage, tally, revisits, notFound, youngAfter } = options;
  const known = await storage.run((db) => findKnown(db, api.type, [...notFound.values()].filter(isIdentified)));
  const open: Identified[] = [];
  for (const item of notFound.values()) {
    if (!isIdentified(item)) revisits.drop(item.name);
    else if (known.get(identityOf(item))?.deleted_at) revisits.drop(item.name);
    else if (Date.parse(item.created) < youngAfter) open.push(item);
  }
  if (open.length === 0) return undefined;
  let listed: Set<string>;
  try {
    listed = await list(api, open);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    return `whether ${open.length} jobs that a describe did not find are deleted could not be confirmed: ${error.message}`;
  }
  const gone = open.filter((item) => !listed.has(identityOf(item)));
  for (const { name } of gone) revisits.drop(name);
  const ids = gone.flatMap((item) => known.get(identityOf(item))?.id ?? []);
  tally.deleted(await storage.run((db) => markDeleted(db, api.type, ids)));
  for (const item of open) {
    if (!listed.has(identityOf(item))) continue;
    const { name, arn, created } = item;
    tally.failed(name, known.get(identityOf(item))?.id);
    const reason = 'it is listed, and a describe says that it does not exist';
    revisits.failed({ name, arn, created_at: created, reason });
  }
  return undefined;
}

type Identified = DescribeItem & { readonly arn: string; readonly created: string };

const isIdentified = (item: DescribeItem): item is Identified => item.arn !== undefined && item.created !== undefined;

const identityOf = ({ arn, created }: Identified): string => `${arn} ${created}`;

/** Returns what is currently listed with these creation times. */
async function list(api: ResourceApi, items: readonly Identified[]): Promise<Set<string>> {
  const times = items.map(({ created }) => Date.parse(created)).sort((a, b) => a - b);
  const windows: (readonly [from: number, to: number])[] =
    times.length <= maxSingleLookups && isOrdered(api.type.list.parameters)
      ? times.map((time) => [time, time])
      : [[times[0] ?? 0, times.at(-1) ?? 0]];
  const listed = new Set<string>();
  for (const [from, to] of windows) {
    let nextToken: string | undefined;
    do {
      const page = await api.list({
        createdAfter: from - timestampSlackMs,
        createdBefore: to + timestampSlackMs,
        nextToken,
      });
      for (const item of page.items) {
        const summary = readSummary(api.type, item);
        if (summary) listed.add(`${summary.arn} ${summary.created}`);
      }
      nextToken = page.nextToken === nextToken ? undefined : page.nextToken;
    } while (nextToken !== undefined);
  }
  return listed;
}
