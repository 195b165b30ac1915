import type { Kysely } from 'kysely';
import { type Scope, scopes } from '../../catalog/scopes.ts';
import type { DatabaseSchema } from '../../db/schema.ts';

/** The sender of a request, and what it may see. */
export interface Caller {
  /** Unique per caller: `key 12`, `local` or `anonymous`. */
  readonly id: string;
  /** The name in logs: a key's, or `local`. Never a secret. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The number of the API key; undefined if none was needed. */
  readonly keyId?: number;
  /** Whether the key comes from a browser's session. */
  readonly hasSession?: boolean;
  /** The accounts that the caller may see. */
  readonly accounts: readonly string[] | 'all';
}

/** The caller on the loopback if no keys are in use. */
export const localCaller: Caller = {
  id: 'local',
  name: 'local',
  scopes: new Set(scopes),
  accounts: 'all',
};

/** The caller of a public route: has no other access. */
export const anonymousCaller: Caller = { id: 'anonymous', name: 'anonymous', scopes: new Set(), accounts: [] };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** Runs `work` with a database that shows what this request's caller may see. */
    read<T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>): Promise<T>;
    /** Throws a ProblemError if the caller's key is no longer valid; for long responses. */
    requireStillPermitted(): Promise<void>;
  }
  interface FastifyContextConfig {
    /** The scope that a route requires; `read` by default. `any`: a key of any scope; `public`: no key. */
    scope?: Scope | 'any' | 'public';
  }
}
