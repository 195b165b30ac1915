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

  stored(rows: readonly StoredRow[]): void {
    for (const { outcome } of rows) {
      if (outcome === 'new') this.#new++;
      else if (outcome === 'changed') this.#changed++;
    }
  }

  get counts(): JobCounts {
    const { seen, failed, deleted, described, backlog } = this;
    const unchanged = Math.max(0, seen - this.#new - this.#changed - failed);
    return { seen, new: this.#new, changed: this.#changed, unchanged, failed, deleted, described, backlog };
  }
}
