import { setTimeout as delay } from 'node:timers/promises';

/**
 * The pauses between attempts that fail: each twice as long as the one before, up to a maximum. Of our own, since libraries such as p-retry
 * wrap a promise that ends, and most of sagecat's loops run for ever and begin anew with a short pause after each success.
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

  /** An attempt succeeded: the next pause is a short one again. */
  reset(): void {
    this.#nextMs = this.#firstMs;
  }

  /** Waits. Throws the signal's reason when it aborts. */
  async pause(signal: AbortSignal): Promise<void> {
    const ms = this.#nextMs;
    this.#nextMs = Math.min(ms * 2, this.#maxMs);
    await delay(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
  }
}
