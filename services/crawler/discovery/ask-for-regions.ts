import type { AccountCredentials } from '../aws/credentials.ts';
import { said } from '../aws/failure.ts';
import { DiscoveryError } from './discovery-error.ts';
import type { DiscoveryOptions } from './discovery-options.ts';
import { listRegions, type RegionState } from './list-regions.ts';
import type { Lister } from './lister.ts';

/** An account whose regions are asked for, and a way into it. */
export interface AskedAccount {
  readonly id: string;
  readonly credentials: AccountCredentials;
}

/** Returns the regions that are on, or those that are off. */
export type AskForRegions = (
  account: AskedAccount,
  state: RegionState,
  signal: AbortSignal,
) => Promise<readonly string[]>;

/**
 * Asks for the regions of one account: as the organization's management account or a delegated administrator may, or as the
 * account itself. Throws DiscoveryError with what each of them answered.
 */
export function askForRegions(lister: Lister, { organization }: Pick<DiscoveryOptions, 'organization'>): AskForRegions {
  const { region } = lister;
  // Without trusted access for account management every account would be refused: the others are asked themselves first.
  let isRefused = organization === undefined;
  const asLister = async (id: string, state: RegionState, signal: AbortSignal) => {
    // Not even the management account may name itself.
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
        refusals.push(said(error));
      }
    }
    throw new DiscoveryError([...new Set(refusals)].join('; '));
  };
}
