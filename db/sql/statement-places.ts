import { SqlUnavailableError } from './sql-error.ts';

/** Gives a place back. */
export type Release = () => void;

interface Waiting {
  readonly group: string;
  readonly begin: (release: Release) => void;
}

/**
 * Places for statements that run at once; others wait in line. One group of callers leaves a place to the others where there are several, whatever
 * it asks for.
 */
export class StatementPlaces {
  readonly #most: number;
  readonly #mostOfGroup: number;
  readonly #longestWaitMs: number;
  readonly #taken = new Map<string, number>();
  #waiting: Waiting[] = [];

  constructor(most: number, longestWaitMs: number) {
    this.#most = most;
    this.#mostOfGroup = Math.max(1, most - 1);
    this.#longestWaitMs = longestWaitMs;
  }

  /** Waits for a place. Throws SqlUnavailableError where none became free in time. */
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
        const seconds = this.#longestWaitMs / 1000;
        reject(
          new SqlUnavailableError(`other statements have run for ${seconds} seconds, and this one waited; try again`),
        );
      }, this.#longestWaitMs);
      this.#waiting.push(waiting);
      this.#next();
    });
  }

  #next(): void {
    const all = [...this.#taken.values()].reduce((sum, count) => sum + count, 0);
    if (all >= this.#most) return;
    const next = this.#waiting.find(({ group }) => this.#countOf(group) < this.#mostOfGroup);
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
