import { AssumeRoleCommand, type AssumeRoleCommandOutput, STSClient } from '@aws-sdk/client-sts';
import { loadConfig } from '@smithy/core/config';
import { getEndpointFromInstructions } from '@smithy/core/endpoints';
import { globalRegionOf, partitionOf } from '../../../catalog/partition.ts';
import type { AccountTarget } from '../account-target.ts';
import type { CredentialProvider, Credentials } from './credentials.ts';
import { httpHandler } from './http.ts';
import { serviceClock } from './service-clock.ts';

export interface StsOptions {
  readonly region: string;
  readonly profile?: string | undefined;
  readonly credentials: Credentials | CredentialProvider;
}

/**
 * Opens an STS client that knows AWS's time before it signs anything. It retries failures and timeouts: a request without a response must
 * not block a crawl forever.
 */
export async function openSts({ region, profile, credentials }: StsOptions): Promise<STSClient> {
  await learnClockOffset(region, profile);
  return new STSClient({
    ...(await endpointOptions(region, profile)),
    credentials,
    systemClockOffset: serviceClock.offset,
    maxAttempts: 8,
    requestHandler: httpHandler(),
  });
}

/** Learns AWS's time from STS; a failure here recurs, with its reason, in the first call. */
export async function learnClockOffset(region: string, profile: string | undefined): Promise<void> {
  const sts = new STSClient(await endpointOptions(region, profile));
  try {
    const { url } = await getEndpointFromInstructions({}, AssumeRoleCommand, sts.config);
    await serviceClock.ask(url);
  } finally {
    sts.destroy();
  }
}

const endpointOptions = async (region: string, profile: string | undefined) => ({
  region,
  useGlobalEndpoint: await wantsGlobalEndpoint(profile),
});

/**
 * Returns the region in which STS is called for an account with this region: the one of the environment (AWS_REGION), the profile or the
 * instance, which may be the only reachable one; for another partition, or without any, the one whose STS is always enabled.
 */
export async function stsRegion(region: string, profile: string | undefined): Promise<string> {
  const own = await configuredRegion(profile);
  return own !== undefined && partitionOf(own) === partitionOf(region) ? own : globalRegionOf(region);
}

/** Returns the AWS SDK's configured region: AWS_REGION, the profile's, or the instance's; undefined if there is none. */
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

/** Assumes an account's role. */
export async function assumeRole(
  { roleArn, sessionName = 'sagecat', externalId }: AccountTarget,
  options: StsOptions,
): Promise<Credentials> {
  const sts = await openSts(options);
  try {
    const answer = await sts.send(
      new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName, ExternalId: externalId }),
    );
    serviceClock.offset = sts.config.systemClockOffset;
    return credentialsIn(answer);
  } finally {
    sts.destroy();
  }
}

function credentialsIn({ Credentials: issued }: AssumeRoleCommandOutput): Credentials {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = issued ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken)
    throw new TypeError('STS answered AssumeRole without credentials');
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(Expiration && { expiration: Expiration }),
  };
}
