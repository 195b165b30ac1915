/** Limits the requests per second, evenly spaced; halves the rate after a throttle, and recovers slowly with success. */
export class TokenBucket {
  readonly #ceiling: number;
  readonly #now: () => number;
  readonly #waiting: Waiter[] = [];
  readonly #taken = new SlidingCount();
  #rate: number;
  #nextAt = 0;
  #cutAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /** `ceiling`: the maximum rate, in requests per second; `now`: milliseconds, monotonic. */
  constructor(ceiling: number, now: () => number = () => performance.now()) {
    this.#ceiling = ceiling;
    this.#rate = ceiling;
    this.#now = now;
  }

  /** The current rate, in requests per second. */
  get rate(): number {
    return this.#rate;
  }

  /** Resolves when a request may start; rejects with the signal's reason if it aborts first. */
  take(signal: AbortSignal): Promise<void> | void {
    signal.throwIfAborted();
    const now = this.#now();
    if (this.#waiting.length === 0 && now >= this.#nextAt) return this.#spend(now);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        begin: () => {
          signal.removeEventListener('abort', abort);
          resolve();
        },
      };
      const abort = () => {
        const place = this.#waiting.indexOf(waiter);
        if (place >= 0) this.#waiting.splice(place, 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', abort, { once: true });
      this.#waiting.push(waiter);
      this.#schedule(now);
    });
  }

  /** Reports a success: the rate recovers by at most a twentieth of the ceiling per second. */
  succeeded(): void {
    if (this.#rate < this.#ceiling) {
      this.#rate = Math.min(this.#ceiling, this.#rate + (this.#ceiling * 0.05) / Math.max(this.#rate, 1));
    }
  }

  /** Reports that a request started at `startedAt` was throttled. Requests that were in flight at the last cut are ignored. */
  throttled(startedAt: number): void {
    if (startedAt <= this.#cutAt) return;
    const now = this.#now();
    // The actual rate may be far below the ceiling; that is the one to halve.
    const sent = Math.max(1, this.#taken.lastSecond(now));
    this.#rate = Math.max(this.#ceiling / 64, Math.min(this.#rate, sent) / 2);
    this.#cutAt = now;
    this.#nextAt = Math.max(this.#nextAt, now + 1000 / this.#rate);
  }

  #spend(now: number): void {
    const interval = 1000 / this.#rate;
    // Timers are late by a millisecond or more: lost time may be caught up, but only a little of it.
    this.#nextAt = Math.max(this.#nextAt, now - Math.max(interval, 20)) + interval;
    this.#taken.add(now);
  }

  #schedule(now: number): void {
    this.#timer ??= setTimeout(() => this.#serve(), Math.max(0, this.#nextAt - now));
  }

  #serve(): void {
    this.#timer = undefined;
    const now = this.#now();
    while (now >= this.#nextAt) {
      const waiter = this.#waiting.shift();
      if (!waiter) return;
      this.#spend(now);
      waiter.begin();
    }
    if (this.#waiting.length > 0) this.#schedule(now);
  }
}

interface Waiter {
  begin(): void;
}

/** Counts the requests that started within about the last second. */
class SlidingCount {
  #second = 0;
  #current = 0;
  #previous = 0;

  add(now: number): void {
    this.#roll(now);
    this.#current++;
  }

  lastSecond(now: number): number {
    this.#roll(now);
    return Math.max(this.#current, this.#previous);
  }

  #roll(now: number): void {
    const second = Math.floor(now / 1000);
    if (second === this.#second) return;
    this.#previous = second === this.#second + 1 ? this.#current : 0;
    this.#current = 0;
    this.#second = second;
  }
}
