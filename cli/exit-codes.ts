/** The exit codes of commands. */
export const exitCodes = {
  /** Success. */
  ok: 0,
  /** The command failed. */
  failed: 1,
  /** The command line or the configuration is wrong; nothing was done. */
  usage: 2,
  /** Partial success: a crawl with an incomplete target, an import with a refused document. */
  partial: 3,
  /** A policy is violated, or more is spent than a budget allows. */
  violated: 4,
} as const;

/** A failure with a one-sentence message and an exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}
