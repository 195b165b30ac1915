import { parseArn } from '../../../catalog/arn.ts';
import { globalRegionOf } from '../../../catalog/partition.ts';
import { AccountCredentials } from '../aws/credentials.ts';
import { callerAccount } from '../aws/identity.ts';
import type { DiscoveryOptions } from './discovery-options.ts';

/** The credentials that list an organization, or else those that sagecat runs with. */
export class Lister {
  /** Who that is, for messages and to tell organizations apart. */
  readonly name: string;
  /** Where the organization and the account API are asked. */
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

  /** The account that these credentials belong to: twelve digits. Throws what the SDK throws. */
  account(): Promise<string> {
    this.#account ??= this.#accountInRole
      ? Promise.resolve(this.#accountInRole)
      : callerAccount(this.credentials, this.#signal);
    return this.#account;
  }
}
