import type { FastifyRequest } from 'fastify';
import { addressOf } from './address.ts';
import { ProblemError } from './problem.ts';

const windowMs = 60_000;
/** The number of addresses to count; beyond that counting starts again. */
const maxAddresses = 100_000;

/** Limits how many invalid keys an address may try per minute, before they cost a query. */
export class AttemptLimit {
  readonly #max: number;
  readonly #counts = new Map<string, number>();
  #windowEnds = 0;

  constructor(attemptsPerMinute: number) {
    this.#max = attemptsPerMinute;
  }

  /** Counts an attempt. Throws a ProblemError of status 429 if there were too many. */
  begin(request: FastifyRequest): void {
    const now = Date.now();
    if (now >= this.#windowEnds || this.#counts.size >= maxAddresses) {
      this.#counts.clear();
      this.#windowEnds = now + windowMs;
    }
    const address = addressOf(request);
    const count = (this.#counts.get(address) ?? 0) + 1;
    if (count > this.#max) {
      const seconds = Math.ceil((this.#windowEnds - now) / 1000);
      throw new ProblemError(
        429,
        `too many wrong keys from this address; try again in ${seconds} seconds`,
        {},
        seconds,
      );
    }
    this.#counts.set(address, count);
  }

  /** Reverts an attempt whose key is valid. */
  forgive(request: FastifyRequest): void {
    const address = addressOf(request);
    const count = this.#counts.get(address);
    if (count !== undefined) this.#counts.set(address, Math.max(0, count - 1));
  }
}
