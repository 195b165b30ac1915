import { AccountClient, ListRegionsCommand } from '@aws-sdk/client-account';
import type { AccountCredentials } from '../aws/credentials.ts';
import { patientHttp } from '../aws/http.ts';
import { renewWhenRefused } from '../aws/renew-when-refused.ts';
import { allPages } from './all-pages.ts';

/**
 * The regions that are on in an account: `accountId` as the management account or a delegated administrator asks for another one,
 * undefined for the credentials' own. Throws what the SDK throws.
 */
export async function listRegions({
  accountId,
  credentials,
  region,
  signal,
}: {
  readonly accountId: string | undefined;
  readonly credentials: AccountCredentials;
  /** A region of the account's partition. */
  readonly region: string;
  readonly signal: AbortSignal;
}): Promise<string[]> {
  const client = new AccountClient({
    region,
    credentials: credentials.provide,
    systemClockOffset: credentials.clockOffset,
    maxAttempts: 10,
    requestHandler: patientHttp(),
  });
  client.middlewareStack.use(renewWhenRefused(credentials));
  try {
    const regions = await allPages(async (NextToken) => {
      const page = await client.send(
        new ListRegionsCommand({
          AccountId: accountId,
          RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
          NextToken,
        }),
        { abortSignal: signal },
      );
      return { items: page.Regions, next: page.NextToken };
    });
    // Some regions cannot be switched off.
    if (regions.length === 0) throw new Error('the account API answered with a list of no regions');
    return regions.flatMap(({ RegionName }) => RegionName ?? []).sort();
  } finally {
    client.destroy();
  }
}
