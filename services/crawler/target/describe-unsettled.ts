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

/** The rows to describe, and how. */
export interface UnsettledRows {
  /** `described`: rows that can still change; `searched`: rows that lack what only a describe shows. */
  readonly completeness: Completeness;
  readonly upToId?: number | undefined;
  /** How their tags are read; undefined if Search returns them, or they are not needed. */
  readonly tags?: OpenTags | 'one by one' | undefined;
  /** Milliseconds since the epoch after which no further row is started. */
  readonly until?: number | undefined;
}

export interface UnsettledOptions {
  readonly api: ResourceApi;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly tally: Tally;
  readonly revisits: Revisits;
  readonly describe: DescribeStage;
  /** Rows that this crawl could not read: they are skipped, and further ones are added. */
  readonly tried: Set<number>;
}

/** Remembered rows; beyond that some may be tried twice. */
const maxRemembered = 100_000;

/** Describes a target's rows that need it, oldest row first, reading them from the database as it goes. */
export async function describeUnsettled(
  { api, target, storage, tally, revisits, describe, tried }: UnsettledOptions,
  { completeness, upToId, tags, until }: UnsettledRows,
): Promise<void> {
  if (!api.type.describe) return;
  for (let afterId = 0; ; ) {
    const page = { completeness, afterId, upToId, limit: pageSize };
    const rows = await storage.run((db) => nextUnsettled(db, api.type, target, page));
    for (const { id } of rows) tally.countRow(id);
    const untried = rows.filter(({ id, name }) => !tried.has(id) && !revisits.skips(name));
    const readIf = tags instanceof OpenTags ? await tags.read(untried) : undefined;
    for (const { id, name, arn, created, ...row } of untried) {
      if (until !== undefined && Date.now() >= until) return;
      const doubt = readIf?.({ id, name, arn, created, ...row });
      const wanted = tags === undefined ? 'skip' : doubt === undefined ? 'read' : { readIf: doubt };
      await describe.add({ id, name, arn, created, tags: wanted }, () => {
        if (tried.size < maxRemembered) tried.add(id);
      });
    }
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    afterId = last.id;
  }
}
