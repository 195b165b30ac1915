import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { accountsSecret, setVisibleAccounts } from '../access/account-token.ts';
import type { Database } from '../database.ts';
import { checkStatement } from './check-statement.ts';
import { hardenDatabase } from './harden-database.ts';
import { withNearestName } from './nearest-names.ts';
import { roleOf } from './reader-login.ts';
import { keyOf, type ReaderLoginOptions, ReaderLogins } from './reader-logins.ts';
import { resultTypes } from './result-types.ts';
import { SqlFailedError, SqlUnavailableError } from './sql-error.ts';
import { toSqlError } from './statement-failure.ts';
import { StatementSlots } from './statement-slots.ts';
import { tagWarnings } from './tag-warnings.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
import { withholdColumns } from './withhold-columns.ts';

export interface SqlRequest {
  readonly statement: string;
  /** Values of `$1`, `$2`, ...: strings, numbers, booleans, null, or arrays and objects for arrays and JSON. */
  readonly parameters?: readonly unknown[];
  /** The maximum number of rows to return. */
  readonly maxRows: number;
  /** The time limit, in milliseconds. */
  readonly timeoutMs: number;
  /** The accounts whose rows may be seen; all if absent. */
  readonly accounts?: readonly string[] | undefined;
}

export interface SqlColumn {
  readonly name: string;
  /** The type as SQL spells it, e.g. `timestamp(3) with time zone`. */
  readonly type: string;
}

export interface SqlResult {
  readonly columns: readonly SqlColumn[];
  /** Values in the order of the columns, in the catalog's form: timestamps in ISO 8601, integers beyond 2^53 as bigints. */
  readonly rows: readonly (readonly unknown[])[];
  /** Whether there were more rows than requested. */
  readonly truncated: boolean;
  /** Notes about parts of the statement that probably do not do what was meant. */
  readonly warnings: readonly string[];
}

/** The `sql` section of the configuration, and the columns that SQL cannot read. */
export interface SqlReaderOptions extends ReaderLoginOptions {
  /** The number of concurrent statements; others wait. Callers with the same accounts leave a slot to others. */
  readonly max_concurrent: number;
  /** Revokes harmful privileges from PUBLIC in the whole database; see hardenDatabase. Always done on the embedded database. */
  readonly harden_functions: boolean;
  /** Columns of resources that SQL cannot read. */
  readonly withheldColumns?: readonly string[];
}

/** The maximum size of a result, in bytes. */
const maxBytes = 64 * 1024 * 1024;
/** How long the names read from a database are reused. */
const vocabularyCacheMs = 10_000;
/** How long the server gets to stop a statement after its limit. */
const graceMs = 2000;
/** How long a statement waits for a slot. */
const maxWaitMs = 60_000;
/** How often a session that does not end is checked. */
const recheckMs = 1000;

/** Runs users' statements, each on its own read-only connection. */
export class SqlReader {
  readonly #database: Database;
  readonly #options: SqlReaderOptions;
  readonly #slots: StatementSlots;
  readonly #logins: ReaderLogins;
  #prepared: Promise<void> | undefined;
  #vocabulary: { readonly until: number; readonly read: Promise<Vocabulary> } | undefined;

  constructor(database: Database, options: SqlReaderOptions) {
    this.#database = database;
    this.#options = options;
    this.#logins = new ReaderLogins(database, options);
    this.#slots = new StatementSlots(options.max_concurrent, maxWaitMs);
  }

  /**
   * Runs one read-only statement. Throws SqlRefusedError if it is not allowed, SqlFailedError if the database rejected or stopped it, and
   * SqlUnavailableError if this database cannot run it safely.
   */
  async run(request: SqlRequest): Promise<SqlResult> {
    await this.prepare();
    const vocabulary = await this.#readVocabulary();
    await checkStatement(request.statement, { vocabulary, explain: request.accounts === undefined });
    return this.runUnchecked(request);
  }

  /** Runs a statement without checking it: for tests of what the database itself refuses. */
  async runUnchecked(request: SqlRequest): Promise<SqlResult> {
    await this.prepare();
    const { schema } = await this.#readVocabulary();
    const { fields, rows } = await this.#runInSlot(request, schema).catch(async (error) => {
      throw await withNearestName(this.#database.pool, request.statement, error);
    });
    return {
      columns: await this.#columns(fields),
      rows: rows.slice(0, request.maxRows),
      truncated: rows.length > request.maxRows,
      warnings: await tagWarnings(request.statement),
    };
  }

  /** Applies the options to the database's privileges; the first statement does so by itself. Throws SqlUnavailableError. */
  prepare(): Promise<void> {
    this.#prepared ??= this.#prepareDatabase();
    this.#prepared.catch(() => {
      this.#prepared = undefined;
    });
    return this.#prepared;
  }

  async #prepareDatabase(): Promise<void> {
    const { pool, embedded } = this.#database;
    if (embedded || this.#options.harden_functions) {
      const missing = await hardenDatabase(pool);
      if (missing.length > 0) {
        throw new SqlUnavailableError(
          'SQL is refused: sql.harden_functions is set, but the user of database.url may not revoke these privileges from PUBLIC; ' +
            'let a superuser run what sagecat migrate --print-hardening prints, or set sql.harden_functions to false',
        );
      }
    }
    await withholdColumns(pool, this.#options.withheldColumns ?? []);
  }

  /** Reads the vocabulary again after a while: an administrator may add an extension, whose functions must be known. */
  #readVocabulary(): Promise<Vocabulary> {
    if (this.#vocabulary && Date.now() < this.#vocabulary.until) return this.#vocabulary.read;
    const read = readVocabulary(this.#database.pool);
    this.#vocabulary = { until: Date.now() + vocabularyCacheMs, read };
    read.catch(() => {
      this.#vocabulary = undefined;
    });
    return read;
  }

  /** Holds the slot until the session has ended, which may be long after the caller got the timeout error. */
  async #runInSlot(request: SqlRequest, schema: string): Promise<RawRows> {
    const release = await this.#slots.take(keyOf(request.accounts));
    let ended = Promise.resolve();
    try {
      return await this.#onConnection(request, schema, (stopping) => {
        ended = stopping;
      });
    } finally {
      void ended.then(release);
    }
  }

  async #onConnection(
    request: SqlRequest,
    schema: string,
    whenStopped: (ended: Promise<void>) => void,
  ): Promise<RawRows> {
    const { accounts, timeoutMs } = request;
    // The embedded database can answer nothing else while the transaction below is open.
    const secret = await accountsSecret(this.#database);
    const { client, isBoundToAccounts } = await this.#connect(request);
    let broken: Error | undefined;
    client.on('error', (error) => {
      broken ??= error;
    });
    let wasStopped = false;
    const watch = setTimeout(() => {
      wasStopped = true;
      whenStopped(this.#stop(client));
    }, timeoutMs + graceMs);
    const guard = limitBytes(client, () => whenStopped(this.#stop(client)));
    const began = performance.now();
    try {
      await client.query(
        // The server must read string literals as the parser did, by the SQL standard.
        `BEGIN READ ONLY; SET LOCAL lock_timeout = '1s'; SET LOCAL standard_conforming_strings = on; SET LOCAL search_path = pg_catalog, ${pg.escapeIdentifier(schema)}`,
      );
      if (accounts && !isBoundToAccounts) await setVisibleAccounts(client, secret, accounts);
      await client.query(`SET LOCAL ROLE ${roleOf[accounts ? 'accounts' : 'all']}`);
      return await readRows(client, request);
    } catch (error) {
      if (guard.isExceeded()) {
        throw new SqlFailedError('54000', `the answer is larger than ${maxBytes / 1024 / 1024} MB; select less`);
      }
      throw toSqlError(error, broken, { timeoutMs, tookMs: performance.now() - began, wasStopped });
    } finally {
      clearTimeout(watch);
      // The connection is closed and its transaction never committed, so nothing of a statement remains.
      await Promise.race([client.end().catch(() => {}), destroyed(client)]);
    }
  }

  async #connect(
    { accounts, timeoutMs }: Pick<SqlRequest, 'accounts' | 'timeoutMs'>,
    isAgain = false,
  ): Promise<{ client: pg.Client; isBoundToAccounts: boolean }> {
    const { url, isBoundToAccounts } = await this.#logins.loginFor(accounts);
    const client = new pg.Client({
      connectionString: url,
      types: resultTypes,
      application_name: 'sagecat sql',
      statement_timeout: timeoutMs,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      return { client, isBoundToAccounts };
    } catch (error) {
      await client.end().catch(() => {});
      const isRefused = error instanceof pg.DatabaseError && error.code?.startsWith('28');
      this.#logins.forget(accounts);
      // The login was dropped or got another password since it was looked up.
      if (isRefused && !isAgain) return this.#connect({ accounts, timeoutMs }, true);
      const reason = error instanceof Error ? error.message : error;
      throw new SqlUnavailableError(`the login for SQL cannot connect: ${reason}`, { cause: error });
    }
  }

  /**
   * Ends a session that has exceeded its limit, and returns when it has ended. PostgreSQL checks limits and signals only between steps of a
   * statement, and some functions take hours in one step: `strpos`, or `&&` of arrays, of two values of many megabytes.
   */
  async #stop(client: pg.Client): Promise<void> {
    // pg has the backend's process ID, but its types do not.
    const { processID } = client as pg.Client & { processID: number | null };
    streamOf(client).destroy();
    if (this.#database.embedded || !processID) return;
    const { pool } = this.#database;
    await pool.query('SELECT pg_terminate_backend($1)', [processID]).catch(() => {});
    const isThere = () =>
      pool.query(`SELECT FROM pg_stat_activity WHERE pid = $1 AND application_name = 'sagecat sql'`, [processID]).then(
        ({ rowCount }) => rowCount === 1,
        () => false,
      );
    while (await isThere()) await pause(recheckMs, undefined, { ref: false });
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
  // pg's types lack its connection.
  (client as unknown as { connection: { stream: import('node:net').Socket } }).connection.stream;

function limitBytes(client: pg.Client, stop: () => void): { isExceeded: () => boolean } {
  const stream = streamOf(client);
  let received = 0;
  stream.on('data', (data: Buffer) => {
    const isFirst = received <= maxBytes;
    received += data.length;
    if (isFirst && received > maxBytes) stop();
  });
  return { isExceeded: () => received > maxBytes };
}

const destroyed = (client: pg.Client): Promise<void> =>
  new Promise((resolve) => {
    const stream = streamOf(client);
    if (stream.destroyed) resolve();
    else stream.once('close', () => resolve());
  });
