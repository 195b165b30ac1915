import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { AccountCredentials, CredentialProvider, Credentials } from './credentials.ts';
import { renewWhenRefused } from './renew-when-refused.ts';
import { openSts } from './sts.ts';

/** Asks STS which account these credentials belong to: twelve digits. Throws the SDK's errors. */
export const callerAccount = (account: AccountCredentials, signal: AbortSignal): Promise<string> =>
  ask(account, account.provide, signal);

/** Does the same for credentials that are not in use yet. */
export const accountOf = (
  account: AccountCredentials,
  credentials: Credentials,
  signal: AbortSignal,
): Promise<string> => ask(account, credentials, signal);

async function ask(
  account: AccountCredentials,
  credentials: Credentials | CredentialProvider,
  signal: AbortSignal,
): Promise<string> {
  const sts = await openSts({ region: await account.stsRegion(), profile: account.profile, credentials });
  if (credentials === account.provide) sts.middlewareStack.use(renewWhenRefused(account));
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
    if (Account === undefined) throw new TypeError('STS does not say which account these credentials belong to');
    return Account;
  } finally {
    sts.destroy();
  }
}
