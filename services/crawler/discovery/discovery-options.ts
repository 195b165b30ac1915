import type { Kysely } from 'kysely';
import type { RetiredAccount } from '../../../db/discovery/accounts.ts';
import type { UnsupportedRegion } from '../../../db/discovery/discovered-coverage.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import type { AccountTarget } from '../account-target.ts';

/** Regions by name, or all that are on in the account. */
export type RegionChoice = readonly string[] | 'all';

/** An account that the configuration names. */
export interface NamedAccount extends Omit<AccountTarget, 'regions'> {
  readonly regions: RegionChoice;
}

/** Which accounts of an AWS organization are crawled, and how to get into them. */
export interface OrganizationScope {
  /** Name of the role, with its path if it has one, that is assumed in each account. */
  readonly roleName: string;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
  /** Profile of the shared AWS configuration to start from, in place of the default chain. */
  readonly profile?: string | undefined;
  /** Role in the management account, or in a delegated administrator, that lists the organization; else the credentials do. */
  readonly managementRoleArn?: string | undefined;
  /** Only the accounts in these units or roots and in all units below them. */
  readonly units?: readonly string[] | undefined;
  /** Ids of accounts, units and roots that are not crawled. */
  readonly exclude: readonly string[];
  /** Hours for which a list of its accounts is good. */
  readonly cacheHours: number;
  readonly regions: RegionChoice;
}

export interface DiscoveryOptions {
  readonly db: Kysely<DatabaseSchema>;
  readonly organization?: OrganizationScope | undefined;
  /** Crawled beside the organization's; what is said here of an account goes before what was discovered. */
  readonly accounts: readonly NamedAccount[];
  /** A region of the partition whose organization and account API are asked. */
  readonly region: string;
  /** Hours for which an answer of the account API is good. */
  readonly cacheHours: number;
  /** Asks again, however young the answers are. */
  readonly refresh?: boolean | undefined;
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch; `Date.now`. */
  readonly now?: (() => number) | undefined;
}

/** What is to be crawled, and what is not. */
export interface Discovery {
  readonly accounts: readonly AccountTarget[];
  /** Accounts that were crawled once and are not any more. Their coverage says so, and their rows stay. */
  readonly retired: readonly RetiredAccount[];
  /** Regions that are left out until their account's regions are asked for again: nothing can be crawled there. */
  readonly unsupported: readonly UnsupportedRegion[];
  /** What could not be asked, and what is used in its place: a sentence each. */
  readonly problems: readonly string[];
}
