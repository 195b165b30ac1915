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

/** The SDK keeps what a provider answered, unless the provider says that it does so itself. */
export type CredentialProvider = ((client?: AskingClient) => Promise<Credentials>) & { readonly memoized: true };

/** What the SDK tells a provider of the client that asks; its clock offset, in milliseconds, is learned from answers. */
interface AskingClient {
  readonly callerClientConfig?: object;
}

interface Held {
  readonly credentials: Promise<Credentials>;
  /** Milliseconds since the epoch, by this host's clock. */
  readonly since: number;
  /** By the service's clock; infinite for those that do not expire. */
  renewAt: number;
}

/** Credentials are kept so long at least, in milliseconds, whatever they say of their expiration: only a refusal shortens it. */
const leastTime = 10_000;
/** A younger session that a service does not know is no stale one: the region is off. The role is not assumed again for that. */
const staleSession = 60_000;
/** A source that had nothing new is not asked again for so many milliseconds. */
const vainPause = 1000;

/**
 * The credentials of one account, shared by its regions: read from their source, kept, and read again before they expire or when a
 * service refuses them. They are read by one at a time, and a source is asked anew each time, so that keys that somebody rotated are found.
 */
export class AccountCredentials {
  readonly provide: CredentialProvider;
  readonly #account: AccountTarget;
  readonly #region: string;
  #held: Held | undefined;
  #check: ((credentials: Credentials) => Promise<void>) | undefined;
  #renewal: Promise<boolean> | undefined;
  #readInVainAt = Number.NEGATIVE_INFINITY;

  /** `region`: any of the account's partition. */
  constructor(account: AccountTarget, region: string) {
    this.#account = account;
    this.#region = region;
    this.provide = Object.assign((client?: AskingClient) => this.#current(client), { memoized: true as const });
  }

  /** Where STS is asked. */
  stsRegion(): Promise<string> {
    return stsRegion(this.#region, this.#account.profile);
  }

  get profile(): string | undefined {
    return this.#account.profile;
  }

  /** From now on, what the source gives is used only if `check` does not throw. */
  checkWith(check: (credentials: Credentials) => Promise<void>): void {
    this.#check = check;
  }

  /**
   * Reads the source again because a service refused the credentials of a request that was sent at `sentAt` (milliseconds, `Date.now`), as
   * `expired` or as `rejected`: unknown. Returns whether there are others now, so that it is worth asking again.
   */
  renew(sentAt: number, refusal: 'expired' | 'rejected'): Promise<boolean> {
    if (this.#held && this.#held.since > sentAt) return Promise.resolve(true);
    const now = Date.now();
    const isYoungSession = this.#account.roleArn !== undefined && now - (this.#held?.since ?? 0) < staleSession;
    if (now - this.#readInVainAt < vainPause || (refusal === 'rejected' && isYoungSession))
      return Promise.resolve(false);
    this.#renewal ??= this.#readAgain().finally(() => {
      this.#renewal = undefined;
    });
    return this.#renewal;
  }

  async #readAgain(): Promise<boolean> {
    const before = await this.#held?.credentials.catch(() => undefined);
    try {
      const isOther = !areEqual(await this.#read().credentials, before);
      if (!isOther) this.#readInVainAt = Date.now();
      return isOther;
    } catch {
      // Whoever asks next hears from the source itself why there are none.
      return true;
    }
  }

  #current(client?: AskingClient): Promise<Credentials> {
    serviceClock.offset = offsetOf(client) ?? serviceClock.offset;
    const now = Date.now();
    if (this.#held && (now + serviceClock.offset < this.#held.renewAt || now - this.#held.since < leastTime))
      return this.#held.credentials;
    return this.#read().credentials;
  }

  #read(): Held {
    const held: Held = { credentials: this.#ask(), since: Date.now(), renewAt: Number.POSITIVE_INFINITY };
    this.#held = held;
    held.credentials.then(
      ({ expiration }) => {
        if (!expiration) return;
        // A minute early, or a tenth of a short life.
        const lifetime = expiration.getTime() - (Date.now() + serviceClock.offset);
        held.renewAt = expiration.getTime() - Math.min(60_000, Math.max(0, lifetime) / 10);
      },
      () => {
        if (this.#held === held) this.#held = undefined;
      },
    );
    return held;
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

/** The offset that a client has learned from what it was answered; undefined before that. */
function offsetOf({ callerClientConfig: config }: AskingClient = {}): number | undefined {
  if (config === undefined || !('systemClockOffset' in config)) return undefined;
  return typeof config.systemClockOffset === 'number' && config.systemClockOffset !== 0
    ? config.systemClockOffset
    : undefined;
}
