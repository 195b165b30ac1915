/** Signals that end a command, and their numbers. Node.js does not deliver SIGPIPE: a write to standard output fails instead. */
const numbers = { SIGINT: 2, SIGTERM: 15, SIGPIPE: 13 } as const;
type EndingSignal = keyof typeof numbers;

/** As shells count. */
const exitCodeOf = (signal: EndingSignal): number => 128 + numbers[signal];

/** The command was told to stop, and did. */
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

/** Whether who reads standard output has read enough, as `head` does. */
export const isReaderGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EPIPE';

/**
 * SIGINT, SIGTERM and the end of who reads standard output as an AbortSignal, until it is disposed. A second SIGINT or SIGTERM ends
 * the process at once.
 */
export function abortOnSignals(): { readonly signal: AbortSignal } & Disposable {
  const controller = new AbortController();
  const onSignal = (name: 'SIGINT' | 'SIGTERM') => {
    if (controller.signal.aborted) process.exit(exitCodeOf(name));
    controller.abort(new InterruptedError(name));
  };
  const onOutputError = (error: unknown) => {
    if (isReaderGone(error)) controller.abort(new InterruptedError('SIGPIPE'));
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  process.stdout.on('error', onOutputError);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      process.off('SIGINT', onSignal);
      process.off('SIGTERM', onSignal);
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
