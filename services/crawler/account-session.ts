import { parseArn } from '../../catalog/arn.ts';
import type { AccountTarget } from './account-target.ts';
import { AccountCredentials } from './aws/credentials.ts';
import { errorLine, failureKind } from './aws/failure.ts';
import { accountOf, callerAccount } from './aws/identity.ts';

/** An account that was entered. */
export interface OpenSession {
  readonly ok: true;
  readonly accountId: string;
  readonly credentials: AccountCredentials;
}

/** An account that can be crawled, or why it cannot. */
export type AccountSession =
  | OpenSession
  | {
      readonly ok: false;
      readonly accountId: string | null;
      readonly status: 'denied' | 'partial';
      readonly reason: string;
    };

/** Opens a session for an account, and checks that it belongs to that account before any region is read. */
export async function openAccount(account: AccountTarget, signal: AbortSignal): Promise<AccountSession> {
  const credentials = new AccountCredentials(account, account.regions[0] ?? '');
  const inRole = account.roleArn === undefined ? undefined : parseArn(account.roleArn)?.accountId;
  const refused = (status: 'denied' | 'partial', reason: string) =>
    ({ ok: false, accountId: account.id ?? inRole ?? null, status, reason }) as const;
  try {
    // Assuming a role proves that it is the role's account.
    if (inRole !== undefined) await credentials.provide();
    const accountId = inRole ?? (await callerAccount(credentials, signal));
    if (account.id !== undefined && account.id !== accountId) {
      return refused('denied', `the credentials are those of account ${accountId}, not of ${account.id}`);
    }
    if (inRole === undefined) stayIn(credentials, accountId, signal);
    return { ok: true, accountId, credentials };
  } catch (error) {
    signal.throwIfAborted();
    const isTransient = ['throttle', 'transient', 'unresolved'].includes(failureKind(error));
    const what =
      inRole === undefined ? 'the AWS credentials cannot be used' : `the role ${account.roleArn} cannot be assumed`;
    return refused(isTransient ? 'partial' : 'denied', `${what}: ${errorLine(error)}`);
  }
}

/** Rotated keys may belong to another account, whose jobs must not be stored under this one. */
function stayIn(credentials: AccountCredentials, accountId: string, signal: AbortSignal): void {
  credentials.checkWith(async (renewed) => {
    const now = await accountOf(credentials, renewed, signal);
    if (now !== accountId)
      throw new OtherAccountError(`the credentials are those of account ${now} now, not of ${accountId}`);
  });
}

/** Has the name of the SDK's own error for unusable credentials. */
class OtherAccountError extends Error {
  override readonly name = 'CredentialsProviderError';
}
