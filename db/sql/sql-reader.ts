import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { accountsSecret, showAccounts } from '../access/account-token.ts';
import type { Database } from '../database.ts';
import { checkStatement } from './check-statement.ts';
import { hardenDatabase } from './harden-database.ts';
import { withNearestName } from './nearest-names.ts';
import { roleOf } from './reader-login.ts';
import { keyOf, ReaderLogins } from './reader-logins.ts';
import { resultTypes } from './result-types.ts';
import { SqlFailedError, SqlUnavailableError } from './sql-error.ts';
import { asFailure } from './statement-failure.ts';
import { StatementPlaces } from './statement-places.ts';
import { tagWarnings } from './tag-warnings.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';
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
  /** What the statement probably does not mean as it is written. */
  readonly warnings: readonly string[];
}

export interface SqlReaderOptions {
  /** A ready login for readers of all accounts, on a server. */
  readonly readerUrl?: string | undefined;
  /** A ready login for readers of single accounts, on a server. */
  readonly accountReaderUrl?: string | undefined;
  /** Statements that run at once; others wait. Those of one set of accounts leave a place to others. */
  readonly maxConcurrent?: number;
  /** Takes from PUBLIC what could do harm, in the whole database; see hardenDatabase. Always so on the embedded database. */
  readonly hardenFunctions?: boolean;
  /** Columns of resources that SQL cannot read. */
  readonly withheldColumns?: readonly string[];
}

/** Most bytes of an answer that are taken in. */
const maxBytes = 64 * 1024 * 1024;
/** How long the names of a database are held to be those that it has. */
const vocabularyHeldMs = 10_000;
/** Beyond its limit, for a statement to be stopped by the server itself. */
const graceMs = 2000;
/** For a place, while others' statements run. */
const longestWaitMs = 60_000;
/** Between two looks at a session that does not end. */
const lookAgainMs = 1000;

/** Runs statements of users, each on a connection of its own that may only read. */
export class SqlReader {
  readonly #database: Database;
  readonly #options: SqlReaderOptions;
  readonly #places: StatementPlaces;
  readonly #logins: ReaderLogins;
  #prepared: Promise<void> | undefined;
  #vocabulary: { readonly until: number; readonly read: Promise<Vocabulary> } | undefined;

  constructor(database: Database, options: SqlReaderOptions = {}) {
    this.#database = database;
    this.#options = options;
    this.#logins = new ReaderLogins(database, options);
    this.#places = new StatementPlaces(options.maxConcurrent ?? 4, longestWaitMs);
  }

  /**
   * Runs one read-only statement. Throws SqlRefusedError for one that may not run, SqlFailedError for one that the database refused or
   * stopped, and SqlUnavailableError where the database offers no way to do it safely.
   */
  async run(request: SqlRequest): Promise<SqlResult> {
    await this.prepare();
    const vocabulary = await this.#readVocabulary();
    await checkStatement(request.statement, { vocabulary, explain: request.accounts === undefined });
    return this.runUnchecked(request);
  }

  /** The same without a look at the statement: for tests of what the database itself refuses. */
  async runUnchecked(request: SqlRequest): Promise<SqlResult> {
    await this.prepare();
    const { schema } = await this.#readVocabulary();
    const { fields, rows } = await this.#inPlace(request, schema).catch(async (error) => {
      throw await withNearestName(this.#database.pool, request.statement, error);
    });
    return {
      columns: await this.#columns(fields),
      rows: rows.slice(0, request.maxRows),
      truncated: rows.length > request.maxRows,
      warnings: await tagWarnings(request.statement),
    };
  }

  /** Brings the database's rights to what the options ask for; the first statement does so by itself. Throws SqlUnavailableError. */
  prepare(): Promise<void> {
    this.#prepared ??= this.#prepareDatabase();
    this.#prepared.catch(() => {
      this.#prepared = undefined;
    });
    return this.#prepared;
  }

  async #prepareDatabase(): Promise<void> {
    const { pool, embedded } = this.#database;
    if (embedded || this.#options.hardenFunctions) {
      const missing = await hardenDatabase(pool);
      if (missing.length > 0) {
        throw new SqlUnavailableError(
          'SQL is refused: sql.harden_functions is set, and the user of database.url may not take from PUBLIC what it asks for; ' +
            'let a superuser run what sagecat migrate --print-hardening prints, or set sql.harden_functions to false',
        );
      }
    }
    await withholdColumns(pool, this.#options.withheldColumns ?? []);
  }

  /** Read again after a while: an administrator may add an extension, whose functions must be known. */
  #readVocabulary(): Promise<Vocabulary> {
    if (this.#vocabulary && Date.now() < this.#vocabulary.until) return this.#vocabulary.read;
    const read = readVocabulary(this.#database.pool);
    this.#vocabulary = { until: Date.now() + vocabularyHeldMs, read };
    read.catch(() => {
      this.#vocabulary = undefined;
    });
    return read;
  }

  /** The place is held until the session has ended, which may be long after the caller was told that his statement took too long. */
  async #inPlace(request: SqlRequest, schema: string): Promise<RawRows> {
    const release = await this.#places.take(keyOf(request.accounts));
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
    // On the embedded database nothing else can be asked while the transaction below is open.
    const secret = await accountsSecret(this.#database);
    const { client, isOfAccounts } = await this.#connect(request);
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
        // The parser has read strings as the standard says; the server must, too.
        `BEGIN READ ONLY; SET LOCAL lock_timeout = '1s'; SET LOCAL standard_conforming_strings = on; SET LOCAL search_path = pg_catalog, ${pg.escapeIdentifier(schema)}`,
      );
      if (accounts && !isOfAccounts) await showAccounts(client, secret, accounts);
      await client.query(`SET LOCAL ROLE ${roleOf[accounts ? 'accounts' : 'all']}`);
      return await readRows(client, request);
    } catch (error) {
      if (guard.isExceeded()) {
        throw new SqlFailedError('54000', `the answer is larger than ${maxBytes / 1024 / 1024} MB; select less`);
      }
      throw asFailure(error, broken, { timeoutMs, tookMs: performance.now() - began, wasStopped });
    } finally {
      clearTimeout(watch);
      // Nothing that a statement may have left behind outlives its connection, and nothing of it is committed.
      await Promise.race([client.end().catch(() => {}), destroyed(client)]);
    }
  }

  async #connect(
    { accounts, timeoutMs }: Pick<SqlRequest, 'accounts' | 'timeoutMs'>,
    isAgain = false,
  ): Promise<{ client: pg.Client; isOfAccounts: boolean }> {
    const { url, isOfAccounts } = await this.#logins.loginFor(accounts);
    const client = new pg.Client({
      connectionString: url,
      types: resultTypes,
      application_name: 'sagecat sql',
      statement_timeout: timeoutMs,
    });
    client.on('error', () => {});
    try {
      await client.connect();
      return { client, isOfAccounts };
    } catch (error) {
      await client.end().catch(() => {});
      const isRefused = error instanceof pg.DatabaseError && error.code?.startsWith('28');
      this.#logins.forget(accounts);
      // The login was dropped or given another password since it was looked up.
      if (isRefused && !isAgain) return this.#connect({ accounts, timeoutMs }, true);
      const reason = error instanceof Error ? error.message : error;
      throw new SqlUnavailableError(`the login for SQL cannot connect: ${reason}`, { cause: error });
    }
  }

  /**
   * Ends a session that its own limit has not ended, and returns when it has ended. PostgreSQL looks for limits and signals between two steps of its work
   * only, and some functions take hours in one: `strpos`, or `&&` of arrays, of two values of many megabytes.
   */
  async #stop(client: pg.Client): Promise<void> {
    // pg knows the backend's number, its types do not.
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
    while (await isThere()) await pause(lookAgainMs, undefined, { ref: false });
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
