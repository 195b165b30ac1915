import type { Database } from '../database.ts';
import { askLogin, assertReadOnlyLogin } from './check-login.ts';
import { missingHardening } from './harden-database.ts';
import { readerLogin, roleOf } from './reader-login.ts';
import { SqlUnavailableError } from './sql-error.ts';

/** A login that statements run under. */
export interface ReaderLogin {
  readonly url: string;
  /** Whether the login stands for its accounts; otherwise each transaction must prove them. */
  readonly isOfAccounts: boolean;
}

export interface ReaderLoginOptions {
  /** A ready login for readers of all accounts. */
  readonly readerUrl?: string | undefined;
  /** A ready login for readers of single accounts. */
  readonly accountReaderUrl?: string | undefined;
}

/** How long a login is held to be there and as it was; see dropUnused. */
const heldMs = 10 * 60_000;

/** The logins of a server, one for all accounts and one for each set of them, as they are asked for. */
export class ReaderLogins {
  readonly #database: Database;
  readonly #options: ReaderLoginOptions;
  readonly #held = new Map<string, { readonly until: number; readonly login: Promise<ReaderLogin> }>();

  constructor(database: Database, options: ReaderLoginOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** The login for readers of these accounts, or of all. Throws SqlUnavailableError where there is none that is safe. */
  async loginFor(accounts: readonly string[] | undefined): Promise<ReaderLogin> {
    // The embedded database has no logins: each connection is the superuser, who takes a role.
    if (this.#database.embedded) return { url: this.#database.connectionString, isOfAccounts: false };
    const key = keyOf(accounts);
    const now = Date.now();
    for (const [other, { until }] of this.#held) if (until <= now) this.#held.delete(other);
    const held = this.#held.get(key);
    if (held) return held.login;
    const login = accounts ? this.#ofAccounts(accounts) : this.#ofAll();
    this.#held.set(key, { until: now + heldMs, login });
    login.catch(() => this.#held.delete(key));
    return login;
  }

  /** Looks the login up again when it is next asked for. */
  forget(accounts: readonly string[] | undefined): void {
    this.#held.delete(keyOf(accounts));
  }

  async #ofAll(): Promise<ReaderLogin> {
    const url = this.#options.readerUrl ?? (await readerLogin(this.#database, undefined));
    const { login } = await askLogin(url);
    await assertReadOnlyLogin(this.#database.pool, login, roleOf.all);
    return { url, isOfAccounts: false };
  }

  async #ofAccounts(accounts: readonly string[]): Promise<ReaderLogin> {
    const { pool } = this.#database;
    const shared = this.#options.accountReaderUrl;
    const url = shared ?? (await readerLogin(this.#database, accounts));
    const { login, tempFileLimit } = await askLogin(url);
    await assertReadOnlyLogin(pool, login, roleOf.accounts);
    if (shared !== undefined && (await missingHardening(pool)).length > 0) {
      throw new SqlUnavailableError(
        `SQL is refused to keys of single accounts: they would share the login ${login}, and PostgreSQL lets sessions of one login see and end each other; ` +
          'let the user of database.url create roles and leave sql.account_reader_url out, so that each set of accounts has a login of its own, or let a superuser run what sagecat migrate --print-hardening prints',
      );
    }
    if (tempFileLimit === undefined) {
      throw new SqlUnavailableError(
        `SQL is refused to keys of single accounts: temp_file_limit is not set for the login ${login}, so that one statement could fill the server's disk; ` +
          'let a superuser run what sagecat migrate --print-hardening prints, or set temp_file_limit for the whole server (a parameter group, where it is managed)',
      );
    }
    return { url, isOfAccounts: shared === undefined };
  }
}

/** What callers who see the same accounts have in common. */
export const keyOf = (accounts: readonly string[] | undefined): string =>
  accounts ? [...new Set(accounts)].toSorted().join() : 'all';
