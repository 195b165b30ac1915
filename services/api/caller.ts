import type { Kysely } from 'kysely';
import { type Scope, scopes } from '../../catalog/scopes.ts';
import type { DatabaseSchema } from '../../db/schema.ts';

/** Who sent a request, and what it may see. */
export interface Caller {
  /** What no other caller has: `key 12`, `local` or `anonymous`. */
  readonly id: string;
  /** Name for logs: an access key's, or `local`. Never a secret. */
  readonly name: string;
  readonly scopes: ReadonlySet<Scope>;
  /** The accounts that it may see. */
  readonly accounts: readonly string[] | 'all';
}

/** The caller on the loopback where no keys are in use. */
export const localCaller: Caller = {
  id: 'local',
  name: 'local',
  scopes: new Set(scopes),
  accounts: 'all',
};

/** Whoever asks a public route: may do and see nothing else. */
export const anonymousCaller: Caller = { id: 'anonymous', name: 'anonymous', scopes: new Set(), accounts: [] };

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
    /** Runs `work` with a database that shows what this request's caller may see. */
    read<T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>): Promise<T>;
    /** Throws a ProblemError where the caller's key has ceased to work; for answers that take long. */
    requireStillPermitted(): Promise<void>;
  }
  interface FastifyContextConfig {
    /** The scope that a route asks for; `read` where it says nothing, none where it is `public`. */
    scope?: Scope | 'public';
  }
}
