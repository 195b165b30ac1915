import { pause } from './pause.ts';

export interface BackoffOptions {
  readonly firstMs: number;
  readonly maxMs: number;
}

/** For services that may be away for hours. */
const serviceBackoff: BackoffOptions = { firstMs: 1000, maxMs: 60_000 };

/**
 * The pauses between failed attempts: each twice as long as the one before, up to a maximum. Libraries such as p-retry retry one call; most
 * of sagecat's loops run until they are stopped, and start again with the first pause after a success.
 */
export class Backoff {
  readonly #firstMs: number;
  readonly #maxMs: number;
  #nextMs: number;

  constructor({ firstMs, maxMs }: BackoffOptions = serviceBackoff) {
    this.#firstMs = firstMs;
    this.#maxMs = maxMs;
    this.#nextMs = firstMs;
  }

  /** Milliseconds of the next pause. */
  get nextMs(): number {
    return this.#nextMs;
  }

  /** Resets the next pause to the first one, after a success. */
  reset(): void {
    this.#nextMs = this.#firstMs;
  }

  /** Waits for the next pause, or until the signal aborts. Never throws. */
  async pause(signal: AbortSignal): Promise<void> {
    const ms = this.#nextMs;
    this.#nextMs = Math.min(ms * 2, this.#maxMs);
    await pause(ms, signal);
  }
}
