import { AccountClient, ListRegionsCommand, type RegionOptStatus } from '@aws-sdk/client-account';
import { allPages } from './all-pages.ts';
import { type ClientOptions, withClient } from './sdk-client.ts';

const statuses = {
  on: ['ENABLED', 'ENABLED_BY_DEFAULT'],
  off: ['DISABLED', 'DISABLING'],
} satisfies Record<string, RegionOptStatus[]>;

export type RegionState = keyof typeof statuses;

/**
 * Returns the enabled or disabled regions of an account. `accountId` is for the management account or a delegated administrator; undefined
 * means the credentials' own account. Throws the SDK's errors.
 */
export async function listRegions({
  accountId,
  state = 'on',
  signal,
  ...options
}: ClientOptions & {
  readonly accountId: string | undefined;
  readonly state?: RegionState;
  readonly signal: AbortSignal;
}): Promise<string[]> {
  const regions = await withClient(AccountClient, options, (client) =>
    allPages(async (NextToken) => {
      const page = await client.send(
        new ListRegionsCommand({ AccountId: accountId, RegionOptStatusContains: statuses[state], NextToken }),
        { abortSignal: signal },
      );
      return { items: page.Regions, next: page.NextToken };
    }),
  );
  // Some regions cannot be disabled.
  if (state === 'on' && regions.length === 0) throw new Error('the account API answered with a list of no regions');
  return regions.flatMap(({ RegionName }) => RegionName ?? []).sort();
}
