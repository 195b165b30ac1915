import { AccountClient } from '@aws-sdk/client-account';
import { OrganizationsClient } from '@aws-sdk/client-organizations';
import pLimit from 'p-limit';
import type { Logger } from 'pino';
import {
  type DiscoveredAccount,
  readDiscoveredAccounts,
  readDiscoveredRegions,
  saveDiscoveredAccounts,
  saveDiscoveredRegions,
} from '../../../db/crawl/discovered.ts';
import type { Database } from '../../../db/database.ts';
import { openAccount } from '../account-session.ts';
import type { AccountTarget } from '../account-target.ts';
import { AccountCredentials } from '../aws/credentials.ts';
import { homeRegion } from '../aws/home-region.ts';
import { listOrganization } from './organization.ts';
import { listRegions } from './regions.ts';

/** How accounts are found in AWS Organizations, and how to get into them. */
export interface OrganizationOptions {
  /** Name of the role to assume in each account. */
  readonly roleName: string;
  readonly externalId?: string | undefined;
  readonly sessionName?: string | undefined;
  /** Identifiers of organizational units (`ou-...`) or of the root; all accounts where absent. */
  readonly units?: readonly string[] | undefined;
  readonly excludeAccounts?: readonly string[] | undefined;
  /** Role that may ask Organizations; the profile's or the default credentials where absent. */
  readonly roleArn?: string | undefined;
  readonly profile?: string | undefined;
}

export interface DiscoveryOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Static accounts; they go before discovered ones of the same identifier. */
  readonly accounts: readonly AccountTarget[];
  readonly organization?: OrganizationOptions | undefined;
  /** Regions of accounts that name none; where absent, those that are on in each account. */
  readonly regions?: readonly string[] | undefined;
  /** Seconds for which what was discovered is not asked again; a day by default. */
  readonly lifetimeSeconds?: number | undefined;
}

/**
 * The accounts and regions to crawl at the moment: what is configured, and what AWS knows beside it. Asks AWS only once in a lifetime,
 * for all workers together; where it cannot be asked, what was known last holds.
 */
export async function discoverTargets(options: DiscoveryOptions): Promise<AccountTarget[]> {
  const { accounts, organization, signal } = options;
  const discovered = organization ? await organizationAccounts(options, organization) : [];
  const named = new Set(accounts.map(({ id }) => id));
  const all = [...accounts, ...discovered.filter(({ id }) => !named.has(id))];
  const limit = pLimit(8);
  const found = await Promise.all(
    all.map((account) =>
      limit(async () => {
        signal.throwIfAborted();
        if (account.regions.length > 0) return account;
        return { ...account, regions: options.regions ?? (await accountRegions(options, account)) };
      }),
    ),
  );
  return found.filter(({ regions }) => regions.length > 0);
}

const dayInSeconds = 86_400;

async function organizationAccounts(
  { database, logger, signal, lifetimeSeconds = dayInSeconds }: DiscoveryOptions,
  organization: OrganizationOptions,
): Promise<AccountTarget[]> {
  const { units, excludeAccounts = [], roleName, externalId, sessionName, roleArn, profile } = organization;
  const source = `organization ${units?.join(' ') ?? 'all'}`;
  const db = database.kysely;
  let known = await readDiscoveredAccounts(db, source, { lifetimeSeconds });
  if (!known) {
    const region = roleArn === undefined ? 'us-east-1' : homeRegion(partitionPrefix(roleArn));
    const credentials = new AccountCredentials({ regions: [], roleArn, profile, sessionName }, region);
    const client = new OrganizationsClient({ region, credentials: credentials.provide, maxAttempts: 8 });
    try {
      known = await listOrganization(client, { units, signal });
      await saveDiscoveredAccounts(db, source, known);
      logger.info({ accounts: known.length }, 'read the accounts of the organization');
    } catch (error) {
      signal.throwIfAborted();
      logger.error({ err: error }, 'the accounts of the organization cannot be read; those known last are used');
      known = (await readDiscoveredAccounts(db, source, { lifetimeSeconds: Number.MAX_SAFE_INTEGER })) ?? [];
    } finally {
      client.destroy();
    }
  }
  const partition = roleArn?.split(':')[1] ?? 'aws';
  const isWanted = ({ id, status }: DiscoveredAccount) => status === 'active' && !excludeAccounts.includes(id);
  return known.filter(isWanted).map(({ id, name }) => ({
    id,
    name: name ?? undefined,
    regions: [],
    roleArn: `arn:${partition}:iam::${id}:role/${roleName}`,
    externalId,
    sessionName,
    profile,
  }));
}

async function accountRegions(
  { database, logger, signal, lifetimeSeconds = dayInSeconds }: DiscoveryOptions,
  account: AccountTarget,
): Promise<string[]> {
  const db = database.kysely;
  const session = await openAccount(account, signal);
  const accountId = session.accountId ?? '';
  const known = await readDiscoveredRegions(db, accountId, { lifetimeSeconds });
  if (known) return known;
  const last = async () =>
    (await readDiscoveredRegions(db, accountId, { lifetimeSeconds: Number.MAX_SAFE_INTEGER })) ?? [
      homeRegion(partitionPrefix(account.roleArn ?? '')),
    ];
  // Shown as denied in one region at least, rather than not at all.
  if (!session.ok) return last();
  const region = homeRegion(partitionPrefix(account.roleArn ?? ''));
  const client = new AccountClient({ region, credentials: session.credentials.provide, maxAttempts: 8 });
  try {
    const regions = await listRegions(client);
    await saveDiscoveredRegions(db, accountId, regions);
    return regions;
  } catch (error) {
    signal.throwIfAborted();
    logger.error(
      { err: error, account_id: accountId },
      'the regions of the account cannot be read; those known last are used',
    );
    return last();
  } finally {
    client.destroy();
  }
}

/** Start of the names of a partition's regions, for `homeRegion`. */
const partitionPrefix = (arn: string): string =>
  ({ 'aws-cn': 'cn-', 'aws-us-gov': 'us-gov-' })[arn.split(':')[1] ?? ''] ?? '';
