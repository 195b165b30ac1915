import { parseArn } from '../../../catalog/arn.ts';
import { globalRegionOf } from '../../../catalog/partition.ts';
import { AccountCredentials } from '../aws/credentials.ts';
import { callerAccount } from '../aws/identity.ts';
import type { DiscoveryOptions } from './discovery-options.ts';

/** The credentials that list an organization: a role, or sagecat's own. */
export class Lister {
  /** Its name in messages and in the cache, which distinguishes organizations. */
  readonly name: string;
  /** The region in which Organizations and the account API are called. */
  readonly region: string;
  readonly credentials: AccountCredentials;
  readonly #accountInRole: string | undefined;
  readonly #signal: AbortSignal;
  #account: Promise<string> | undefined;

  constructor({ organization, region, signal }: Pick<DiscoveryOptions, 'organization' | 'region' | 'signal'>) {
    const { managementRoleArn: roleArn, profile, externalId, sessionName } = organization ?? {};
    this.name = roleArn ?? (profile === undefined ? 'the default credentials' : `profile ${profile}`);
    this.region = globalRegionOf(region);
    this.credentials = new AccountCredentials({ roleArn, profile, externalId, sessionName, regions: [] }, this.region);
    this.#accountInRole = roleArn === undefined ? undefined : parseArn(roleArn)?.accountId;
    this.#signal = signal;
  }

  /** Returns the account of these credentials: twelve digits. Throws the SDK's errors. */
  account(): Promise<string> {
    this.#account ??= this.#accountInRole
      ? Promise.resolve(this.#accountInRole)
      : callerAccount(this.credentials, this.#signal);
    return this.#account;
  }
}
