import { retireCoverage } from '../../../db/discovery/discovered-coverage.ts';
import { DiscoveryCache } from './discovery-cache.ts';
import { DiscoveryError } from './discovery-error.ts';
import type { Discovery, DiscoveryOptions, NamedAccount } from './discovery-options.ts';
import { findAccounts } from './find-accounts.ts';
import { findRegions } from './find-regions.ts';
import { Lister } from './lister.ts';

export type {
  Discovery,
  DiscoveryOptions,
  NamedAccount,
  OrganizationScope,
} from './discovery-options.ts';

/**
 * Finds the accounts and regions to crawl: the configured ones, and those of AWS Organizations and of the account API. Results are cached in
 * the database, so this may be called before every crawl. If a service cannot be reached, its last result is used, and `problems` says so;
 * throws DiscoveryError if there is none, since fewer accounts than intended would be crawled. Accounts that are suspended, closed, excluded
 * or gone are marked as retired in the coverage.
 */
export async function discoverTargets(options: DiscoveryOptions): Promise<Discovery> {
  const { db, organization, refresh = false, signal, now = Date.now } = options;
  const cache = new DiscoveryCache({ db, now, refresh, signal });
  const lister = new Lister(options);
  const found = organization
    ? await findAccounts(organization, options, { lister, cache })
    : { accounts: [], retired: [], problems: [] };
  const accounts = union(options.accounts, found.accounts);
  if (accounts.length === 0) {
    throw new DiscoveryError('the organization has no active account that the configuration does not exclude');
  }
  // Configured accounts are crawled in any case.
  const named = new Set(options.accounts.map(({ id }) => id));
  const retired = found.retired.filter(({ id }) => !named.has(id));
  await retireCoverage(db, retired);
  const inRegions = await findRegions(accounts, options, { lister, cache });
  const problems = [...found.problems, ...inRegions.problems];
  if (inRegions.accounts.length === 0) throw new DiscoveryError(nothingLeft(problems, inRegions.unsupported));
  return { accounts: inRegions.accounts, retired, unsupported: inRegions.unsupported, problems };
}

/** An empty plan would look like a complete catalog. */
function nothingLeft(problems: readonly string[], unsupported: Discovery['unsupported']): string {
  const reasons = unsupported.map(({ account_id, region, reason }) => `${account_id} ${region}: ${reason}`);
  const shown = reasons.slice(0, 5);
  const more = reasons.length - shown.length;
  return [
    'no account and region of the configuration is left to crawl',
    ...problems,
    ...shown,
    ...(more > 0 ? [`and ${more} more regions that are left out`] : []),
    'they are tried again with --refresh, or where regions are named in sagecat.yaml',
  ].join('; ');
}

/** The configuration takes precedence over discovery; only a missing name is filled in. */
function union(named: readonly NamedAccount[], discovered: readonly NamedAccount[]): NamedAccount[] {
  const names = new Map(discovered.map(({ id, name }) => [id, name]));
  const ids = new Set(named.map(({ id }) => id));
  return [
    ...named.map((account) => ({ ...account, name: account.name ?? names.get(account.id) })),
    ...discovered.filter(({ id }) => !ids.has(id)),
  ];
}
