/** Counts the requests of one target as they are sent. */
export class CallCounts {
  readonly #calls = new Map<string, number>();
  #throttles = 0;

  call(operation: string): void {
    this.#calls.set(operation, (this.#calls.get(operation) ?? 0) + 1);
  }

  throttle(): void {
    this.#throttles++;
  }

  /** Requests by operation; retries count again. */
  get calls(): Record<string, number> {
    return Object.fromEntries([...this.#calls].sort());
  }

  get throttles(): number {
    return this.#throttles;
  }
}
