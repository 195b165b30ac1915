import { parseArn } from '../../catalog/arn.ts';
import { type AccountSession, openAccount } from './account-session.ts';
import type { AccountTarget } from './account-target.ts';
import type { PlannedAccount } from './plan-targets.ts';

/** The accounts that a worker can get into, with their sessions, which are opened when first needed and kept. */
export class AccountDirectory {
  readonly #list: () => Promise<readonly AccountTarget[]>;
  readonly #signal: AbortSignal;
  readonly #sessions = new Map<string, Promise<AccountSession>>();

  /** `list` returns what is configured and discovered at the moment. */
  constructor(list: () => Promise<readonly AccountTarget[]>, signal: AbortSignal) {
    this.#list = list;
    this.#signal = signal;
  }

  /** Every account with its identifier; only one that is configured without is asked for it. */
  async accounts(): Promise<PlannedAccount[]> {
    const accounts = await this.#list();
    return Promise.all(
      accounts.map(async (account) => ({
        account,
        accountId: account.id ?? roleAccount(account) ?? (await this.#open(account)).accountId,
      })),
    );
  }

  /** The way into an account. One that is no longer configured is answered as denied. */
  async session(accountId: string): Promise<AccountSession> {
    const found = (await this.accounts()).find((one) => one.accountId === accountId);
    if (found) return this.#open(found.account);
    return {
      ok: false,
      accountId,
      status: 'denied',
      reason: `account ${accountId} is not in this worker's configuration`,
    };
  }

  #open(account: AccountTarget): Promise<AccountSession> {
    const key = JSON.stringify([account.id, account.roleArn, account.externalId, account.profile, account.sessionName]);
    const known = this.#sessions.get(key);
    if (known) return known;
    const session = openAccount(account, this.#signal);
    this.#sessions.set(key, session);
    // What was refused once may be allowed the next time.
    session.then(
      ({ ok }) => !ok && this.#sessions.delete(key),
      () => this.#sessions.delete(key),
    );
    return session;
  }
}

const roleAccount = ({ roleArn }: AccountTarget): string | undefined =>
  roleArn === undefined ? undefined : parseArn(roleArn)?.accountId;
