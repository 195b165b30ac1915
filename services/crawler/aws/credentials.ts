import type { AccountTarget } from '../account-target.ts';
import { readCredentials } from './credential-source.ts';
import { serviceClock } from './service-clock.ts';
import { assumeRole, stsRegion } from './sts.ts';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** The SDK caches what a provider returns, unless the provider says that it does so itself. */
export type CredentialProvider = ((client?: RequestingClient) => Promise<Credentials>) & { readonly memoized: true };

/** The client that the SDK requests credentials for; it learns its clock offset, in milliseconds, from responses. */
interface RequestingClient {
  readonly callerClientConfig?: object;
}

interface CachedCredentials {
  readonly credentials: Promise<Credentials>;
  /** Milliseconds since the epoch, by this host's clock. */
  readonly since: number;
  /** By the service's clock; infinite if they do not expire. */
  renewAt: number;
}

/** Credentials are cached at least this long, in milliseconds, whatever their expiration says; only a refusal shortens it. */
const minCacheMs = 10_000;
/** A service that does not know a younger session has the region disabled; the role is then not assumed again. */
const youngSessionMs = 60_000;
/** A source without new credentials is not read again for this many milliseconds. */
const rereadPauseMs = 1000;

/**
 * The credentials of one account, shared by its regions: cached, and read again from their source before they expire or when a service
 * refuses them. Concurrent callers share one read, and every read goes to the source, so rotated keys are found.
 */
export class AccountCredentials {
  readonly provide: CredentialProvider;
  readonly #account: AccountTarget;
  readonly #region: string;
  #cached: CachedCredentials | undefined;
  #check: ((credentials: Credentials) => Promise<void>) | undefined;
  #renewal: Promise<boolean> | undefined;
  #unchangedAt = Number.NEGATIVE_INFINITY;

  /** `region`: any region of the account's partition. */
  constructor(account: AccountTarget, region: string) {
    this.#account = account;
    this.#region = region;
    this.provide = Object.assign((client?: RequestingClient) => this.#current(client), { memoized: true as const });
  }

  /** The region in which STS is called. */
  stsRegion(): Promise<string> {
    return stsRegion(this.#region, this.#account.profile);
  }

  get profile(): string | undefined {
    return this.#account.profile;
  }

  /** From now on, new credentials are used only if `check` does not throw. */
  checkWith(check: (credentials: Credentials) => Promise<void>): void {
    this.#check = check;
  }

  /**
   * Reads the source again because a service refused the credentials of a request sent at `sentAt` (milliseconds, `Date.now`), as
   * `expired` or as `rejected` (unknown). Returns whether there are different ones now, so that a retry makes sense.
   */
  renew(sentAt: number, refusal: 'expired' | 'rejected'): Promise<boolean> {
    if (this.#cached && this.#cached.since > sentAt) return Promise.resolve(true);
    const now = Date.now();
    const isYoungSession = this.#account.roleArn !== undefined && now - (this.#cached?.since ?? 0) < youngSessionMs;
    if (now - this.#unchangedAt < rereadPauseMs || (refusal === 'rejected' && isYoungSession))
      return Promise.resolve(false);
    this.#renewal ??= this.#readAgain().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #readAgain(): Promise<boolean> {
    const before = await this.#cached?.credentials.catch(() => undefined);
    try {
      const isOther = !areEqual(await this.#read().credentials, before);
      if (!isOther) this.#unchangedAt = Date.now();
      return isOther;
    } catch {
      // The next caller gets the source's own error.
      return true;
    }
  }

  #current(client?: RequestingClient): Promise<Credentials> {
    serviceClock.offset = offsetOf(client) ?? serviceClock.offset;
    const now = Date.now();
    if (this.#cached && (now + serviceClock.offset < this.#cached.renewAt || now - this.#cached.since < minCacheMs))
      return this.#cached.credentials;
    return this.#read().credentials;
  }

  #read(): CachedCredentials {
    const cached: CachedCredentials = {
      credentials: this.#ask(),
      since: Date.now(),
      renewAt: Number.POSITIVE_INFINITY,
    };
    this.#cached = cached;
    cached.credentials.then(
      ({ expiration }) => {
        if (!expiration) return;
        // A minute early, or a tenth of a short life.
        const lifetime = expiration.getTime() - (Date.now() + serviceClock.offset);
        cached.renewAt = expiration.getTime() - Math.min(60_000, Math.max(0, lifetime) / 10);
      },
      () => {
        if (this.#cached === cached) this.#cached = undefined;
      },
    );
    return cached;
  }

  async #ask(): Promise<Credentials> {
    const region = await this.stsRegion();
    const base = await readCredentials(this.profile, region);
    const credentials = this.#account.roleArn === undefined ? base : await this.#assume(base, region);
    await this.#check?.(credentials);
    return credentials;
  }

  #assume(base: Credentials, region: string): Promise<Credentials> {
    return assumeRole(this.#account, { region, profile: this.profile, credentials: base });
  }
}

const areEqual = (one: Credentials, other: Credentials | undefined): boolean =>
  one.accessKeyId === other?.accessKeyId &&
  one.secretAccessKey === other.secretAccessKey &&
  one.sessionToken === other.sessionToken;

/** Returns the clock offset that a client has learned from responses; undefined before that. */
function offsetOf({ callerClientConfig: config }: RequestingClient = {}): number | undefined {
  if (config === undefined || !('systemClockOffset' in config)) return undefined;
  return typeof config.systemClockOffset === 'number' && config.systemClockOffset !== 0
    ? config.systemClockOffset
    : undefined;
}
