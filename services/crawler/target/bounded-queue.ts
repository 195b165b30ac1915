import pLimit from 'p-limit';

export interface QueueOptions {
  /** Concurrent tasks. */
  readonly concurrency: number;
  /** Waiting tasks; beyond that, `add` waits for room. */
  readonly waiting: number;
}

/**
 * Runs tasks with limited concurrency and holds producers back while too many tasks wait. After the first failure no waiting task starts,
 * and `add`, `until` and `idle` throw the error.
 */
export class BoundedQueue {
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #capacity: number;
  #accepted = 0;
  #failure: { readonly error: unknown } | undefined;
  #wake: (() => void)[] = [];

  constructor({ concurrency, waiting }: QueueOptions) {
    this.#limit = pLimit(concurrency);
    this.#capacity = concurrency + waiting;
  }

  /** Resolves when there is room for a task. */
  room(): Promise<void> {
    return this.until(() => this.#accepted < this.#capacity);
  }

  /** Queues a task; resolves when there was room for it. */
  async add(task: () => Promise<void>): Promise<void> {
    // No await between this check and the increment, so two producers never take the same place.
    while (!this.#failure && this.#accepted >= this.#capacity) await this.#change();
    this.#throwFailure();
    this.#accepted++;
    this.#limit(() => this.#run(task));
  }

  async #run(task: () => Promise<void>): Promise<void> {
    try {
      if (!this.#failure) await task();
    } catch (error) {
      this.fail(error);
    } finally {
      this.#accepted--;
      this.notify();
    }
  }

  /** Resolves when every queued task has ended. */
  async idle(): Promise<void> {
    while (this.#accepted > 0) await this.#change();
    this.#throwFailure();
  }

  /** Resolves when a condition holds. It is checked whenever a task ends or `notify` is called. */
  async until(holds: () => boolean): Promise<void> {
    while (!this.#failure && !holds()) await this.#change();
    this.#throwFailure();
  }

  /** Checks the conditions of waiting callers again. */
  notify(): void {
    for (const wake of this.#wake.splice(0)) wake();
  }

  /** Fails the queue with an error from elsewhere. */
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
