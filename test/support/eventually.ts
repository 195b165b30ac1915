import { setTimeout as sleep } from 'node:timers/promises';

/** Far beyond what any check takes on a busy machine: it ends a test that would wait for ever. */
const limitMs = 300_000;

/** Repeats a check until it passes; after five minutes its last failure is thrown. */
export async function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(10);
    }
  }
}
