import type { TargetKey } from '../../../db/crawl/target-key.ts';
import { nextUnsettled } from '../../../db/crawl/unsettled.ts';
import type { Completeness } from '../../../db/schema.ts';
import type { ResourceApi } from '../aws/resource-api.ts';
import type { DescribeStage } from './describe-stage.ts';
import { OpenTags } from './open-tags.ts';
import type { Revisits } from './revisits.ts';
import type { Tally } from './tally.ts';
import type { TargetStorage } from './target-storage.ts';

const pageSize = 500;

export interface UnsettledOptions {
  readonly api: ResourceApi;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly describe: DescribeStage;
  /** `described`: rows that can still change; `searched`: rows that lack what only a describe returns. */
  readonly completeness: Completeness;
  readonly upToId?: number | undefined;
  /** How their tags are read; undefined if Search returns them, or they are not needed. */
  readonly tags?: OpenTags | 'one by one' | undefined;
  /** Milliseconds since the epoch after which no further row is started. */
  readonly until?: number | undefined;
  /** Rows to skip, since this crawl has tried them already. */
  readonly tried: ReadonlySet<number>;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly onTried: (id: number) => void;
}

/** Describes a target's rows that need it, oldest row first, reading them from the database as it goes. */
export async function describeUnsettled(options: UnsettledOptions): Promise<void> {
  const { api, target, storage, describe, completeness, upToId, tags, until, tried, tally, revisits, onTried } =
    options;
  if (!api.type.describe) return;
  for (let afterId = 0; ; ) {
    const page = { completeness, afterId, upToId, limit: pageSize };
    const rows = await storage.run((db) => nextUnsettled(db, api.type, target, page));
    for (const { id } of rows) tally.met(id);
    const untried = rows.filter(({ id, name }) => !tried.has(id) && !revisits.leavesAlone(name));
    const inDoubt = tags instanceof OpenTags ? await tags.read(untried) : undefined;
    for (const { id, name, arn, created, ...row } of untried) {
      if (until !== undefined && Date.now() >= until) return;
      const doubt = inDoubt?.({ id, name, arn, created, ...row });
      const wanted = tags === undefined ? 'skip' : doubt === undefined ? 'read' : { inDoubt: doubt };
      await describe.add({ id, name, arn, created, tags: wanted }, () => onTried(id));
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    afterId = last.id;
  }
}
