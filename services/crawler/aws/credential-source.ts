import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { getProfileName, loadSharedConfigFiles } from '@smithy/core/config';
import { nearestName } from '../../../catalog/nearest-name.ts';
import type { Credentials } from './credentials.ts';
import { patientHttp } from './http.ts';

/** The profile that was asked for does not exist. Named like the SDK's own error: it is met in the same places. */
class MissingProfileError extends Error {
  override readonly name = 'CredentialsProviderError';
}

/**
 * Reads credentials where the AWS SDK finds them, and anew each time: the SDK's own providers keep what they read of the shared files
 * for the life of the process. `region` is where STS is asked for roles that the source itself assumes.
 */
export async function readCredentials(profile: string | undefined, region: string): Promise<Credentials> {
  const requestHandler = patientHttp();
  const init = {
    ignoreCache: true,
    ...(profile !== undefined && { profile }),
    // A region in `clientConfig` would be taken for that of the SSO portal too, which has one of its own.
    clientConfig: { requestHandler },
    parentClientConfig: { region, requestHandler },
  };
  const name = getProfileName(init);
  if (profile === undefined && name === 'default') return fromNodeProviderChain(init)();
  await requireProfile(name);
  try {
    // Not the whole chain, which hides why a profile fails behind what it tries afterwards.
    return await fromIni(init)();
  } catch (error) {
    if (!hasNoCredentials(error, name)) throw error;
    return fromNodeProviderChain(init)();
  }
}

/** The profile names no credentials at all, only a region perhaps: the instance or the container may have some. */
const hasNoCredentials = (error: unknown, profile: string): boolean =>
  error instanceof Error && error.message.startsWith(`Could not resolve credentials using profile: [${profile}]`);

async function requireProfile(name: string): Promise<void> {
  const { configFile, credentialsFile } = await loadSharedConfigFiles({ ignoreCache: true });
  const names = [...new Set([...Object.keys(configFile), ...Object.keys(credentialsFile)])].filter(isProfile);
  if (names.includes(name)) return;
  const nearest = nearestName(name, names);
  const there = names.length === 0 ? 'there are no profiles' : `there are ${names.sort().slice(0, 20).join(', ')}`;
  throw new MissingProfileError(
    `there is no profile ${name} in the shared AWS configuration (~/.aws/config and ~/.aws/credentials, or the files that ` +
      `AWS_CONFIG_FILE and AWS_SHARED_CREDENTIALS_FILE name); ${nearest === undefined ? there : `did you mean ${nearest}?`}`,
  );
}

/** `sso-session.x` and `services.x` are sections of other kinds. */
const isProfile = (section: string): boolean => !/^(sso-session|services)\./.test(section);
