import type { AccountTarget } from '../account-target.ts';
import { AccountCredentials } from '../aws/credentials.ts';
import { said } from '../aws/failure.ts';
import { DiscoveryError } from './discovery-error.ts';
import type { DiscoveryOptions, NamedAccount } from './discovery-options.ts';
import { listRegions } from './list-regions.ts';
import type { Lister } from './lister.ts';

/**
 * Asks for the regions of one account: as the organization's management account or a delegated administrator may, or as the
 * account itself. Throws DiscoveryError with what each of them answered.
 */
export function askForRegions(
  lister: Lister,
  { organization, signal }: Pick<DiscoveryOptions, 'organization' | 'signal'>,
): (account: NamedAccount & { readonly id: string }) => Promise<string[]> {
  const { region } = lister;
  // Without trusted access for account management every account would be refused: the others are asked themselves first.
  let isRefused = organization === undefined;
  const asLister = async (id: string) => {
    // Not even the management account may name itself.
    const accountId = (await lister.account()) === id ? undefined : id;
    if (accountId !== undefined && organization === undefined)
      throw new DiscoveryError('there is no organization to ask');
    try {
      return await listRegions({ accountId, credentials: lister.credentials, region, signal });
    } catch (error) {
      if (error instanceof Error && error.name === 'AccessDeniedException') isRefused = true;
      throw error;
    }
  };
  const asItself = (account: NamedAccount) => {
    const target: AccountTarget = { ...account, regions: [] };
    const credentials = new AccountCredentials(target, region);
    return listRegions({ accountId: undefined, credentials, region, signal });
  };
  return async (account) => {
    const ways = [() => asLister(account.id), () => asItself(account)];
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
