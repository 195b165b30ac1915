import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';
import { catalogTypes } from './pg-types.ts';
import { PreparingClient } from './preparing-client.ts';
import type { DatabaseSchema } from './schema.ts';

/** The same database through connections of their own, on which no statement may take longer than the limit. */
export function limitDatabase(
  { connectionString, embedded }: Database,
  { statementTimeoutMs, maxConnections }: { readonly statementTimeoutMs: number; readonly maxConnections: number },
): Database {
  const pool = new pg.Pool({
    connectionString,
    Client: embedded ? pg.Client : PreparingClient,
    types: catalogTypes,
    max: maxConnections,
    application_name: 'sagecat api',
    // The embedded database reads it too, when a client connects.
    statement_timeout: statementTimeoutMs,
    idleTimeoutMillis: 30_000,
  });
  // A connection that breaks while idle is replaced by the pool.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  const kysely = new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool }) });
  return { connectionString, embedded, pool, kysely, [Symbol.asyncDispose]: () => kysely.destroy() };
}
