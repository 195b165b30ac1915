import type { Config } from '../config/schema.ts';
import type { AccountTarget } from '../services/crawler/account-target.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/** The accounts that the configuration names, before any are discovered; without any, the account of the default AWS credentials in its own region. */
export async function accountTargets(config: Config): Promise<AccountTarget[]> {
  if (config.accounts === undefined) {
    if (config.discovery.organization) return [];
    await requireCredentials();
    return [{ regions: config.regions ?? (config.discovery.regions ? [] : [await defaultRegion()]) }];
  }
  return config.accounts.map((account) => ({
    id: account.id,
    name: account.name,
    roleArn: account.role_arn,
    externalId: account.external_id,
    sessionName: account.session_name,
    profile: account.profile,
    // Validated: an account has regions of its own, or there are some for all, or they are discovered.
    regions: account.regions ?? config.regions ?? [],
  }));
}

/** Ends with one sentence where the default chain has no credentials at all. */
async function requireCredentials(): Promise<void> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  try {
    await fromNodeProviderChain()();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CredentialsProviderError') throw error;
    throw new CommandError(
      'no AWS credentials were found; set AWS_PROFILE or the like, or see sagecat without an account: npm run demo (sagecat demo)',
    );
  }
}

/** The region of the environment or of the profile. */
async function defaultRegion(): Promise<string> {
  const { STSClient } = await import('@aws-sdk/client-sts');
  try {
    return await new STSClient().config.region();
  } catch {
    throw new CommandError('no region was found; set AWS_REGION, or name regions in sagecat.yaml', exitCodes.usage);
  }
}
