import pLimit from 'p-limit';

export interface QueueOptions {
  /** Tasks under way at once. */
  readonly concurrency: number;
  /** Tasks that may wait beside them before whoever brings more is held back. */
  readonly waiting: number;
}

/**
 * Runs tasks, so many at once, and holds back whoever brings more than may wait. The first failure ends it: what waits is not begun, and
 * `add`, `until` and `idle` throw it.
 */
export class BoundedQueue {
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #capacity: number;
  #held = 0;
  #failure: { readonly error: unknown } | undefined;
  #wake: (() => void)[] = [];

  constructor({ concurrency, waiting }: QueueOptions) {
    this.#limit = pLimit(concurrency);
    this.#capacity = concurrency + waiting;
  }

  /** Resolves when there is room for a task. */
  room(): Promise<void> {
    return this.until(() => this.#held < this.#capacity);
  }

  /** Takes a task as soon as there is room for it. */
  async add(task: () => Promise<void>): Promise<void> {
    // Nothing is awaited between the look and the taking: two that are woken at once do not take the same place.
    while (!this.#failure && this.#held >= this.#capacity) await this.#change();
    this.#throwFailure();
    this.#held++;
    this.#limit(() => this.#run(task));
  }

  async #run(task: () => Promise<void>): Promise<void> {
    try {
      if (!this.#failure) await task();
    } catch (error) {
      this.fail(error);
    } finally {
      this.#held--;
      this.notify();
    }
  }

  /** Resolves when every task that was taken has ended. */
  async idle(): Promise<void> {
    while (this.#held > 0) await this.#change();
    this.#throwFailure();
  }

  /** Resolves when a condition holds. It is looked at whenever a task has ended, and when it is told of a change. */
  async until(holds: () => boolean): Promise<void> {
    while (!this.#failure && !holds()) await this.#change();
    this.#throwFailure();
  }

  /** Tells those who wait that something has changed. */
  notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** Ends the queue with what went wrong elsewhere. */
  fail(error: unknown): void {
    this.#failure ??= { error };
    this.notify();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#wake.push(resolve));
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
