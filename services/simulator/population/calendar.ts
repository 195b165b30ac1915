import { hashNumbers, SeededRandom } from './random.ts';

const DAY = 86_400_000;

/** Share of a day's jobs created before each hour (UTC): quiet nights, two peaks around midday, a nightly batch at two. */
const HOURS = [2, 2, 6, 2, 1, 1, 2, 4, 7, 8, 7, 6, 5, 7, 8, 8, 7, 5, 4, 3, 2, 2, 2, 2];
const HOUR_TOTAL = HOURS.reduce((sum, hour) => sum + hour, 0);

export interface CalendarOptions {
  readonly seed: number;
  /** The number of jobs at the anchor. */
  readonly jobs: number;
  /** How many of them, the newest, are created within the last hours so that they still run at the anchor. */
  readonly live: number;
  /** The moment for which the jobs are generated, in milliseconds since the epoch. */
  readonly anchor: number;
  readonly historyDays: number;
  /** The number of jobs created per hour after the anchor. */
  readonly arrivalsPerHour: number;
}

/**
 * The creation times of a target's jobs, which increase with the index, and are denser on working days and near the anchor. Lookups by
 * index and by time take O(log days), for any number of jobs.
 */
export class Calendar {
  readonly #options: CalendarOptions;
  readonly #start: number;
  readonly #settled: number;
  /** Cumulative share of the jobs created before each day. */
  readonly #days: Float64Array;

  constructor(options: CalendarOptions) {
    this.#options = options;
    this.#settled = options.jobs - options.live;
    const days = options.historyDays;
    // The settled history ends where the hours of live jobs begin.
    this.#start = options.anchor - LIVE_HOURS * 3_600_000 - days * DAY;
    this.#days = new Float64Array(days + 1);
    const random = new SeededRandom(hashNumbers(options.seed, 0xca1e));
    for (let day = 0; day < days; day++) {
      const weekday = new Date(this.#start + day * DAY).getUTCDay();
      const working = weekday === 0 || weekday === 6 ? 0.3 : 1;
      const growth = 0.4 + (1.2 * day) / days;
      this.#days[day + 1] = (this.#days[day] ?? 0) + working * growth * (0.6 + random.next() * 0.8);
    }
    const total = this.#days[days] ?? 1;
    for (let day = 0; day <= days; day++) this.#days[day] = (this.#days[day] ?? 0) / total;
  }

  /** Returns the creation time of job `index`, in milliseconds. */
  createdAt(index: number): number {
    const { anchor, jobs, live, arrivalsPerHour } = this.#options;
    const within = 0.1 + 0.8 * (hashNumbers(this.#options.seed, index, 0x7173) / 4294967296);
    if (index >= jobs) {
      return Math.floor(anchor + ((index - jobs + within) / arrivalsPerHour) * 3_600_000);
    }
    if (index >= this.#settled) {
      const share = (index - this.#settled + within) / live;
      return Math.floor(anchor - (1 - share) * LIVE_HOURS * 3_600_000);
    }
    return this.#timeAt((index + within) / this.#settled);
  }

  /** Returns the number of jobs at `now`. */
  countAt(now: number): number {
    const { anchor, jobs, arrivalsPerHour } = this.#options;
    if (now < anchor) return this.firstCreatedAfter(now, jobs);
    if (arrivalsPerHour === 0) return jobs;
    return this.firstCreatedAfter(now, jobs + Math.ceil(((now - anchor) / 3_600_000) * arrivalsPerHour) + 2);
  }

  /** Returns the first index below `count` created after `time`, or `count`. */
  firstCreatedAfter(time: number, count: number): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.createdAt(middle) > time) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #timeAt(share: number): number {
    const days = this.#days;
    let low = 0;
    let high = days.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((days[middle] ?? 0) <= share) low = middle;
      else high = middle;
    }
    const from = days[low] ?? 0;
    const to = days[high] ?? 1;
    return Math.floor(this.#start + (low + ofDay((share - from) / (to - from))) * DAY);
  }
}

/** The period before the anchor in which the live jobs were created. */
const LIVE_HOURS = 6;

/** Returns the time of day, as a share of the day, by which `share` of the day's jobs were created. */
function ofDay(share: number): number {
  let left = share * HOUR_TOTAL;
  for (let hour = 0; hour < HOURS.length; hour++) {
    const jobs = HOURS[hour] ?? 0;
    if (left < jobs) return (hour + left / jobs) / 24;
    left -= jobs;
  }
  return 0.999999;
}
