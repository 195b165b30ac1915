import { ApiError, unrecognized } from './api-error.ts';

export interface IssuedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  /** By the wall clock, with which the SDK compares it. */
  readonly expiration: Date;
}

export interface Identity {
  readonly accountId: string;
  /** `base` for long-lived keys, `session` for those of an assumed role. */
  readonly kind: 'base' | 'session';
}

/** ASIA, account, issue time (base 36). The key contains everything about a session, so it survives a restart of the simulator. */
const SESSION_KEY = /^ASIA(\d{12})([0-9A-Z]{8,})$/;
/** AKIA, account, and the number of earlier rotations. */
const BASE_KEY = /^AKIA(\d{12})BASE(\d*)$/;

/** Issues and identifies access keys. */
export class Credentials {
  readonly #now: () => number;
  readonly #home: string;
  readonly #lifetime: () => number | undefined;
  readonly #clockAheadMs: number;
  readonly #rotations = new Map<string, number>();
  #lastIssued = 0;
  #validFrom = 0;

  /** `home` is the account of keys without one; `lifetime`, in milliseconds, ends sessions before their announced expiration. */
  constructor(home: string, now: () => number, lifetime: () => number | undefined, clockAheadMs: number) {
    this.#clockAheadMs = clockAheadMs;
    this.#home = home;
    this.#now = now;
    this.#lifetime = lifetime;
  }

  /** Returns the account's long-lived keys. */
  base(accountId: string): { accessKeyId: string; secretAccessKey: string } {
    const rotation = this.#rotations.get(accountId) ?? '';
    return { accessKeyId: `AKIA${accountId}BASE${rotation}`, secretAccessKey: `simulated-secret-of-${accountId}` };
  }

  /** Creates new keys for the account; the old ones become unknown. */
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

  /** Expires all sessions issued so far. */
  expireAll(): void {
    this.#lastIssued = Math.max(this.#now(), this.#lastIssued) + 1;
    this.#validFrom = this.#lastIssued;
  }

  /** Returns the account of a key, expired or not. */
  accountOf(accessKeyId: string): string {
    return SESSION_KEY.exec(accessKeyId)?.[1] ?? BASE_KEY.exec(accessKeyId)?.[1] ?? this.#home;
  }

  /**
   * Returns the identity of a key. Throws ExpiredTokenException for an expired session, and UnrecognizedClientException for rotated keys.
   */
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
