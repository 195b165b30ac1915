import pLimit from 'p-limit';
import {
  markRegionsUnsupported,
  readUnsupported,
  type UnsupportedRegion,
} from '../../../db/discovery/discovered-coverage.ts';
import { openAccount } from '../account-session.ts';
import type { AccountTarget } from '../account-target.ts';
import { AccountCredentials } from '../aws/credentials.ts';
import type { CachedResult, DiscoveryCache } from './discovery-cache.ts';
import { DiscoveryError } from './discovery-error.ts';
import type { DiscoveryOptions, NamedAccount } from './discovery-options.ts';
import { accountRegionLister } from './list-account-regions.ts';
import { listRegions } from './list-regions.ts';
import type { Lister } from './lister.ts';

interface FoundRegions {
  readonly accounts: readonly AccountTarget[];
  readonly unsupported: readonly UnsupportedRegion[];
  readonly problems: readonly string[];
}

interface AccountRegions {
  readonly account: NamedAccount;
  /** Undefined if the account is unknown; the crawl will report why. */
  readonly id: string | undefined;
  readonly found: CachedResult<readonly string[]>;
}

/** A failed account is not tried again for an hour, since there may be hundreds of them. */
const retryAfterMs = 3_600_000;

/**
 * Finds the regions of the accounts to be crawled in all of theirs, from the account API or the cache; otherwise uses those of sagecat's own
 * account. Throws DiscoveryError if even those are unknown.
 */
export async function findRegions(
  accounts: readonly NamedAccount[],
  options: DiscoveryOptions,
  { lister, cache }: { readonly lister: Lister; readonly cache: DiscoveryCache },
): Promise<FoundRegions> {
  const { db, cacheHours, now = Date.now } = options;
  const open = accounts.filter(({ regions }) => regions === 'all');
  if (open.length === 0) return { accounts: accounts.flatMap(asTarget), unsupported: [], problems: [] };
  const places = await readRegions(open, options, { lister, cache });
  const isUnknown = ({ found }: AccountRegions) => found.value === undefined;
  const fallback = places.some(isUnknown) ? await fallbackRegions(places, options, { lister, cache }) : [];
  const known = places.flatMap(({ id, found }) => (id && found.value ? [{ id, regions: found.value }] : []));
  await markRegionsUnsupported(db, known, 'the region is off in this account, says account:ListRegions');
  const ids = places.flatMap(({ id }) => id ?? []);
  const askedAt = new Map(places.map(({ id, found }) => [id, found.at ?? now() - cacheHours * 3_600_000]));
  const asked = new Map(places.map(({ account, found }) => [account, found.value ?? fallback]));
  const unsupported = (await readUnsupported(db, ids)).filter(
    ({ account_id, region, attempted_at }) =>
      Date.parse(attempted_at) >= (askedAt.get(account_id) ?? 0) &&
      places.some(({ account, id }) => id === account_id && asked.get(account)?.includes(region)),
  );
  const leftOut = new Set(unsupported.map(({ account_id, region }) => `${account_id} ${region}`));
  const idOf = new Map(places.map(({ account, id }) => [account, id]));
  return {
    accounts: accounts.flatMap((account) => {
      if (account.regions !== 'all') return asTarget(account);
      const regions = (asked.get(account) ?? []).filter((region) => !leftOut.has(`${idOf.get(account)} ${region}`));
      return regions.length === 0 ? [] : [{ ...account, regions }];
    }),
    unsupported,
    problems: [
      ...problemsOf(places),
      ...emptyAccounts(places, (place) =>
        (asked.get(place.account) ?? []).every((region) => leftOut.has(`${place.id} ${region}`)),
      ),
    ],
  };
}

/** An account without any remaining region is an error, even if others are crawled. */
function emptyAccounts(places: readonly AccountRegions[], isEmpty: (place: AccountRegions) => boolean): string[] {
  const empty = places.filter(isEmpty);
  return empty.length === 0
    ? []
    : [`nothing is left to crawl of ${names(empty)}: SageMaker answers in none of the regions`];
}

/** When regions are fetched again, and how both results are merged: see DiscoveryCache. */
const refetch = {
  isMissingSome: (answer: readonly string[], cached: readonly string[]) =>
    cached.some((region) => !answer.includes(region)),
  merge: (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])].sort(),
};

const asTarget = ({ regions, ...account }: NamedAccount): AccountTarget[] =>
  regions === 'all' ? [] : [{ ...account, regions }];

/** Returns the account ids and the account API's regions. */
async function readRegions(
  accounts: readonly NamedAccount[],
  options: DiscoveryOptions,
  { lister, cache }: { readonly lister: Lister; readonly cache: DiscoveryCache },
): Promise<AccountRegions[]> {
  const limit = pLimit(4);
  const refusals = new Map<NamedAccount, string>();
  const ids = await Promise.all(
    accounts.map(async (account) => {
      if (account.id !== undefined) return account.id;
      const session = await openAccount({ ...account, regions: [options.region] }, options.signal);
      if (session.ok) return session.accountId;
      refusals.set(account, session.reason);
      return undefined;
    }),
  );
  const listRegionsOf = accountRegionLister(lister, options);
  const identified = accounts.flatMap((account, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ account, id }];
  });
  const answers = await cache.read(
    identified.map(({ account, id }) => ({
      subject: `regions of ${id}`,
      fetch: () =>
        listRegionsOf(
          { id, credentials: new AccountCredentials({ ...account, regions: [] }, lister.region) },
          'on',
          options.signal,
        ),
      ...refetch,
    })),
    { scope: '', lifetimeMs: options.cacheHours * 3_600_000, retryAfterMs },
    limit,
  );
  const found = new Map(identified.map(({ account }, index) => [account, answers[index]]));
  return accounts.map((account, index) => ({
    account,
    id: ids[index],
    found: found.get(account) ?? { value: undefined, at: undefined, problem: refusals.get(account) },
  }));
}

/** Returns the regions for accounts whose own are unknown: those of sagecat's own account, otherwise those of all other accounts together. */
async function fallbackRegions(
  places: readonly AccountRegions[],
  { signal, cacheHours }: DiscoveryOptions,
  { lister, cache }: { readonly lister: Lister; readonly cache: DiscoveryCache },
): Promise<readonly string[]> {
  const { credentials, region } = lister;
  const fetch = () => listRegions({ accountId: undefined, credentials, region, signal });
  const [own] = await cache.read([{ subject: `regions of ${lister.name}`, fetch, ...refetch }], {
    scope: '',
    lifetimeMs: cacheHours * 3_600_000,
    retryAfterMs: 0,
  });
  const fallback = own?.value ?? [...new Set(places.flatMap(({ found }) => found.value ?? []))].sort();
  if (fallback.length > 0) return fallback;
  const [first] = places;
  throw new DiscoveryError(
    `the regions of account ${first?.id ?? first?.account.name ?? 'of the credentials'} are not known, and no earlier answer is cached: ${first?.found.problem}. ` +
      'Allow account:ListRegions to the role or to the credentials that sagecat runs with, or name the regions in sagecat.yaml',
    { isTransient: true },
  );
}

/** Returns one sentence for all accounts in the same situation, since there may be hundreds. */
function problemsOf(places: readonly AccountRegions[]): string[] {
  const failed = places.filter(({ found }) => found.problem !== undefined);
  const sentence = (which: readonly AccountRegions[], used: string) =>
    which.length === 0
      ? []
      : [`the regions of ${names(which)} could not be asked for (${which[0]?.found.problem}); ${used}`];
  return [
    ...sentence(
      failed.filter(({ found }) => found.value !== undefined),
      'those of the last answer are crawled',
    ),
    ...sentence(
      failed.filter(({ found }) => found.value === undefined),
      'those of the account that sagecat runs in are crawled',
    ),
  ];
}

function names(places: readonly AccountRegions[]): string {
  const shown = places.slice(0, 5).map(({ id, account }) => id ?? account.name ?? 'the default credentials');
  const more = places.length - shown.length;
  return `${places.length === 1 ? 'account' : 'accounts'} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
