import {
  type Account,
  type OrganizationsClient,
  paginateListAccounts,
  paginateListAccountsForParent,
  paginateListOrganizationalUnitsForParent,
} from '@aws-sdk/client-organizations';
import type { DiscoveredAccount } from '../../../db/crawl/discovered.ts';

/** The accounts of an organization: all of them, or those in the named units and in the units below. Throws what the SDK throws. */
export async function listOrganization(
  client: OrganizationsClient,
  { units, signal }: { readonly units?: readonly string[] | undefined; readonly signal: AbortSignal },
): Promise<DiscoveredAccount[]> {
  const accounts = new Map<string, DiscoveredAccount>();
  const take = (page: readonly Account[] = []) => {
    for (const account of page) {
      const { Id: id, Name: name = null } = account;
      if (id !== undefined) accounts.set(id, { id, name, status: isActive(account) ? 'active' : 'suspended' });
    }
  };
  if (units === undefined) {
    for await (const page of paginateListAccounts({ client, pageSize: 20 }, {})) take(page.Accounts);
    return [...accounts.values()];
  }
  const waiting = [...units];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    signal.throwIfAborted();
    for await (const page of paginateListAccountsForParent({ client, pageSize: 20 }, { ParentId: parent })) {
      take(page.Accounts);
    }
    for await (const page of paginateListOrganizationalUnitsForParent({ client, pageSize: 20 }, { ParentId: parent })) {
      waiting.push(...(page.OrganizationalUnits ?? []).flatMap(({ Id }) => Id ?? []));
    }
  }
  return [...accounts.values()];
}

/** `State` follows `Status`, which AWS has deprecated. */
const isActive = ({ State, Status }: Account): boolean => (State ?? Status) === 'ACTIVE';
