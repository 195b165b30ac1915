import { request } from 'undici';

/** Milliseconds for the answer that tells the time; without one, the first call that is refused for its time tells it. */
const patienceMs = 5000;

/**
 * How far AWS's clock is ahead of this host's. It is one for the whole process: whoever learns it tells every later client, so that no
 * account pays for another refused signature.
 */
class ServiceClock {
  /** Milliseconds; 0 until it is known. */
  offset = 0;
  readonly #asked = new Map<string, Promise<void>>();

  /**
   * Asks an endpoint for the time, each one once: an unsigned request, whose answer bears the date whatever else it says. So not even the
   * first AssumeRole of a process is signed with a wrong time and refused.
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
    // An answer with an age comes from a cache on the way.
    if (!Number.isNaN(told) && headers.age === undefined) this.offset = told - Date.now();
  }
}

export const serviceClock = new ServiceClock();
