import type { FlatRow } from '../../../catalog/flatten.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import {
  deleteRevisits,
  type Revisit,
  type RevisitAttempt,
  readRevisits,
  readUnreadable,
  recordRevisits,
} from '../../../db/crawl/revisits.ts';
import type { TargetKind } from '../../../db/crawl/schema.ts';
import type { TargetKey } from '../../../db/crawl/target-key.ts';
import { isSettledRow, type Observation } from '../../../db/store/observation.ts';
import type { StoredRow } from '../../../db/store/store-rows.ts';
import type { TargetStorage } from './target-storage.ts';

export interface RevisitOptions {
  readonly type: AnyResourceType;
  readonly target: TargetKey;
  readonly storage: TargetStorage;
  readonly kind: TargetKind;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The number of unreadable jobs that a reason names; the table has them all. */
const maxNamed = 3;
const batchSize = 200;

/**
 * Unreadable jobs, and jobs that have been open for longer than a job can run. They are kept across crawls; incremental crawls describe each
 * at growing intervals, and full crawls describe them all.
 */
export class Revisits {
  readonly #options: RevisitOptions;
  #kept = new Map<string, Revisit>();
  #noted = new Map<string, RevisitAttempt>();
  #dropped = new Set<string>();
  /** Those that this crawl has described, with any result. */
  readonly #touched = new Set<string>();

  constructor(options: RevisitOptions) {
    this.#options = options;
  }

  /** Call it before anything is crawled. */
  async load(): Promise<void> {
    const { storage, target } = this.#options;
    const kept = await storage.run((db) => readRevisits(db, target));
    this.#kept = new Map(kept.map((one) => [one.name, one]));
  }

  /** Returns whether only the stage of revisits describes a job in this crawl. */
  skips(name: string): boolean {
    return this.#options.kind !== 'full' && this.#kept.has(name);
  }

  /** Returns those that are due in this crawl and not yet described. */
  due(): Revisit[] {
    const { kind } = this.#options;
    return [...this.#kept.values()].filter(
      (one) => !this.#touched.has(one.name) && (kind === 'full' || this.#isDue(one)),
    );
  }

  /** Returns how many are skipped in this crawl. */
  get postponed(): number {
    if (this.#options.kind === 'full') return 0;
    return [...this.#kept.values()].filter((one) => !this.#touched.has(one.name) && !this.#isDue(one)).length;
  }

  #isDue({ next_at }: Revisit): boolean {
    return Date.parse(next_at) <= this.#options.now();
  }

  /** Reports a job that could not be read. */
  failed(job: Omit<RevisitAttempt, 'why'>): void {
    this.#touched.add(job.name);
    this.#noted.set(job.name, { ...job, why: 'unreadable' });
    this.#dropped.delete(job.name);
  }

  /** Reports a job that was read. Whether it has been open for too long is decided once it is stored. */
  read(name: string): void {
    this.#touched.add(name);
    if (this.#kept.get(name)?.why === 'unreadable' || this.#noted.has(name)) this.drop(name);
  }

  /** Reports a job that no longer exists, or that is neither unreadable nor open for too long. */
  drop(name: string): void {
    this.#touched.add(name);
    this.#noted.delete(name);
    if (this.#kept.has(name)) this.#dropped.add(name);
  }

  /** Takes stored describes: a job that is impossibly still open, and unchanged, is revisited less often. */
  stored(batch: readonly Observation[], rows: readonly StoredRow[]): void {
    const { type, now } = this.#options;
    const { key } = type;
    const unchanged = new Set(
      rows.filter(({ outcome, described_at }) => outcome === 'unchanged' && described_at).map(identityOf),
    );
    for (const { row, source } of batch) {
      if (source !== 'describe') continue;
      const name = String(row[key.name]);
      const arn = String(row[key.arn]);
      const created = String(row[key.createdAt]);
      if (unchanged.has(`${arn} ${created}`) && isOverdue(type, row, now())) {
        this.#touched.add(name);
        this.#noted.set(name, { name, arn, created_at: created, why: 'overdue', reason: null });
        this.#dropped.delete(name);
      } else this.drop(name);
    }
  }

  /** Writes what has been reported since the last call. */
  async flush(): Promise<void> {
    const { storage, target, now } = this.#options;
    const noted = [...this.#noted.values()];
    const dropped = [...this.#dropped];
    this.#noted = new Map();
    this.#dropped = new Set();
    if (dropped.length > 0) await storage.run((db) => deleteRevisits(db, target, dropped));
    for (let from = 0; from < noted.length; from += batchSize)
      await storage.run((db) => recordRevisits(db, target, noted.slice(from, from + batchSize), new Date(now())));
  }

  /** Returns why the target is not complete: the jobs that cannot be read, in this crawl or since an earlier one. */
  async problem(): Promise<string | undefined> {
    const { storage, target } = this.#options;
    const { count, first } = await storage.run((db) => readUnreadable(db, target, { limit: maxNamed }));
    if (count === 0) return undefined;
    const named = first.map(({ name, reason }) => `${name} (${reason})`).join(', ');
    const more = count > first.length ? ` and ${count - first.length} more` : '';
    return `${count} job${count === 1 ? '' : 's'} cannot be read: ${named}${more}`;
  }
}

const identityOf = ({ arn, created }: StoredRow): string => `${arn} ${created}`;

/** Returns whether a row has been open for longer than its resource can run. */
function isOverdue(type: AnyResourceType, row: FlatRow, now: number): boolean {
  if (isSettledRow(type, row)) return false;
  const openUntil = type.openUntil(row as Parameters<typeof type.openUntil>[0]);
  return openUntil !== undefined && openUntil < now;
}
