import type { Usage } from './usage.ts';

/** The stored usage of an ongoing resource. Times are ISO 8601 in UTC with milliseconds. */
export interface StoredUse {
  /** The entries that are `ongoing`. */
  readonly running: readonly Usage[];
  /** The number of entries, including ended ones. */
  readonly entries: number;
  /** The time up to which usage is known; null if none is. */
  readonly knownUntil: string | null;
}

/** A version of an ongoing resource. */
export interface UseVersion {
  readonly createdAt: string;
  /** When it was seen. */
  readonly seenAt: string;
  /** What runs in this version: at least one entry, each from the version's last change on. */
  readonly running: readonly Usage[];
}

const dayMs = 86_400_000;

/**
 * The usage of one ongoing resource, followed from version to version. An entry lasts as long as the same instances run, and at most a day,
 * since each day has its own price and sums.
 */
export class OngoingUse {
  /** Entries that are new or differ from the stored ones, by index. */
  readonly #written = new Map<number, Usage>();
  #running: Usage[];
  #entries: number;
  #knownUntil: string | null;

  constructor({ running, entries, knownUntil }: StoredUse = { running: [], entries: 0, knownUntil: null }) {
    this.#running = running.toSorted((a, b) => a.group_index - b.group_index);
    this.#entries = entries;
    this.#knownUntil = knownUntil;
  }

  get written(): Usage[] {
    return [...this.#written.values()];
  }

  /**
   * Applies the next version: entries that no longer run end, and new ones begin, at the version's last change, or when it was seen if that
   * is earlier. The time from the creation to the first version becomes one `unreported` entry.
   */
  follow({ createdAt, seenAt, running }: UseVersion): void {
    const changedAt = running.map(({ started_at }) => started_at).reduce(later, '');
    const at = this.#beginningOf(createdAt, earlier(changedAt, seenAt));
    this.endDays(midnightOf(at));
    if (this.#entries === 0 && at > createdAt) {
      for (const usage of running.slice(0, 1)) this.#add(unreported(usage, createdAt, at));
    }
    const unmatched = [...running];
    for (const known of [...this.#running]) {
      const index = unmatched.findIndex((usage) => isSame(known, usage));
      const [same] = index < 0 ? [] : unmatched.splice(index, 1);
      if (!same) this.#end(known, at);
      else if (same.status !== known.status) this.#replace(known, { ...known, status: same.status });
    }
    for (const usage of unmatched) this.#running.push(this.#add({ ...usage, ...startingAt(at) }));
    this.#knownUntil = at;
  }

  /** Ends the running entries at the deletion of the resource. */
  end(deletedAt: string): void {
    this.endDays(midnightOf(deletedAt));
    for (const usage of [...this.#running]) this.#end(usage, later(usage.started_at, deletedAt));
    this.#knownUntil = later(this.#knownUntil ?? deletedAt, deletedAt);
  }

  /** Splits the running entries at each midnight up to the given one, so that no stored daily sum has to grow. */
  endDays(midnight: string): void {
    for (;;) {
      const first = this.#running.map(({ started_at }) => started_at).reduce(earlier, midnight);
      const next = new Date(Date.parse(midnightOf(first)) + dayMs).toISOString();
      if (next > midnight) return;
      for (const usage of this.#running.filter(({ started_at }) => started_at < next)) {
        this.#end(usage, next);
        this.#running.push(this.#add({ ...usage, ...startingAt(next) }));
      }
      this.#knownUntil = later(this.#knownUntil ?? next, next);
    }
  }

  /** Returns when the next entries begin. A resource that was marked as deleted and exists after all has never stopped. */
  #beginningOf(createdAt: string, changedAt: string): string {
    if (this.#knownUntil === null) return later(createdAt, changedAt);
    return this.#running.length === 0 ? this.#knownUntil : later(this.#knownUntil, changedAt);
  }

  #add(usage: Usage): Usage {
    const added = { ...usage, group_index: this.#entries++ };
    this.#written.set(added.group_index, added);
    return added;
  }

  #replace(usage: Usage, by: Usage): void {
    this.#written.set(by.group_index, by);
    this.#running = this.#running.map((one) => (one === usage ? by : one));
  }

  #end(usage: Usage, at: string): void {
    this.#written.set(usage.group_index, ended(usage, at));
    this.#running = this.#running.filter((one) => one !== usage);
  }
}

const startingAt = (time: string) => ({ started_at: time, day: time.slice(0, 10) });

/** Returns an entry that ends at a time. Seconds are counted by the clock, so that the parts of a period add up to the whole. */
function ended(usage: Usage, at: string): Usage {
  const clock = Math.floor(Date.parse(at) / 1000) - Math.floor(Date.parse(usage.started_at) / 1000);
  const isBilledByTime = usage.capacity !== 'serverless';
  const seconds = isBilledByTime && usage.instance_count === null ? null : isBilledByTime ? clock : 0;
  const instanceSeconds = seconds === null ? null : seconds * (usage.instance_count ?? 0);
  return {
    ...usage,
    ended_at: at,
    billing: seconds === null ? 'unreported' : 'final',
    billable_seconds: seconds,
    instance_seconds: instanceSeconds,
    storage_gb_seconds: instanceSeconds === null || usage.volume_gb === null ? null : instanceSeconds * usage.volume_gb,
  };
}

const unreported = (usage: Usage, from: string, to: string): Usage => ({
  ...usage,
  ...startingAt(from),
  group_name: null,
  ended_at: to,
  capacity: 'on_demand',
  billing: 'unreported',
  instance_type: null,
  instance_count: null,
  volume_gb: null,
});

/** Entries that are equal in these columns are the same entry. */
const lasting = [
  'group_name',
  'capacity',
  'instance_type',
  'instance_count',
  'volume_gb',
  'training_plan_arn',
] as const;
const isSame = (a: Usage, b: Usage): boolean => lasting.every((name) => a[name] === b[name]);

const midnightOf = (time: string): string => `${time.slice(0, 10)}T00:00:00.000Z`;

// ISO 8601 in UTC with milliseconds sorts as text.
const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);
