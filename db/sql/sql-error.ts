/** Why a statement was refused before the database saw it. */
export type RefusalReason =
  | 'syntax'
  | 'several-statements'
  | 'not-a-query'
  | 'writes'
  | 'locks'
  | 'explain'
  | 'relation'
  | 'function'
  | 'type'
  | 'too-long'
  | 'too-deep';

/** The statement is not allowed; nothing was run. */
export class SqlRefusedError extends Error {
  override readonly name = 'SqlRefusedError';
  readonly reason: RefusalReason;
  /** The position in the statement, in characters from 0. */
  readonly position: number | undefined;

  constructor(reason: RefusalReason, message: string, position?: number) {
    super(message);
    this.reason = reason;
    this.position = position;
  }
}

/** The database rejected the statement or stopped it. */
export class SqlFailedError extends Error {
  override readonly name = 'SqlFailedError';
  /** SQLSTATE, e.g. `42703` for a column that does not exist, `42501` for a missing privilege. */
  readonly code: string;
  readonly hint: string | undefined;
  /** Whether the statement reached its own time limit. */
  readonly isTimeout: boolean;
  /** The position in the statement, in characters from 0. */
  readonly position: number | undefined;
  /** The name that was probably meant by an unknown table or column. */
  readonly didYouMean: string | undefined;

  constructor(
    code: string,
    message: string,
    {
      hint,
      position,
      isTimeout = false,
      didYouMean,
    }: { hint?: string; position?: number; isTimeout?: boolean; didYouMean?: string } = {},
  ) {
    super(message);
    this.code = code;
    this.hint = hint;
    this.isTimeout = isTimeout;
    this.position = position;
    this.didYouMean = didYouMean;
  }
}

/** SQL cannot be offered on this database as it is configured; the message says what to do. */
export class SqlUnavailableError extends Error {
  override readonly name = 'SqlUnavailableError';
}
