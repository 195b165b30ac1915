import type { ResourceCounts } from '../../../db/crawl/schema.ts';
import type { StoredRow } from '../../../db/store/store-rows.ts';
import { IdSet } from './id-set.ts';

/**
 * Counts the jobs of one target while it is crawled. It counts rows, not responses: a job that is listed twice, or returned by both Search and
 * a describe, counts once. So seen is always new + changed + unchanged + failed, and deleted jobs are not part of it.
 */
export class Tally {
  described = 0;
  backlog = 0;
  postponed = 0;
  /** The total number of jobs, if the service or the catalog has it. */
  expected: number | undefined;
  readonly #seen = new IdSet();
  readonly #new = new IdSet();
  readonly #changed = new IdSet();
  readonly #deleted = new IdSet();
  /** Names of unreadable jobs, with their row if there is one. */
  readonly #failed = new Map<string, number | undefined>();
  readonly #startedAt = new Date().toISOString();

  /** Counts the row of a job that was listed, or that is about to be described. */
  countRow(id: number): void {
    this.#seen.add(id);
  }

  /** Counts a job once, however often it changes during the crawl: as new, or as changed. */
  stored(rows: readonly StoredRow[]): void {
    for (const { id, outcome, changed_at, isDeleted, replaced } of rows) {
      this.deleted(replaced ?? []);
      if (isDeleted) continue;
      this.#seen.add(id);
      if (outcome === 'new') this.#countNew(id);
      else if (outcome === 'changed' && changed_at !== null && changed_at < this.#startedAt) this.#countChanged(id);
    }
  }

  #countNew(id: number): void {
    this.#changed.delete(id);
    this.#new.add(id);
  }

  /** A row that is new in this crawl stays new, even where the database's clock puts its last change before the crawl. */
  #countChanged(id: number): void {
    if (!this.#new.has(id)) this.#changed.add(id);
  }

  failed(name: string, id: number | undefined): void {
    if (id !== undefined || !this.#failed.has(name)) this.#failed.set(name, id);
  }

  /** Reports that a job was read after all. */
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

  /** Returns whether anything was read at all. */
  get hasBegun(): boolean {
    return this.#seen.size > 0 || this.#failed.size > 0 || this.described > 0;
  }

  get counts(): ResourceCounts {
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
