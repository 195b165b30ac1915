import { partitionOf } from '../../../catalog/partition.ts';
import { type OrganizationAccount, type RetiredAccount, recordAccounts } from '../../../db/discovery/accounts.ts';
import type { DiscoveryCache } from './discovery-cache.ts';
import { DiscoveryError } from './discovery-error.ts';
import type { DiscoveryOptions, NamedAccount, OrganizationScope } from './discovery-options.ts';
import { type ListedAccount, listOrganization } from './list-organization.ts';
import type { Lister } from './lister.ts';

interface FoundAccounts {
  readonly accounts: readonly NamedAccount[];
  readonly retired: readonly RetiredAccount[];
  readonly problems: readonly string[];
}

/** Returns the accounts of an organization to crawl, from AWS Organizations or the cache. Throws DiscoveryError if neither has any. */
export async function findAccounts(
  organization: OrganizationScope,
  { db, signal, region }: DiscoveryOptions,
  { lister, cache }: { readonly lister: Lister; readonly cache: DiscoveryCache },
): Promise<FoundAccounts> {
  const { units, exclude } = organization;
  const excludedUnits = exclude.filter((id) => !isAccountId(id));
  const source = `the organization of ${lister.name}`;
  const fetch = () =>
    listOrganization({
      units,
      excludedUnits,
      credentials: lister.credentials,
      region: lister.region,
      signal,
    });
  const request = { subject: `accounts of ${source}`, fetch, isMissingSome: isMissingAccounts, merge: mergeAccounts };
  const [answer] = await cache.read([request], {
    scope: JSON.stringify({ units, excludedUnits }),
    lifetimeMs: organization.cacheHours * 3_600_000,
    retryAfterMs: 0,
  });
  if (answer?.value === undefined)
    throw new DiscoveryError(listingProblem(answer?.problem ?? ''), { isTransient: true });
  const accounts = answer.value.map((account) => organizationAccount(account, exclude));
  const retired = await recordAccounts(db, { source, accounts, gone: goneReason(units) });
  return {
    accounts: accounts
      .filter((account) => account.retired === undefined)
      .map(({ id, name }) => targetOf(id, name, organization, region)),
    retired,
    problems:
      answer.problem === undefined
        ? []
        : [
            `the accounts of the organization could not be listed (${answer.problem}); those of ${new Date(answer.at ?? 0).toISOString()} are crawled`,
          ],
  };
}

type Listing = readonly ListedAccount[];

const isMissingAccounts = (answer: Listing, cached: Listing): boolean => {
  const ids = new Set(answer.map(({ id }) => id));
  return cached.some(({ id }) => !ids.has(id));
};

const mergeAccounts = (one: Listing, other: Listing): Listing =>
  [...new Map([...one, ...other].map((account) => [account.id, account])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );

const isAccountId = (id: string): boolean => /^\d{12}$/.test(id);

const states: Readonly<Record<string, string>> = {
  SUSPENDED: 'suspended in AWS Organizations',
  PENDING_CLOSURE: 'being closed, says AWS Organizations',
  CLOSED: 'closed, says AWS Organizations',
  PENDING_ACTIVATION: 'not active yet, says AWS Organizations',
};

/** Decides whether an account is crawled, with the reason if not. */
function organizationAccount(
  { id, name, state, excludedUnit }: ListedAccount,
  exclude: readonly string[],
): OrganizationAccount {
  if (exclude.includes(id)) return { id, name, retired: 'excluded by the configuration' };
  if (excludedUnit !== undefined) return { id, name, retired: `in ${excludedUnit}, which the configuration excludes` };
  return { id, name, retired: state === 'ACTIVE' ? undefined : (states[state] ?? `${state}, says AWS Organizations`) };
}

const goneReason = (units: OrganizationScope['units']): string =>
  units === undefined ? 'no longer in the organization' : `no longer in the organization or in ${units.join(', ')}`;

const targetOf = (
  id: string,
  name: string | null,
  { roleName, externalId, sessionName, profile, regions }: OrganizationScope,
  region: string,
): NamedAccount => ({
  id,
  name: name ?? undefined,
  roleArn: `arn:${partitionOf(region)}:iam::${id}:role/${roleName}`,
  externalId,
  sessionName,
  profile,
  regions,
});

const listingProblem = (problem: string): string =>
  `the accounts of the organization could not be listed, and no earlier list is cached: ${problem}. ` +
  'Listing needs organizations:ListAccounts, ListAccountsForParent and ListOrganizationalUnitsForParent in the management account or ' +
  'a delegated administrator (organization.management_role_arn names a role there); or name the accounts in sagecat.yaml';
