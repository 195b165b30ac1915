import type { Config } from '../config/schema.ts';
import type { AccountTarget } from '../services/crawler/account-target.ts';
import type { Discovery, NamedAccount, OrganizationScope } from '../services/crawler/discovery/discover-targets.ts';
import type { ListAccountRegions } from '../services/crawler/discovery/list-account-regions.ts';
import type { CommandContext } from './context.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/**
 * The accounts that the configuration names and those of its organization, with their regions; without any, the account of the
 * default AWS credentials in its own region. To be asked before every crawl: answers of AWS are kept in the database. What could not be
 * asked is logged.
 */
export async function accountTargets(context: CommandContext): Promise<readonly AccountTarget[]> {
  const { accounts, problems, retired } = await findTargets(context);
  if (retired.length > 0) context.logger.debug({ accounts: retired }, 'accounts are retired');
  for (const problem of problems) if (isNews(context.logger, problem)) context.logger.warn(problem);
  return accounts;
}

/** When each problem was last logged, in milliseconds since the epoch. */
const logged = new WeakMap<object, Map<string, number>>();
const hour = 3_600_000;

/** Returns whether a problem was not logged within the last hour: a worker reads its accounts with every target. */
function isNews(logger: object, problem: string): boolean {
  const times = logged.get(logger) ?? new Map<string, number>();
  logged.set(logger, times);
  if (Date.now() - (times.get(problem) ?? 0) < hour) return false;
  times.set(problem, Date.now());
  return true;
}

/** The same with the accounts that are retired, left out, or could not be read. Throws DiscoveryError. */
export async function findTargets(
  { config, database, signal }: Pick<CommandContext, 'config' | 'database' | 'signal'>,
  { refresh = false }: { readonly refresh?: boolean } = {},
): Promise<Discovery> {
  const { discoverTargets } = await import('../services/crawler/discovery/discover-targets.ts');
  const { organization, regions_cache_hours, regions = organization ? 'all' : undefined } = config;
  return discoverTargets({
    db: database.kysely,
    organization: organizationScope(config),
    accounts: await namedAccounts(config, regions),
    region: await anyRegion(config),
    cacheHours: regions_cache_hours,
    refresh,
    signal,
  });
}

/** Reads the regions of an account from the account API, as discovery does. */
export function regionsAsker({ config, signal }: Pick<CommandContext, 'config' | 'signal'>): ListAccountRegions {
  const organization = organizationScope(config);
  let ask: Promise<ListAccountRegions> | undefined;
  const prepare = async () => {
    const { accountRegionLister } = await import('../services/crawler/discovery/list-account-regions.ts');
    const { Lister } = await import('../services/crawler/discovery/lister.ts');
    return accountRegionLister(new Lister({ organization, region: await anyRegion(config), signal }), { organization });
  };
  return async (...about) => {
    ask ??= prepare();
    return (await ask)(...about);
  };
}

function organizationScope({ organization, regions = 'all' }: Config): OrganizationScope | undefined {
  return (
    organization && {
      roleName: organization.role_name,
      externalId: organization.external_id,
      sessionName: organization.session_name,
      profile: organization.profile,
      managementRoleArn: organization.management_role_arn,
      units: organization.units,
      exclude: organization.exclude,
      cacheHours: organization.cache_hours,
      regions,
    }
  );
}

async function namedAccounts(config: Config, regions: Config['regions']): Promise<NamedAccount[]> {
  if (config.accounts === undefined) {
    return config.organization ? [] : [{ regions: regions ?? [await defaultRegion()] }];
  }
  return config.accounts.map((account) => ({
    id: account.id,
    name: account.name,
    roleArn: account.role_arn,
    externalId: account.external_id,
    sessionName: account.session_name,
    profile: account.profile,
    // Validated: an account has its own regions, or there are common ones.
    regions: account.regions ?? regions ?? [],
  }));
}

/** Throws a CommandError if the default credentials or region are needed and missing. Commands call it first. */
export async function requireAccess(config: Config): Promise<void> {
  const { accounts, organization, regions } = config;
  if (accounts !== undefined || organization?.profile !== undefined) return;
  await requireCredentials(config);
  if (organization === undefined && regions === undefined) await defaultRegion();
}

async function requireCredentials(config: Config): Promise<void> {
  const { readCredentials } = await import('../services/crawler/aws/credential-source.ts');
  const { stsRegion } = await import('../services/crawler/aws/sts.ts');
  try {
    await readCredentials(undefined, await stsRegion(await anyRegion(config), undefined));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The SDK's error if none of its sources has credentials.
    const why = error.message.startsWith('Could not load credentials from any providers') ? '' : ` (${error.message})`;
    throw new CommandError(
      `no AWS credentials were found${why}; set AWS_PROFILE, for example, or try sagecat without an account: sagecat demo (in a checkout: npm run demo)`,
    );
  }
}

/** Returns a region that shows the partition: a configured one, else the default one, else a commercial one. */
async function anyRegion({ regions, accounts = [] }: Config): Promise<string> {
  const { configuredRegion } = await import('../services/crawler/aws/sts.ts');
  const configured = [regions, ...accounts.map((account) => account.regions)].find(Array.isArray);
  return configured?.[0] ?? (await configuredRegion()) ?? 'us-east-1';
}

async function defaultRegion(): Promise<string> {
  const { configuredRegion } = await import('../services/crawler/aws/sts.ts');
  const region = await configuredRegion();
  if (region !== undefined) return region;
  throw new CommandError(
    'no region was found; set AWS_REGION, or name regions in sagecat.yaml (regions: all takes all that are enabled)',
    exitCodes.usage,
  );
}
