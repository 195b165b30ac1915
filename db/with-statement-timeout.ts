import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { typeParsers } from './pg-types.ts';
import { PreparingClient } from './preparing-client.ts';
import type { DatabaseSchema } from './schema.ts';

/** Opens the same database on separate connections with a statement timeout. */
export function withStatementTimeout(
  { connectionString, embedded }: Database,
  { statementTimeoutMs, maxConnections }: { readonly statementTimeoutMs: number; readonly maxConnections: number },
): Database {
  const pool = new pg.Pool({
    connectionString,
    Client: embedded ? pg.Client : PreparingClient,
    types: typeParsers,
    max: maxConnections,
    application_name: 'sagecat api',
    // The embedded server reads it too, when a client connects.
    statement_timeout: statementTimeoutMs,
    idleTimeoutMillis: 30_000,
  });
  // The pool replaces a connection that breaks while idle.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  const kysely = new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool }) });
  return { connectionString, embedded, pool, kysely, [Symbol.asyncDispose]: () => kysely.destroy() };
}
