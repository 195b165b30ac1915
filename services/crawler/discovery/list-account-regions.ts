import type { AccountCredentials } from '../aws/credentials.ts';
import { errorLine } from '../aws/failure.ts';
import { DiscoveryError } from './discovery-error.ts';
import type { DiscoveryOptions } from './discovery-options.ts';
import { listRegions, type RegionState } from './list-regions.ts';
import type { Lister } from './lister.ts';

/** An account whose regions are needed, and a session for it. */
export interface AccountWithSession {
  readonly id: string;
  readonly credentials: AccountCredentials;
}

/** Returns the enabled or the disabled regions. */
export type ListAccountRegions = (
  account: AccountWithSession,
  state: RegionState,
  signal: AbortSignal,
) => Promise<readonly string[]>;

/**
 * Lists the regions of an account, from the organization's management account or a delegated administrator, or from the account itself.
 * Throws DiscoveryError with the errors of both.
 */
export function accountRegionLister(
  lister: Lister,
  { organization }: Pick<DiscoveryOptions, 'organization'>,
): ListAccountRegions {
  const { region } = lister;
  // Without trusted access for account management this would fail for every account, so after a failure the accounts themselves are asked first.
  let isRefused = organization === undefined;
  const asLister = async (id: string, state: RegionState, signal: AbortSignal) => {
    // Even the management account may not name itself.
    const accountId = (await lister.account()) === id ? undefined : id;
    if (accountId !== undefined && organization === undefined)
      throw new DiscoveryError('there is no organization to ask');
    try {
      return await listRegions({ accountId, state, credentials: lister.credentials, region, signal });
    } catch (error) {
      if (error instanceof Error && error.name === 'AccessDeniedException') isRefused = true;
      throw error;
    }
  };
  return async ({ id, credentials }, state, signal) => {
    const ways = [
      () => asLister(id, state, signal),
      () => listRegions({ accountId: undefined, state, credentials, region, signal }),
    ];
    if (isRefused) ways.reverse();
    const refusals: string[] = [];
    for (const way of ways) {
      try {
        return await way();
      } catch (error) {
        signal.throwIfAborted();
        refusals.push(errorLine(error));
      }
    }
    throw new DiscoveryError([...new Set(refusals)].join('; '));
  };
}
