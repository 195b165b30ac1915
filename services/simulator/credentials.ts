import { ApiError, unrecognized } from './api-error.ts';

export interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** Wall clock, for that is what the SDK compares it with. */
  readonly expiration: Date;
}

export interface Identity {
  readonly accountId: string;
  /** `base` for the long-lived keys, `session` for those of an assumed role. */
  readonly kind: 'base' | 'session';
}

/** ASIA, account, when issued (base 36): what a session may do follows from its key, so a restarted simulator still knows it. */
const SESSION_KEY = /^ASIA(\d{12})([0-9A-Z]{8,})$/;
/** AKIA, account, and how often the keys were rotated before. */
const BASE_KEY = /^AKIA(\d{12})BASE(\d*)$/;

/** Issues and recognises access keys. */
export class Credentials {
  readonly #now: () => number;
  readonly #home: string;
  readonly #lifetime: () => number | undefined;
  readonly #clockAheadMs: number;
  readonly #rotations = new Map<string, number>();
  #lastIssued = 0;
  #validFrom = 0;

  /** `home` is the account of keys that name none; `lifetime` in milliseconds cuts sessions off earlier than they were told. */
  constructor(home: string, now: () => number, lifetime: () => number | undefined, clockAheadMs: number) {
    this.#clockAheadMs = clockAheadMs;
    this.#home = home;
    this.#now = now;
    this.#lifetime = lifetime;
  }

  /** The account's keys, as a base credential. */
  base(accountId: string): { accessKeyId: string; secretAccessKey: string } {
    const rotation = this.#rotations.get(accountId) ?? '';
    return { accessKeyId: `AKIA${accountId}BASE${rotation}`, secretAccessKey: `simulated-secret-of-${accountId}` };
  }

  /** Makes new keys for the account; those before are not known any more. */
  rotate(accountId: string): void {
    this.#rotations.set(accountId, (this.#rotations.get(accountId) ?? 0) + 1);
  }

  issue(accountId: string, durationSeconds: number): IssuedCredentials {
    const issued = Math.max(this.#now(), this.#lastIssued + 1);
    this.#lastIssued = issued;
    const serial = issued.toString(36).toUpperCase().padStart(8, '0');
    return {
      accessKeyId: `ASIA${accountId}${serial}`,
      secretAccessKey: `simulated-session-secret-${serial}`,
      sessionToken: `simulated-session-token-${accountId}-${serial}`,
      expiration: new Date(Date.now() + this.#clockAheadMs + durationSeconds * 1000),
    };
  }

  /** From now on the sessions issued so far are expired. */
  expireAll(): void {
    this.#lastIssued = Math.max(this.#now(), this.#lastIssued) + 1;
    this.#validFrom = this.#lastIssued;
  }

  /** The account that a key belongs to, expired or not. */
  accountOf(accessKeyId: string): string {
    return SESSION_KEY.exec(accessKeyId)?.[1] ?? BASE_KEY.exec(accessKeyId)?.[1] ?? this.#home;
  }

  /** Throws ExpiredTokenException for a session whose time is over, and UnrecognizedClientException for keys that were rotated. */
  identify(accessKeyId: string): Identity {
    const session = SESSION_KEY.exec(accessKeyId);
    if (session?.[1] !== undefined && session[2] !== undefined) {
      const issued = Number.parseInt(session[2], 36);
      const lifetime = this.#lifetime() ?? Number.POSITIVE_INFINITY;
      if (issued < this.#validFrom || this.#now() >= issued + lifetime) {
        throw new ApiError('ExpiredTokenException', 'The security token included in the request is expired');
      }
      return { accountId: session[1], kind: 'session' };
    }
    const base = BASE_KEY.exec(accessKeyId);
    if (base?.[1] !== undefined && Number(base[2]) !== (this.#rotations.get(base[1]) ?? 0)) throw unrecognized();
    return { accountId: this.accountOf(accessKeyId), kind: 'base' };
  }
}
