import { AssumeRoleCommand, type AssumeRoleCommandOutput, STSClient } from '@aws-sdk/client-sts';
import { loadConfig } from '@smithy/core/config';
import { globalRegionOf, partitionOf } from '../../../catalog/partition.ts';
import type { AccountTarget } from '../account-target.ts';
import type { CredentialProvider, Credentials } from './credentials.ts';
import { patientHttp } from './http.ts';

export interface StsOptions {
  readonly region: string;
  readonly profile?: string | undefined;
  readonly credentials: Credentials | CredentialProvider;
  /** Milliseconds that the service's clock is ahead of this one, where it is known. */
  readonly clockOffset: number;
}

/** Opens a client of STS. It is asked again after failures and silence alike: a request that is never answered must not hold a crawl up for ever. */
export async function openSts({ region, profile, credentials, clockOffset }: StsOptions): Promise<STSClient> {
  return new STSClient({
    region,
    credentials,
    systemClockOffset: clockOffset,
    useGlobalEndpoint: await wantsGlobalEndpoint(profile),
    maxAttempts: 8,
    requestHandler: patientHttp(),
  });
}

/**
 * Where STS is asked for an account with this region: in the region of the environment (AWS_REGION), of the profile or of the instance,
 * which may be the only one that can be reached from here; of another partition, or without any, where the partition's STS is never off.
 */
export async function stsRegion(region: string, profile: string | undefined): Promise<string> {
  const own = await configuredRegion(profile);
  return own !== undefined && partitionOf(own) === partitionOf(region) ? own : globalRegionOf(region);
}

/** The region that the AWS SDK is configured with: AWS_REGION, the profile's, or the instance's; undefined without any. */
export async function configuredRegion(profile?: string): Promise<string | undefined> {
  const sts = new STSClient({ ...(profile !== undefined && { profile }) });
  try {
    return await sts.config.region();
  } catch {
    return undefined;
  } finally {
    sts.destroy();
  }
}

/** AWS_STS_REGIONAL_ENDPOINTS and `sts_regional_endpoints` of the profile, which this SDK does not read: `legacy` is sts.amazonaws.com. */
async function wantsGlobalEndpoint(profile: string | undefined): Promise<boolean> {
  const choice = await loadConfig<string>(
    {
      environmentVariableSelector: (env) => env.AWS_STS_REGIONAL_ENDPOINTS,
      configFileSelector: (settings) => settings.sts_regional_endpoints,
      default: 'regional',
    },
    { ...(profile !== undefined && { profile }) },
  )();
  return choice === 'legacy';
}

/** Assumes an account's role. Returns its credentials and how far the service's clock is ahead, in milliseconds. */
export async function assumeRole(
  { roleArn, sessionName = 'sagecat', externalId }: AccountTarget,
  options: StsOptions,
): Promise<{ readonly credentials: Credentials; readonly clockOffset: number }> {
  const sts = await openSts(options);
  try {
    const answer = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName, ExternalId: externalId }),
    );
    return { credentials: credentialsIn(answer), clockOffset: sts.config.systemClockOffset };
  } finally {
    sts.destroy();
  }
}

function credentialsIn({ Credentials: told }: AssumeRoleCommandOutput): Credentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = told ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken)
    throw new TypeError('STS answered AssumeRole without credentials');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration && { expiration: Expiration }),
  };
}
