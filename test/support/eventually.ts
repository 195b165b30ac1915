import { setTimeout as sleep } from 'node:timers/promises';

/** Tries a check again and again until it holds; after the limit its last failure counts. */
export async function eventually<T>(check: () => T | Promise<T>, limit = 10_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(10);
    }
  }
}
