import { request } from 'undici';

/** The time limit for learning the time, in milliseconds; after that, the first call that is refused for its time teaches it. */
const patienceMs = 5000;

/**
 * How far AWS's clock is ahead of this host's. There is one for the whole process: a client that learns it sets it for all later clients, so
 * that only one signature is ever refused.
 */
class ServiceClock {
  /** Milliseconds; 0 while unknown. */
  offset = 0;
  readonly #asked = new Map<string, Promise<void>>();

  /**
   * Asks each endpoint for the time once, with an unsigned request, whose response has a date whatever else it says. So even the first
   * AssumeRole of a process is signed with the right time.
   */
  ask({ origin }: URL): Promise<void> {
    let asked = this.#asked.get(origin);
    if (!asked) {
      asked = this.#ask(origin).catch(() => void this.#asked.delete(origin));
      this.#asked.set(origin, asked);
    }
    return asked;
  }

  async #ask(origin: string): Promise<void> {
    const { headers, body } = await request(origin, { method: 'HEAD', signal: AbortSignal.timeout(patienceMs) });
    await body.dump();
    const told = Date.parse(String(headers.date));
    // A response with an age comes from a cache.
    if (!Number.isNaN(told) && headers.age === undefined) this.offset = told - Date.now();
  }
}

export const serviceClock = new ServiceClock();
