import type { Observation } from '../../../db/store/observation.ts';
import { BoundedQueue } from './bounded-queue.ts';

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
  readonly #queue = new BoundedQueue({ concurrency: 1, waiting: 1 });
  #batch: Observation[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(options: StoreStageOptions) {
    this.#options = options;
  }

  /** Takes an observation; resolves when there is room for the next. Throws the error of an earlier batch. */
  async add(observation: Observation): Promise<void> {
    await this.#queue.room();
    this.#batch.push(observation);
    if (this.#batch.length >= this.#options.batchSize) await this.#storeBatch();
    else this.#timer ??= setTimeout(() => this.#storeWhenIdle(), this.#options.delayMs);
  }

  /** Resolves when everything that was taken is stored. Throws the error of storing. */
  async flush(): Promise<void> {
    await this.#storeBatch();
    await this.#queue.idle();
  }

  /** A partial batch keeps growing while another one is being stored. */
  #storeWhenIdle(): void {
    this.#queue
      .idle()
      .then(() => this.#storeBatch())
      // The next add or flush throws it.
      .catch(() => {});
  }

  async #storeBatch(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#batch;
    this.#batch = [];
    if (batch.length > 0) await this.#queue.add(() => this.#options.store(batch));
  }
}
