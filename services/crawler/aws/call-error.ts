import { errorLine, type FailureKind } from './failure.ts';

/** A call that failed for good. `cause` is the SDK's last error. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly kind: FailureKind;
  readonly operation: string;
  /** The number of attempts. */
  readonly attempts: number;

  constructor(operation: string, kind: FailureKind, attempts: number, cause: unknown) {
    super(
      `${operation} ${attempts > 1 ? `failed ${attempts} times, at last with` : 'failed with'} ${errorLine(cause)}`,
      {
        cause,
      },
    );
    this.operation = operation;
    this.kind = kind;
    this.attempts = attempts;
  }
}
