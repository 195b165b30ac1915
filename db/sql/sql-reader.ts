import pLimit from 'p-limit';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { accountsSecret, showAccounts } from '../access/account-token.ts';
import type { Database } from '../database.ts';
import { checkStatement } from './check-statement.ts';
import { hardenDatabase } from './harden-database.ts';
import { refuseMightyLogin } from './mighty-login.ts';
import { type ReaderKind, readerConnection, roleOf } from './reader-login.ts';
import { resultTypes } from './result-types.ts';
import { catalogFunctionNames, safeFunctionNames } from './safe-functions.ts';
import { SqlFailedError, SqlRefusedError, SqlUnavailableError } from './sql-error.ts';
import { withholdColumns } from './withhold-columns.ts';

export interface SqlRequest {
  readonly statement: string;
  /** Values of `$1`, `$2`, ...: strings, numbers, booleans, null, or arrays and objects for arrays and JSON. */
  readonly parameters?: readonly unknown[];
  /** Most rows of the answer. */
  readonly maxRows: number;
  /** How long the statement may take, in milliseconds. */
  readonly timeoutMs: number;
  /** The accounts whose rows may be seen; absent for all. */
  readonly accounts?: readonly string[] | undefined;
}

export interface SqlColumn {
  readonly name: string;
  /** The type as SQL spells it, e.g. `timestamp(3) with time zone`. */
  readonly type: string;
}

export interface SqlResult {
  readonly columns: readonly SqlColumn[];
  /** Values in the order of the columns, as the catalog has them: timestamps in ISO 8601, integers beyond 2^53 as bigints. */
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there were more rows than were asked for. */
  readonly truncated: boolean;
}

export interface SqlReaderOptions {
  /** A ready login for readers of all accounts, on a server. */
  readonly readerUrl?: string | undefined;
  /** A ready login for readers of single accounts, on a server. */
  readonly accountReaderUrl?: string | undefined;
  /** Statements that run at once; others wait. */
  readonly maxConcurrent?: number;
  /** Takes from PUBLIC what could do harm, in the whole database; see hardenDatabase. Always so on the embedded database. */
  readonly hardenFunctions?: boolean;
  /** Columns of resources that SQL cannot read. */
  readonly withheldColumns?: readonly string[];
}

/** Most bytes of an answer that are taken in. */
const maxBytes = 64 * 1024 * 1024;
/** Beyond its limit, for a statement to be stopped by the server itself. */
const graceMs = 2000;

/** SQLSTATEs that tell of more than a mistake: a missing privilege, a write, a lock, a limit of time, rows, memory or nesting. */
const refusals = new Set([
  '42501',
  '25006',
  '55P03',
  '57014',
  '53000',
  '53100',
  '53200',
  '53400',
  '54000',
  '54001',
  '58000',
]);

/**
 * Why a statement was refused or stopped: a RefusalReason or a SQLSTATE. Undefined for what the database calls a plain mistake and for
 * everything else.
 */
export function refusalOf(error: unknown): string | undefined {
  if (error instanceof SqlRefusedError) return error.reason;
  return error instanceof SqlFailedError && refusals.has(error.code) ? error.code : undefined;
}

/** Runs statements of users, each on a connection of its own that may only read. */
export class SqlReader {
  readonly #database: Database;
  readonly #options: SqlReaderOptions;
  readonly #limit: ReturnType<typeof pLimit>;
  readonly #urls = new Map<ReaderKind, Promise<string>>();
  #rules: Promise<{ functions: Set<string>; schema: string }> | undefined;

  constructor(database: Database, options: SqlReaderOptions = {}) {
    this.#database = database;
    this.#options = options;
    this.#limit = pLimit(options.maxConcurrent ?? 4);
  }

  /**
   * Runs one read-only statement. Throws SqlRefusedError for one that may not run, SqlFailedError for one that the database refused or
   * stopped, and SqlUnavailableError where the database offers no way to do it safely.
   */
  async run(request: SqlRequest): Promise<SqlResult> {
    const { functions, schema } = await this.#prepare();
    const schemas = new Set([schema, 'information_schema']);
    await checkStatement(request.statement, { functions, schemas, explain: request.accounts === undefined });
    return this.runUnchecked(request);
  }

  /** The same without a look at the statement: for tests of what the database itself refuses. */
  async runUnchecked(request: SqlRequest): Promise<SqlResult> {
    const { schema } = await this.#prepare();
    const { fields, rows } = await this.#limit(() => this.#onConnection(request, schema));
    return {
      columns: await this.#columns(fields),
      rows: rows.slice(0, request.maxRows),
      truncated: rows.length > request.maxRows,
    };
  }

  #prepare(): Promise<{ functions: Set<string>; schema: string }> {
    this.#rules ??= this.#readRules();
    this.#rules.catch(() => {
      this.#rules = undefined;
    });
    return this.#rules;
  }

  async #readRules(): Promise<{ functions: Set<string>; schema: string }> {
    const { pool, embedded } = this.#database;
    if (embedded || this.#options.hardenFunctions) await hardenDatabase(pool);
    await withholdColumns(pool, this.#options.withheldColumns ?? []);
    const names = await pool.query<{ name: string }>(`${safeFunctionNames} UNION ${catalogFunctionNames}`);
    const { rows } = await pool.query<{ schema: string }>('SELECT current_schema() AS schema');
    return { functions: new Set(names.rows.map(({ name }) => name)), schema: rows[0]?.schema ?? 'public' };
  }

  async #onConnection(request: SqlRequest, schema: string): Promise<RawRows> {
    const kind: ReaderKind = request.accounts === undefined ? 'all' : 'accounts';
    // On the embedded database nothing else can be asked while the transaction below is open.
    const secret = await accountsSecret(this.#database);
    const client = new pg.Client({
      connectionString: await this.#url(kind),
      types: resultTypes,
      application_name: 'sagecat sql',
      statement_timeout: request.timeoutMs,
    });
    let broken: Error | undefined;
    client.on('error', (error) => {
      broken ??= error;
    });
    try {
      await client.connect();
    } catch (error) {
      throw new SqlUnavailableError(
        `the login for SQL cannot connect: ${error instanceof Error ? error.message : error}`,
        {
          cause: error,
        },
      );
    }
    const watch = setTimeout(() => void this.#stop(client), request.timeoutMs + graceMs);
    const guard = limitBytes(client);
    try {
      await client.query(
        `BEGIN READ ONLY; SET LOCAL lock_timeout = '1s'; SET LOCAL search_path = pg_catalog, ${pg.escapeIdentifier(schema)}`,
      );
      if (request.accounts) await showAccounts(client, secret, request.accounts);
      await client.query(`SET LOCAL ROLE ${roleOf[kind]}`);
      return await readRows(client, request);
    } catch (error) {
      if (guard.isExceeded()) {
        throw new SqlFailedError('54000', `the answer is larger than ${maxBytes / 1024 / 1024} MB; select less`);
      }
      throw asFailure(error, broken, request.timeoutMs);
    } finally {
      clearTimeout(watch);
      // Nothing that a statement may have left behind outlives its connection, and nothing of it is committed.
      await Promise.race([client.end().catch(() => {}), destroyed(client)]);
    }
  }

  #url(kind: ReaderKind): Promise<string> {
    const { connectionString, embedded } = this.#database;
    if (embedded) return Promise.resolve(connectionString);
    const known = this.#urls.get(kind);
    if (known) return known;
    const given = kind === 'all' ? this.#options.readerUrl : this.#options.accountReaderUrl;
    const url = (async () => {
      const chosen = given ?? (await readerConnection(this.#database, kind));
      await refuseMightyLogin(chosen, roleOf[kind]);
      return chosen;
    })();
    this.#urls.set(kind, url);
    url.catch(() => this.#urls.delete(kind));
    return url;
  }

  /** Ends a session that its own limit has not ended. */
  async #stop(client: pg.Client): Promise<void> {
    // pg knows the backend's number, its types do not.
    const { processID } = client as pg.Client & { processID: number | null };
    streamOf(client).destroy();
    if (this.#database.embedded || !processID) return;
    await this.#database.pool.query('SELECT pg_terminate_backend($1)', [processID]).catch(() => {});
  }

  async #columns(fields: readonly pg.FieldDef[]): Promise<SqlColumn[]> {
    const { rows } = await this.#database.pool.query<{ type: string }>(
      `SELECT format_type(oid, nullif(modifier, -1)) AS type
       FROM unnest($1::oid[], $2::int[]) WITH ORDINALITY AS field (oid, modifier, position) ORDER BY position`,
      [fields.map(({ dataTypeID }) => dataTypeID), fields.map(({ dataTypeModifier }) => dataTypeModifier)],
    );
    return fields.map(({ name }, index) => ({ name, type: rows[index]?.type ?? 'unknown' }));
  }
}

interface RawRows {
  readonly fields: readonly pg.FieldDef[];
  readonly rows: readonly unknown[][];
}

async function readRows(client: pg.Client, { statement, parameters = [], maxRows }: SqlRequest): Promise<RawRows> {
  const cursor = client.query(
    new Cursor<unknown[]>(statement, [...parameters], { rowMode: 'array', types: resultTypes }),
  );
  return new Promise((resolve, reject) => {
    cursor.read(maxRows + 1, (error, rows, result) => {
      if (error) reject(error);
      else resolve({ fields: result.fields, rows });
    });
  });
}

const streamOf = (client: pg.Client) =>
  // pg's types leave its connection out.
  (client as unknown as { connection: { stream: import('node:net').Socket } }).connection.stream;

function limitBytes(client: pg.Client): { isExceeded: () => boolean } {
  const stream = streamOf(client);
  let received = 0;
  stream.on('data', (data: Buffer) => {
    received += data.length;
    if (received > maxBytes) stream.destroy();
  });
  return { isExceeded: () => received > maxBytes };
}

const destroyed = (client: pg.Client): Promise<void> =>
  new Promise((resolve) => {
    const stream = streamOf(client);
    if (stream.destroyed) resolve();
    else stream.once('close', () => resolve());
  });

function asFailure(error: unknown, broken: Error | undefined, timeoutMs: number): unknown {
  const cause = error instanceof pg.DatabaseError ? error : broken instanceof pg.DatabaseError ? broken : undefined;
  const code = cause?.code;
  if (!cause || code === '57014' || code === '57P01') {
    if (!cause && !(error instanceof Error && /terminated|closed|destroyed/i.test(error.message))) return error;
    return new SqlFailedError('57014', `the statement took longer than its limit of ${timeoutMs} ms`);
  }
  const position = cause.position === undefined ? undefined : Number(cause.position) - 1;
  return new SqlFailedError(code ?? 'XX000', cause.message, {
    ...(cause.hint !== undefined && { hint: cause.hint }),
    ...(position !== undefined && { position }),
  });
}
