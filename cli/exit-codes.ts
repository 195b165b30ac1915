/** What a command's exit code says. */
export const exitCodes = {
  /** Everything that was asked for was done. */
  ok: 0,
  /** The command could not do its work. */
  failed: 1,
  /** The command line or the configuration is wrong; nothing was done. */
  usage: 2,
  /** Some of it was done: a crawl with a target that is not complete, an import with a document that was refused. */
  partial: 3,
  /** A policy is violated, or more is spent than a budget allows. */
  violated: 4,
} as const;

/** A failure that is told in one sentence, with the exit code that fits. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}
