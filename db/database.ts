import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type EmbeddedServer, startEmbedded } from './embedded/embedded-server.ts';
import { typeParsers } from './pg-types.ts';
import type { DatabaseSchema } from './schema.ts';

export interface DatabaseOptions {
  /** Connection string of a PostgreSQL server, 15 or newer; without it, the embedded database is used. */
  readonly url?: string | undefined;
  /** Directory of the embedded database; `memory` for a temporary one that is deleted when it is closed. */
  readonly dataDir: string;
  /** The maximum number of connections of this process; `defaultMaxConnections` if absent. */
  readonly maxConnections?: number;
  /** Called when an idle connection breaks; the pool replaces it. */
  readonly onIdleError?: (error: Error) => void;
}

/** The database as the rest of the code sees it: a connection string, a pool, and Kysely on top. */
export interface Database extends AsyncDisposable {
  readonly connectionString: string;
  readonly pool: pg.Pool;
  readonly kysely: Kysely<DatabaseSchema>;
  /** The embedded server, if this process runs it. */
  readonly embedded: EmbeddedServer | undefined;
}

/** The database is unreachable or too old. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

const oldestVersion = 15;
const defaultMaxConnections = 10;

/** Opens the database and checks that it responds. Throws DatabaseUnavailableError with advice. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const embedded = options.url === undefined ? await startEmbedded(options) : undefined;
  const connectionString = embedded?.connectionString ?? options.url ?? '';
  const pool = new pg.Pool({
    connectionString,
    types: typeParsers,
    max: options.maxConnections ?? defaultMaxConnections,
    application_name: 'sagecat',
    // All connections of the embedded database share one session, so an idle one costs nothing.
    idleTimeoutMillis: 30_000,
  });
  // A client in use reports errors to its caller, but without a listener of its own it would also end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', (error) => {
    if (!pool.ending) options.onIdleError?.(error);
  });
  const kysely = new Kysely<DatabaseSchema>({ dialect: new PostgresDialect({ pool }) });
  const close = async () => {
    await kysely.destroy();
    await embedded?.[Symbol.asyncDispose]();
  };
  try {
    await checkVersion(pool);
  } catch (error) {
    await close();
    if (error instanceof DatabaseUnavailableError) throw error;
    throw new DatabaseUnavailableError(`the database does not answer: ${describe(error)}; check DATABASE_URL`, {
      cause: error,
    });
  }
  return { connectionString, pool, kysely, embedded, [Symbol.asyncDispose]: close };
}

async function checkVersion(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ server_version_num: string }>('SHOW server_version_num');
  const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (version < oldestVersion) {
    throw new DatabaseUnavailableError(`PostgreSQL ${version} is too old; sagecat needs ${oldestVersion} or newer`);
  }
}

/** pg joins the failures of all addresses of a host into one error without a message. */
const describe = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(String).join(', ')
    : error instanceof Error
      ? error.message
      : String(error);
