import { setTimeout as delay } from 'node:timers/promises';

/** Waits for some milliseconds, or until the signal aborts. Never throws; the caller checks the signal. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  delay(ms, undefined, { signal }).catch(() => undefined);
