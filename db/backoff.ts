import { pause } from './pause.ts';

/**
 * The pauses between failed attempts: each twice as long as the one before, up to a maximum. Not a library such as p-retry, which retries one
 * call: most of sagecat's loops run until they are stopped, and start again with the first pause after a success.
 */
export class Backoff {
  readonly #firstMs: number;
  readonly #maxMs: number;
  #nextMs: number;

  constructor({ firstMs, maxMs }: { readonly firstMs: number; readonly maxMs: number }) {
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
