import { discoverTargets } from '../services/crawler/discovery/discover-targets.ts';
import type { AccountTarget } from '../services/crawler/run-crawl.ts';
import type { CommandContext } from './context.ts';

/** The accounts that are configured, with those of the organization and with their regions, as far as the configuration asks for it. */
export async function discoveredTargets(
  { config, database, logger, signal }: CommandContext,
  accounts: readonly AccountTarget[],
): Promise<readonly AccountTarget[]> {
  const { organization, lifetime_hours } = config.discovery;
  if (!organization && accounts.every(({ regions }) => regions.length > 0)) return accounts;
  return discoverTargets({
    database,
    logger,
    signal,
    accounts,
    organization: organization && {
      roleName: organization.role_name,
      externalId: organization.external_id,
      units: organization.units,
      excludeAccounts: organization.exclude_accounts,
      roleArn: organization.role_arn,
      profile: organization.profile,
    },
    regions: config.regions,
    lifetimeSeconds: lifetime_hours * 3600,
  });
}
