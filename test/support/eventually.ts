import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats a check until it passes; after the time limit its last failure is thrown. */
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
