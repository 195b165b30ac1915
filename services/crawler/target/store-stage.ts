import type { Observation } from '../../../db/store/observation.ts';

export interface StoreStageOptions {
  /** Stores a batch; called for one batch at a time. */
  readonly store: (batch: Observation[]) => Promise<void>;
  readonly batchSize: number;
  /** The maximum time in milliseconds that an observation waits for others. */
  readonly delayMs: number;
}

/** Collects observations into batches, and holds its callers back while the database is slower than they are. */
export class StoreStage {
  readonly #options: StoreStageOptions;
  #waiting: Observation[] = [];
  #storing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(options: StoreStageOptions) {
    this.#options = options;
  }

  /** Takes an observation; resolves when there is room for the next. Throws the error of an earlier batch. */
  async add(observation: Observation): Promise<void> {
    this.#waiting.push(observation);
    const { batchSize, delayMs } = this.#options;
    if (this.#waiting.length >= batchSize) this.#store();
    else this.#timer ??= setTimeout(() => this.#store(), delayMs);
    while (this.#waiting.length >= 2 * batchSize && this.#storing) await this.#storing;
    this.#throwFailure();
  }

  /** Resolves when everything that was taken is stored. Throws the error of storing. */
  async flush(): Promise<void> {
    do {
      this.#store();
      await this.#storing;
    } while ((this.#waiting.length > 0 || this.#storing) && !this.#failure);
    this.#throwFailure();
  }

  #store(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#storing || this.#waiting.length === 0 || this.#failure) return;
    const batch = this.#waiting.splice(0, this.#options.batchSize);
    this.#storing = this.#options
      .store(batch)
      .catch((error: unknown) => {
        this.#failure = { error };
      })
      .finally(() => {
        this.#storing = undefined;
        if (this.#waiting.length >= this.#options.batchSize) this.#store();
        else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#store(), this.#options.delayMs);
      });
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
