import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type AccountCredentials, stsPatience } from './credentials.ts';

/** Asks STS whose credentials these are: twelve digits. Throws what the SDK throws. */
export async function callerAccount(
  credentials: AccountCredentials,
  region: string,
  signal: AbortSignal,
): Promise<string> {
  const sts = new STSClient({ region, credentials: credentials.provide, ...stsPatience });
  try {
    const { Account } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal: signal });
    if (Account === undefined) throw new TypeError('STS does not say which account these credentials belong to');
    return Account;
  } finally {
    sts.destroy();
  }
}
