import { constants } from 'node:os';
import { isObject } from '../catalog/is-object.ts';

/** The signals that end a command. Node.js does not deliver SIGPIPE: a write to standard output fails instead. */
type EndingSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGPIPE';

/** The exit codes that shells use. */
const exitCodeOf = (signal: EndingSignal): number => 128 + constants.signals[signal];

/** The command stopped on request. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  readonly exitCode: number;
  readonly signal: EndingSignal;

  constructor(signal: EndingSignal) {
    super(`stopped by ${signal}`);
    this.signal = signal;
    this.exitCode = exitCodeOf(signal);
  }
}

/** Returns whether the reader of standard output is gone: `head` has read enough, or the terminal is closed. */
export const isReaderGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPIPE' || error.code === 'EIO');

/** Milliseconds within which requests to stop count as one: npm forwards a signal that the terminal has already sent to the process group. */
const sameRequestMs = 300;

/** Requests to stop. One Ctrl-C counts once, even if it arrives in several ways. */
export class StopRequests {
  readonly #received = { signal: 0, launcher: 0 };
  #requests = 0;
  #lastAt = Number.NEGATIVE_INFINITY;

  /**
   * Counts a request that came as a signal to this process, or through the launcher, which is sent the same signal by the terminal.
   * Returns whether it is new. `now`: milliseconds of a clock that does not go back.
   */
  isNew(way: 'signal' | 'launcher', now: number): boolean {
    this.#received[way]++;
    const requests = Math.max(this.#received.signal, this.#received.launcher);
    if (requests === this.#requests) return false;
    this.#requests = requests;
    const isRepeated = now - this.#lastAt < sameRequestMs;
    this.#lastAt = now;
    return !isRepeated;
  }
}

const requests = new StopRequests();
const stopping = new Set<(signal: EndingSignal) => void>();

function requestStop(signal: EndingSignal, way: 'signal' | 'launcher'): void {
  if (!requests.isNew(way, performance.now())) return;
  if (stopping.size === 0) process.exit(exitCodeOf(signal));
  for (const stop of [...stopping]) stop(signal);
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const onSignal = (signal: EndingSignal) => requestStop(signal, 'signal');

/** Stops when the launcher is told to stop, or is gone. Does nothing without a launcher; see bin/sagecat.js. */
export function stopWithLauncher(): void {
  const { channel } = process;
  if (!channel) return;
  process.on('message', (message: unknown) => {
    const signal = isObject(message) ? message.signal : undefined;
    const known = signals.find((name) => name === signal);
    if (known) requestStop(known, 'launcher');
  });
  process.on('disconnect', () => requestStop('SIGHUP', 'launcher'));
  channel.unref();
}

/**
 * SIGINT, SIGTERM, SIGHUP and the end of who reads standard output as an AbortSignal, until it is disposed. Whoever asks a second
 * time ends the process at once.
 */
export function abortOnSignals(): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const stop = (name: EndingSignal) => {
    if (controller.signal.aborted) process.exit(exitCodeOf(name));
    controller.abort(new InterruptedError(name));
  };
  const onOutputError = (error: unknown) => {
    if (isReaderGone(error)) controller.abort(new InterruptedError('SIGPIPE'));
  };
  stopping.add(stop);
  for (const name of signals) process.on(name, onSignal);
  process.stdout.on('error', onOutputError);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      stopping.delete(stop);
      for (const name of signals) process.off(name, onSignal);
      process.stdout.off('error', onOutputError);
    },
  };
}

/** Resolves when the signal aborts. */
export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
