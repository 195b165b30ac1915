import pg from 'pg';
import { SqlFailedError, SqlRefusedError } from './sql-error.ts';

/** SQLSTATEs of more than a mistake: a missing privilege, a write, a lock, or a limit on time, rows, memory or nesting. */
const refusals = new Set([
  '42501',
  '25006',
  '55P03',
  '57014',
  '57P01',
  '53000',
  '53100',
  '53200',
  '53400',
  '54000',
  '54001',
  '58000',
]);

/**
 * Returns why a statement was refused or stopped: a RefusalReason or a SQLSTATE. Returns undefined for errors that are plain mistakes, and
 * for everything else.
 */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof SqlRefusedError) return error.reason;
  return error instanceof SqlFailedError && refusals.has(error.code) ? error.code : undefined;
}

/** How long a statement ran before it failed, and whether this process ended its session. */
interface Ending {
  readonly timeoutMs: number;
  readonly tookMs: number;
  readonly wasStopped: boolean;
}

/**
 * Returns the error of a statement: its time limit, a cancellation by someone else, or the database's own error. PostgreSQL gives the
 * same SQLSTATE, 57014, for the limit and for a cancellation; a statement that had not reached its limit was cancelled.
 */
export function toSqlError(error: unknown, broken: Error | undefined, ending: Ending): unknown {
  const { timeoutMs, tookMs, wasStopped } = ending;
  const cause = error instanceof pg.DatabaseError ? error : broken instanceof pg.DatabaseError ? broken : undefined;
  const code = cause?.code;
  if (wasStopped || (code === '57014' && tookMs >= timeoutMs)) {
    const took = `the statement took longer than its limit of ${timeoutMs} ms`;
    const message = wasStopped ? `${took}; the server has not ended it yet, and it occupies a slot until then` : took;
    return new SqlFailedError('57014', message, { isTimeout: true });
  }
  if (code === '57014' || code?.startsWith('57P')) {
    return new SqlFailedError(
      code,
      `the statement was ended on the server, before its limit of time: ${cause?.message}`,
    );
  }
  if (!cause) {
    if (!(error instanceof Error && /terminated|closed|destroyed|ECONNRESET|EPIPE/i.test(error.message))) return error;
    return new SqlFailedError('08006', 'the connection to the database was lost before the answer was complete');
  }
  const position = cause.position === undefined ? undefined : Number(cause.position) - 1;
  return new SqlFailedError(code ?? 'XX000', cause.message, {
    ...(cause.hint !== undefined && { hint: cause.hint }),
    ...(position !== undefined && { position }),
  });
}
