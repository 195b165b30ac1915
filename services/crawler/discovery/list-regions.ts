import { AccountClient, ListRegionsCommand } from '@aws-sdk/client-account';
import { allPages } from './all-pages.ts';
import { type Asker, withClient } from './asking-client.ts';

/**
 * The regions that are on in an account: `accountId` as the management account or a delegated administrator asks for another one,
 * undefined for the credentials' own. Throws what the SDK throws.
 */
export async function listRegions({
  accountId,
  signal,
  ...asker
}: Asker & { readonly accountId: string | undefined; readonly signal: AbortSignal }): Promise<string[]> {
  const regions = await withClient(AccountClient, asker, (client) =>
    allPages(async (NextToken) => {
      const page = await client.send(
        new ListRegionsCommand({
          AccountId: accountId,
          RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'],
          NextToken,
        }),
        { abortSignal: signal },
      );
      return { items: page.Regions, next: page.NextToken };
    }),
  );
  // Some regions cannot be switched off.
  if (regions.length === 0) throw new Error('the account API answered with a list of no regions');
  return regions.flatMap(({ RegionName }) => RegionName ?? []).sort();
}
