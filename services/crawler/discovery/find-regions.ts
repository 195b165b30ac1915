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

interface Place {
  readonly account: NamedAccount;
  /** Undefined if the account is unknown; the crawl will report why. */
  readonly id: string | undefined;
  readonly found: CachedResult<readonly string[]>;
}

/** A failed account is not tried again for an hour, since there may be hundreds of them. */
const patienceMs = 3_600_000;

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
  const places = await placesOf(open, options, { lister, cache });
  const isUnknown = ({ found }: Place) => found.value === undefined;
  const inPlace = places.some(isUnknown) ? await regionsInPlace(places, options, { lister, cache }) : [];
  const known = places.flatMap(({ id, found }) => (id && found.value ? [{ id, regions: found.value }] : []));
  await markRegionsUnsupported(db, known, 'the region is off in this account, says account:ListRegions');
  const ids = places.flatMap(({ id }) => id ?? []);
  const askedAt = new Map(places.map(({ id, found }) => [id, found.at ?? now() - cacheHours * 3_600_000]));
  const asked = new Map(places.map(({ account, found }) => [account, found.value ?? inPlace]));
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
      ...placesWithout(places, (place) =>
        (asked.get(place.account) ?? []).every((region) => leftOut.has(`${place.id} ${region}`)),
      ),
    ],
  };
}

/** An account without any remaining region is an error, even if others are crawled. */
function placesWithout(places: readonly Place[], isEmpty: (place: Place) => boolean): string[] {
  const empty = places.filter(isEmpty);
  return empty.length === 0
    ? []
    : [`nothing is left to crawl of ${names(empty)}: SageMaker answers in none of the regions`];
}

/** When a result is fetched twice: see DiscoveryCache. */
const twice = {
  lacks: (answer: readonly string[], kept: readonly string[]) => kept.some((region) => !answer.includes(region)),
  join: (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])].sort(),
};

const asTarget = ({ regions, ...account }: NamedAccount): AccountTarget[] =>
  regions === 'all' ? [] : [{ ...account, regions }];

/** Returns the account ids and the account API's regions. */
async function placesOf(
  accounts: readonly NamedAccount[],
  options: DiscoveryOptions,
  { lister, cache }: { readonly lister: Lister; readonly cache: DiscoveryCache },
): Promise<Place[]> {
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
  const ask = accountRegionLister(lister, options);
  const told = accounts.flatMap((account, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ account, id }];
  });
  const answers = await cache.recall(
    told.map(({ account, id }) => ({
      subject: `regions of ${id}`,
      ask: () =>
        ask(
          { id, credentials: new AccountCredentials({ ...account, regions: [] }, lister.region) },
          'on',
          options.signal,
        ),
      ...twice,
    })),
    { scope: '', lifetimeMs: options.cacheHours * 3_600_000, patienceMs },
    limit,
  );
  const found = new Map(told.map(({ account }, index) => [account, answers[index]]));
  return accounts.map((account, index) => ({
    account,
    id: ids[index],
    found: found.get(account) ?? { value: undefined, at: undefined, problem: refusals.get(account) },
  }));
}

/** Returns the regions for accounts whose own are unknown: those of sagecat's own account, otherwise those of all other accounts together. */
async function regionsInPlace(
  places: readonly Place[],
  { signal, cacheHours }: DiscoveryOptions,
  { lister, cache }: { readonly lister: Lister; readonly cache: DiscoveryCache },
): Promise<readonly string[]> {
  const { credentials, region } = lister;
  const ask = () => listRegions({ accountId: undefined, credentials, region, signal });
  const [own] = await cache.recall([{ subject: `regions of ${lister.name}`, ask, ...twice }], {
    scope: '',
    lifetimeMs: cacheHours * 3_600_000,
    patienceMs: 0,
  });
  const inPlace = own?.value ?? [...new Set(places.flatMap(({ found }) => found.value ?? []))].sort();
  if (inPlace.length > 0) return inPlace;
  const [first] = places;
  throw new DiscoveryError(
    `the regions of account ${first?.id ?? first?.account.name ?? 'of the credentials'} are not known, and no earlier answer is kept: ${first?.found.problem}. ` +
      'Allow account:ListRegions to the role or to the credentials that sagecat runs with, or name the regions in sagecat.yaml',
    { isTransient: true },
  );
}

/** Returns one sentence for all accounts in the same situation, since there may be hundreds. */
function problemsOf(places: readonly Place[]): string[] {
  const failed = places.filter(({ found }) => found.problem !== undefined);
  const sentence = (which: readonly Place[], used: string) =>
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

function names(places: readonly Place[]): string {
  const shown = places.slice(0, 5).map(({ id, account }) => id ?? account.name ?? 'the default credentials');
  const more = places.length - shown.length;
  return `${places.length === 1 ? 'account' : 'accounts'} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
