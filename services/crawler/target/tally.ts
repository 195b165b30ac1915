import type { JobCounts } from '../../../db/crawl/schema.ts';
import type { StoredRow } from '../../../db/store/store-rows.ts';
import { IdSet } from './id-set.ts';

/**
 * Counts the jobs of one target while it is crawled. It counts rows, not answers: a job that a listing shows twice, or that Search and
 * a describe show, is one. So seen is always new + changed + unchanged + failed, and what turned out to be deleted is not among it.
 */
export class Tally {
  described = 0;
  backlog = 0;
  postponed = 0;
  /** Jobs in all, where the service or the catalog tells. */
  expected: number | undefined;
  readonly #seen = new IdSet();
  readonly #new = new IdSet();
  readonly #changed = new IdSet();
  readonly #deleted = new IdSet();
  /** Names of jobs that could not be read, with their row, where there is one. */
  readonly #failed = new Map<string, number | undefined>();
  readonly #startedAt = new Date().toISOString();

  /** The row of a job that was listed, or that is about to be described. */
  met(id: number): void {
    this.#seen.add(id);
  }

  /** A job counts once, however often it changes while it is crawled: as new, or as changed. */
  stored(rows: readonly StoredRow[]): void {
    for (const { id, outcome, changed_at, isDeleted, replaced } of rows) {
      this.deleted(replaced ?? []);
      if (isDeleted) continue;
      this.#seen.add(id);
      if (outcome === 'new') this.#new.add(id);
      else if (outcome === 'changed' && changed_at !== null && changed_at < this.#startedAt) this.#changed.add(id);
    }
  }

  failed(name: string, id: number | undefined): void {
    if (id !== undefined || !this.#failed.has(name)) this.#failed.set(name, id);
  }

  /** A job was read after all. */
  read(name: string): void {
    this.#failed.delete(name);
  }

  deleted(ids: readonly number[]): void {
    for (const id of ids) {
      this.#deleted.add(id);
      for (const set of [this.#seen, this.#new, this.#changed]) set.delete(id);
    }
    for (const [name, id] of this.#failed) if (id !== undefined && ids.includes(id)) this.#failed.delete(name);
  }

  /** Whether anything was read at all. */
  get hasBegun(): boolean {
    return this.#seen.size > 0 || this.#failed.size > 0 || this.described > 0;
  }

  get counts(): JobCounts {
    const { described, backlog, postponed } = this;
    let seen = this.#seen.size;
    let added = this.#new.size;
    let changed = this.#changed.size;
    for (const id of this.#failed.values()) {
      if (id === undefined || !this.#seen.has(id)) seen++;
      else if (this.#new.has(id)) added--;
      else if (this.#changed.has(id)) changed--;
    }
    const failed = this.#failed.size;
    const unchanged = seen - added - changed - failed;
    return {
      seen,
      new: added,
      changed,
      unchanged,
      failed,
      deleted: this.#deleted.size,
      described,
      backlog,
      postponed,
    };
  }
}
