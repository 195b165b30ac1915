import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { getProfileName, loadSharedConfigFiles } from '@smithy/core/config';
import { nearestName } from '../../../catalog/nearest-name.ts';
import type { Credentials } from './credentials.ts';
import { httpHandler } from './http.ts';
import { serviceClock } from './service-clock.ts';
import { learnClockOffset } from './sts.ts';

/** The requested profile does not exist. Has the name of the SDK's own error, since it occurs in the same places. */
class MissingProfileError extends Error {
  override readonly name = 'CredentialsProviderError';
}

/**
 * Reads credentials from the AWS SDK's sources, anew on each call: the SDK's own providers cache the shared files for the life of the
 * process. `region` is where STS is called for roles that the source itself assumes.
 */
export async function readCredentials(profile: string | undefined, region: string): Promise<Credentials> {
  const name = getProfileName({ ...(profile !== undefined && { profile }) });
  const isDefault = profile === undefined && name === 'default';
  const settings = await readProfile(name);
  if (!settings && !isDefault) throw await missingProfile(name);
  // The SDK assumes that role itself, with the given clock.
  if (settings?.role_arn !== undefined) await learnClockOffset(region, profile);
  const requestHandler = httpHandler();
  const init = {
    ignoreCache: true,
    ...(profile !== undefined && { profile }),
    // The SDK would also use a region in `clientConfig` for the SSO portal, which has its own.
    clientConfig: { requestHandler, systemClockOffset: serviceClock.offset },
    parentClientConfig: { region, requestHandler },
  };
  if (isDefault) return fromNodeProviderChain(init)();
  try {
    // Not the whole chain, whose later attempts hide why a profile fails.
    return await fromIni(init)();
  } catch (error) {
    if (!hasNoCredentials(error, name)) throw error;
    return fromNodeProviderChain(init)();
  }
}

/** The profile has no credentials at all, perhaps only a region: the instance or the container may provide some. */
const hasNoCredentials = (error: unknown, profile: string): boolean =>
  error instanceof Error && error.message.startsWith(`Could not resolve credentials using profile: [${profile}]`);

/** Returns the settings of a profile from both shared files; undefined if neither has it. */
async function readProfile(name: string): Promise<Readonly<Record<string, string | undefined>> | undefined> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const settings = { ...configFile[name], ...credentialsFile[name] };
  return Object.hasOwn(configFile, name) || Object.hasOwn(credentialsFile, name) ? settings : undefined;
}

async function missingProfile(name: string): Promise<MissingProfileError> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])].filter(isProfile);
  const nearest = nearestName(name, names);
  const there = names.length === 0 ? 'there are no profiles' : `there are ${names.sort().slice(0, 20).join(', ')}`;
  return new MissingProfileError(
    `there is no profile ${name} in the shared AWS configuration (~/.aws/config and ~/.aws/credentials, or the files that ` +
      `AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name); ${nearest === undefined ? there : `did you mean ${nearest}?`}`,
  );
}

/** `sso-session.x` and `services.x` are other kinds of sections. */
const isProfile = (section: string): boolean => !/^(sso-session|services)\./.test(section);
