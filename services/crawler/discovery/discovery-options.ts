import type { Kysely } from 'kysely';
import type { RetiredAccount } from '../../../db/discovery/accounts.ts';
import type { UnsupportedRegion } from '../../../db/discovery/discovered-coverage.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import type { AccountTarget } from '../account-target.ts';

/** Regions by name, or all enabled ones of the account. */
export type RegionChoice = readonly string[] | 'all';

/** An account that the configuration names. */
export interface NamedAccount extends Omit<AccountTarget, 'regions'> {
  readonly regions: RegionChoice;
}

/** The accounts of an AWS organization to crawl, and the credentials for them. */
export interface OrganizationScope {
  /** The role that is assumed in each account, with its path if it has one. */
  readonly roleName: string;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
  /** Profile of the shared AWS configuration to start from, instead of the default chain. */
  readonly profile?: string | undefined;
  /** Role in the management account, or in a delegated administrator, that lists the organization; by default the credentials do. */
  readonly managementRoleArn?: string | undefined;
  /** Only the accounts in these units or roots and in all units below them. */
  readonly units?: readonly string[] | undefined;
  /** Ids of accounts, units and roots that are not crawled. */
  readonly exclude: readonly string[];
  /** Hours for which the list of accounts is valid. */
  readonly cacheHours: number;
  readonly regions: RegionChoice;
}

export interface DiscoveryOptions {
  readonly db: Kysely<DatabaseSchema>;
  readonly organization?: OrganizationScope | undefined;
  /** Crawled in addition to the organization's; takes precedence over discovery. */
  readonly accounts: readonly NamedAccount[];
  /** A region of the partition in which Organizations and the account API are called. */
  readonly region: string;
  /** Hours for which a result of the account API is valid. */
  readonly cacheHours: number;
  /** Bypasses the cache. */
  readonly refresh?: boolean | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch; `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** What to crawl, and what not. */
export interface Discovery {
  readonly accounts: readonly AccountTarget[];
  /** Accounts that were crawled once but are no longer. Their coverage says so, and their rows stay. */
  readonly retired: readonly RetiredAccount[];
  /** Regions that are skipped until their account's regions are listed again, since nothing can be crawled there. */
  readonly unsupported: readonly UnsupportedRegion[];
  /** What could not be listed, and what is used instead: one sentence each. */
  readonly problems: readonly string[];
}
