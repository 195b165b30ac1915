import { type FailureKind, said } from './failure.ts';

/** A call that was given up. `cause` is what the SDK said last. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly kind: FailureKind;
  readonly operation: string;
  /** How often it was tried. */
  readonly attempts: number;

  constructor(operation: string, kind: FailureKind, attempts: number, cause: unknown) {
    super(`${operation} ${attempts > 1 ? `failed ${attempts} times, at last with` : 'failed with'} ${said(cause)}`, {
      cause,
    });
    this.operation = operation;
    this.kind = kind;
    this.attempts = attempts;
  }
}
