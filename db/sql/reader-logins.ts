import { LRUCache } from 'lru-cache';
import type { Database } from '../database.ts';
import { assertReadOnlyLogin, describeLogin } from './check-login.ts';
import { missingHardening } from './harden-database.ts';
import { readerLogin, roleOf } from './reader-login.ts';
import { SqlUnavailableError } from './sql-error.ts';

/** A login that statements run under. */
export interface ReaderLogin {
  readonly url: string;
  /** Whether the login determines its accounts; otherwise each transaction must prove them. */
  readonly isBoundToAccounts: boolean;
}

export interface ReaderLoginOptions {
  /** An existing login for readers of all accounts. */
  readonly reader_url?: string | undefined;
  /** An existing login for readers that are restricted to accounts. */
  readonly account_reader_url?: string | undefined;
}

/** How long a looked-up login is reused before it is looked up again; see dropUnused. */
const cacheMs = 10 * 60_000;

/** The logins of a server, created on demand: one for all accounts, and one for each set of accounts. */
export class ReaderLogins {
  readonly #database: Database;
  readonly #options: ReaderLoginOptions;
  readonly #held = new LRUCache<string, Promise<ReaderLogin>>({ max: 10_000, ttl: cacheMs });

  constructor(database: Database, options: ReaderLoginOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Returns the login for readers of these accounts, or of all. Throws SqlUnavailableError if there is no safe one. */
  async loginFor(accounts: readonly string[] | undefined): Promise<ReaderLogin> {
    // The embedded database has no logins: each connection is the superuser, who switches to a role.
    if (this.#database.embedded) return { url: this.#database.connectionString, isBoundToAccounts: false };
    const key = keyOf(accounts);
    const held = this.#held.get(key);
    if (held) return held;
    const login = accounts ? this.#forAccounts(accounts) : this.#ofAll();
    this.#held.set(key, login);
    login.catch(() => this.#held.delete(key));
    return login;
  }

  /** Forgets a login, so that the next call looks it up again. */
  forget(accounts: readonly string[] | undefined): void {
    this.#held.delete(keyOf(accounts));
  }

  async #ofAll(): Promise<ReaderLogin> {
    const url = this.#options.reader_url ?? (await readerLogin(this.#database, undefined));
    const { login } = await describeLogin(url);
    await assertReadOnlyLogin(this.#database.pool, login, roleOf.all);
    return { url, isBoundToAccounts: false };
  }

  async #forAccounts(accounts: readonly string[]): Promise<ReaderLogin> {
    const { pool } = this.#database;
    const shared = this.#options.account_reader_url;
    const url = shared ?? (await readerLogin(this.#database, accounts));
    const { login, tempFileLimit } = await describeLogin(url);
    await assertReadOnlyLogin(pool, login, roleOf.accounts);
    if (shared !== undefined && (await missingHardening(pool)).length > 0) {
      throw new SqlUnavailableError(
        `SQL is refused to keys that are restricted to accounts: they would share the login ${login}, and PostgreSQL lets sessions of one login see and cancel each other; ` +
          'grant CREATEROLE to the user of database.url and remove sql.account_reader_url, so that each set of accounts gets its own login, or let a superuser run what sagecat migrate --print-hardening prints',
      );
    }
    if (tempFileLimit === undefined) {
      throw new SqlUnavailableError(
        `SQL is refused to keys that are restricted to accounts: temp_file_limit is not set for the login ${login}, so one statement could fill the server's disk; ` +
          'let a superuser run what sagecat migrate --print-hardening prints, or set temp_file_limit for the whole server (in the parameter group of a managed one)',
      );
    }
    return { url, isBoundToAccounts: shared === undefined };
  }
}

/** Returns the key that callers with the same accounts share. */
export const keyOf = (accounts: readonly string[] | undefined): string =>
  accounts ? [...new Set(accounts)].toSorted().join() : 'all';
