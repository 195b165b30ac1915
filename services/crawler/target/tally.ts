import type { JobCounts } from '../../../db/crawl/schema.ts';
import type { StoredRow } from '../../../db/store/store-rows.ts';

/** Counts the jobs of one target while it is crawled. */
export class Tally {
  seen = 0;
  failed = 0;
  deleted = 0;
  described = 0;
  backlog = 0;
  /** Jobs in all, where the service or the catalog tells. */
  expected: number | undefined;
  #new = 0;
  #changed = 0;
  readonly #startedAt = new Date().toISOString();

  /** A job counts once, however often it changes while it is crawled: as new, or as changed. */
  stored(rows: readonly StoredRow[]): void {
    for (const { outcome, changed_at } of rows) {
      if (outcome === 'new') this.#new++;
      else if (outcome === 'changed' && changed_at !== null && changed_at < this.#startedAt) this.#changed++;
    }
  }

  get counts(): JobCounts {
    const { seen, failed, deleted, described, backlog } = this;
    const unchanged = Math.max(0, seen - this.#new - this.#changed - failed);
    return { seen, new: this.#new, changed: this.#changed, unchanged, failed, deleted, described, backlog };
  }
}
