import { SqlUnavailableError } from './sql-error.ts';

/** Returns the slot. */
export type Release = () => void;

interface Waiting {
  readonly group: string;
  readonly begin: (release: Release) => void;
}

/** Slots for concurrent statements; others wait in line. A group of callers with several slots leaves one to the others. */
export class StatementSlots {
  readonly #max: number;
  readonly #maxOfGroup: number;
  readonly #maxWaitMs: number;
  readonly #taken = new Map<string, number>();
  #waiting: Waiting[] = [];

  constructor(max: number, maxWaitMs: number) {
    this.#max = max;
    this.#maxOfGroup = Math.max(1, max - 1);
    this.#maxWaitMs = maxWaitMs;
  }

  /** Waits for a slot. Throws SqlUnavailableError if none becomes free in time. */
  take(group: string): Promise<Release> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        group,
        begin: (release) => {
          clearTimeout(timer);
          resolve(release);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        const seconds = this.#maxWaitMs / 1000;
        reject(new SqlUnavailableError(`other statements have been running for ${seconds} seconds; try again later`));
      }, this.#maxWaitMs);
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    const all = [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
    if (all >= this.#max) return;
    const next = this.#waiting.find(({ group }) => this.#countOf(group) < this.#maxOfGroup);
    if (!next) return;
    this.#waiting = this.#waiting.filter((other) => other !== next);
    this.#change(next.group, 1);
    next.begin(() => {
      this.#change(next.group, -1);
      this.#next();
    });
  }

  #countOf(group: string): number {
    return this.#taken.get(group) ?? 0;
  }

  #change(group: string, by: number): void {
    const count = this.#countOf(group) + by;
    if (count === 0) this.#taken.delete(group);
    else this.#taken.set(group, count);
  }
}
