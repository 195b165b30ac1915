import type { TargetKey } from '../../../db/crawl/target-key.ts';
import { nextUnsettled, type UnsettledRow } from '../../../db/crawl/unsettled.ts';
import type { Completeness } from '../../../db/schema.ts';
import type { ResourceApi } from '../aws/resource-api.ts';
import type { DescribeStage } from './describe-stage.ts';
import type { TargetStorage } from './target-storage.ts';

const pageSize = 500;

export interface UnsettledOptions {
  readonly api: ResourceApi;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly describe: DescribeStage;
  /** `described`: rows that can still change; `searched`: rows that lack what only a describe shows. */
  readonly completeness: Completeness;
  readonly upToId?: number | undefined;
  readonly withTags: boolean;
  /** Milliseconds since the epoch after which no further row is begun. */
  readonly until?: number | undefined;
  /** Rows that are left alone, since this crawl has tried them already. */
  readonly tried: ReadonlySet<number>;
  readonly onRow?: (row: UnsettledRow) => void;
  readonly onTried: (id: number) => void;
}

/** Describes a target's rows that need it, oldest row first, reading them from the database as it goes. */
export async function describeUnsettled(options: UnsettledOptions): Promise<void> {
  const { api, target, storage, describe, completeness, upToId, withTags, until, tried, onRow, onTried } = options;
  for (let afterId = 0; ; ) {
    const page = { completeness, afterId, upToId, limit: pageSize };
    const rows = await storage.run((db) => nextUnsettled(db, api.type, target, page));
    for (const row of rows) {
      if (until !== undefined && Date.now() >= until) return;
      if (tried.has(row.id)) continue;
      onRow?.(row);
      await describe.add({ ...row, withTags }, (outcome) => {
        if (outcome !== 'observed') onTried(row.id);
      });
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    afterId = last.id;
  }
}
