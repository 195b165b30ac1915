import { Backoff } from './backoff.ts';

/** Error codes of PostgreSQL and sockets for a server that went away or is not back yet, as opposed to a wrong statement. */
const codes = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
]);

/** Codes that files have too: they mean a lost connection only if a socket raised them. */
const socketCodes = new Set([
  'EPIPE',
  'ENOENT', // the embedded database's socket, while it starts again
]);

/** Returns whether a statement failed because its connection did. */
export function isLostConnection(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isLostConnection);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const syscall = 'syscall' in error ? error.syscall : undefined;
  return (
    codes.has(code) ||
    (socketCodes.has(code) && (syscall === 'connect' || (syscall === 'write' && !('path' in error)))) ||
    code.startsWith('08') ||
    /connection (terminated|ended|error)|client has encountered a connection error|timeout exceeded when trying to connect/i.test(
      error.message,
    )
  );
}

/** Returns whether the database's disk is full (SQLSTATE 53100). */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof AggregateError
    ? error.errors.some(isDiskFull)
    : error instanceof Error && 'code' in error && error.code === '53100';

/**
 * Runs repeatable work, and runs it again after a lost connection for up to `patienceMs`, so that a crawl survives a restart of the
 * database. Throws all other errors, and the last lost connection.
 */
export async function retryLostConnections<Result>(
  work: () => Promise<Result>,
  { signal, patienceMs = 120_000 }: { readonly signal: AbortSignal; readonly patienceMs?: number },
): Promise<Result> {
  const began = Date.now();
  const backoff = new Backoff({ firstMs: 100, maxMs: 5000 });
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isLostConnection(error) || Date.now() - began > patienceMs) throw error;
      await backoff.pause(signal);
      signal.throwIfAborted();
    }
  }
}
