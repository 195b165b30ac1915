import { fromNodeProviderChain, fromTemporaryCredentials } from '@aws-sdk/credential-providers';
import type { AccountTarget } from '../account-target.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** The SDK keeps what a provider answered, unless the provider says that it does so itself. */
export type CredentialProvider = (() => Promise<Credentials>) & { readonly memoized: true };

/** The credentials of one account, shared by its regions and renewed before they expire, or when the service calls them expired. */
export class AccountCredentials {
  readonly provide: CredentialProvider;
  readonly #source: () => Promise<Credentials>;
  #held: { readonly credentials: Promise<Credentials>; readonly since: number; until: number } | undefined;

  constructor(account: AccountTarget, homeRegion: string) {
    this.#source = sourceOf(account, homeRegion);
    this.provide = Object.assign(() => this.#current(), { memoized: true as const });
  }

  /** Forgets credentials that the service refused as expired, unless newer ones have come since `heldAt` (milliseconds, `Date.now`). */
  renew(heldAt: number): void {
    if (this.#held && this.#held.since <= heldAt) this.#held = undefined;
  }

  #current(): Promise<Credentials> {
    const now = Date.now();
    if (this.#held && now < this.#held.until) return this.#held.credentials;
    const held = { credentials: this.#source(), since: now, until: Number.POSITIVE_INFINITY };
    this.#held = held;
    held.credentials.then(
      ({ expiration }) => {
        // A minute early, or a tenth of a short life.
        if (expiration) held.until = expiration.getTime() - Math.min(60_000, (expiration.getTime() - now) / 10);
      },
      () => {
        if (this.#held === held) this.#held = undefined;
      },
    );
    return held.credentials;
  }
}

/** STS is asked again after failures and silence alike: a request that is never answered must not hold a crawl up for ever. */
export const stsPatience = {
  maxAttempts: 8,
  requestHandler: { connectionTimeout: 5000, requestTimeout: 15_000, throwOnRequestTimeout: true },
} as const;

/** A fresh provider each time: the SDK's own ones remember what they answered, expired or not. */
const sourceOf = (account: AccountTarget, region: string) => (): Promise<Credentials> => {
  const base = fromNodeProviderChain({
    clientConfig: { region },
    ...(account.profile !== undefined && { profile: account.profile }),
  });
  if (account.roleArn === undefined) return base();
  return fromTemporaryCredentials({
    masterCredentials: base,
    params: {
      RoleArn: account.roleArn,
      RoleSessionName: account.sessionName ?? 'sagecat',
      ...(account.externalId !== undefined && { ExternalId: account.externalId }),
    },
    clientConfig: { region, ...stsPatience },
  })();
};
