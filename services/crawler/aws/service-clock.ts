import { request } from 'undici';

/** The time limit for learning the time, in milliseconds; after that, the first call that is refused for its time teaches it. */
const requestTimeoutMs = 5000;

/**
 * How far AWS's clock is ahead of this host's. There is one for the whole process: a client that learns it sets it for all later clients, so
 * that only one signature is ever refused.
 */
class ServiceClock {
  /** Milliseconds; 0 while unknown. */
  offset = 0;
  readonly #requests = new Map<string, Promise<void>>();

  /**
   * Learns the time from each endpoint once, with an unsigned request, whose response always has a date. So even the first AssumeRole of a
   * process is signed with the right time.
   */
  ask({ origin }: URL): Promise<void> {
    let request = this.#requests.get(origin);
    if (!request) {
      request = this.#ask(origin).catch(() => void this.#requests.delete(origin));
      this.#requests.set(origin, request);
    }
    return request;
  }

  async #ask(origin: string): Promise<void> {
    const { headers, body } = await request(origin, { method: 'HEAD', signal: AbortSignal.timeout(requestTimeoutMs) });
    await body.dump();
    const serverTime = Date.parse(String(headers.date));
    // A response with an age comes from a cache.
    if (!Number.isNaN(serverTime) && headers.age === undefined) this.offset = serverTime - Date.now();
  }
}

export const serviceClock = new ServiceClock();
