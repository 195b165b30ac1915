import { parseArn } from '../../catalog/arn.ts';
import { type AccountSession, openAccount } from './account-session.ts';
import type { AccountTarget } from './account-target.ts';
import type { PlannedAccount } from './plan-targets.ts';

/** The sessions of the crawled accounts, opened on first use and cached. */
export class AccountSessions {
  readonly #list: () => Promise<readonly AccountTarget[]>;
  readonly #signal: AbortSignal;
  readonly #sessions = new Map<string, Promise<AccountSession>>();

  /** `list` returns the currently configured and discovered accounts. */
  constructor(list: () => Promise<readonly AccountTarget[]>, signal: AbortSignal) {
    this.#list = list;
    this.#signal = signal;
  }

  /** Returns every account with its id; STS is asked only for an account that is configured without one. */
  async accounts(): Promise<PlannedAccount[]> {
    const accounts = await this.#list();
    return Promise.all(
      accounts.map(async (account) => ({
        account,
        accountId: account.id ?? roleAccount(account) ?? (await this.#open(account)).accountId,
      })),
    );
  }

  async openAll(): Promise<{ readonly account: AccountTarget; readonly session: AccountSession }[]> {
    const accounts = await this.#list();
    return Promise.all(accounts.map(async (account) => ({ account, session: await this.#open(account) })));
  }

  /** Returns the session of an account; undefined if the account is not configured. */
  async session(accountId: string): Promise<AccountSession | undefined> {
    const found = (await this.accounts()).find((one) => one.accountId === accountId);
    return found && this.#open(found.account);
  }

  #open(account: AccountTarget): Promise<AccountSession> {
    const key = JSON.stringify([account.id, account.roleArn, account.externalId, account.profile, account.sessionName]);
    const known = this.#sessions.get(key);
    if (known) return known;
    const session = openAccount(account, this.#signal);
    this.#sessions.set(key, session);
    // A refusal is not cached: the next call may be allowed.
    session.then(
      ({ ok }) => ok || this.#sessions.delete(key),
      () => this.#sessions.delete(key),
    );
    return session;
  }
}

const roleAccount = ({ roleArn }: AccountTarget): string | undefined =>
  roleArn === undefined ? undefined : parseArn(roleArn)?.accountId;
