import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { readAsAccounts } from '../../../db/access/read-as-accounts.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import { AttemptLimit } from '../attempt-limit.ts';
import { anonymousCaller, type Caller, localCaller } from '../caller.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError } from '../problem.ts';
import { requestLimit } from './request-limit.ts';

/** Identifies the caller, counts the request, and checks the route's scope. */
export async function registerAccess(
  app: FastifyInstance,
  { authenticate, database, settings }: ApiDependencies,
): Promise<void> {
  const attempts = new AttemptLimit(settings.wrong_keys_per_minute);
  app.decorate('attempts', attempts);
  const countRequest = await requestLimit(app, settings.requests_per_minute);
  const identify = async (request: FastifyRequest): Promise<Caller> => {
    if (scopeOf(request) === 'public') return anonymousCaller;
    return authenticate ? authenticate(request, attempts) : localCaller;
  };
  app.decorateRequest('caller');
  app.decorateRequest('read', function read<T>(this: FastifyRequest, work: (db: Kysely<DatabaseSchema>) => Promise<T>) {
    const { accounts } = this.caller;
    return accounts === 'all' ? work(database.kysely) : readAsAccounts(database, accounts, work);
  });
  app.decorateRequest('requireStillPermitted', async function requireStillPermitted(this: FastifyRequest) {
    requireScope(this, await identify(this));
  });
  app.addHook('onRequest', async (request, reply) => {
    // Until a key has been verified, the caller is anonymous and counted by address.
    request.caller = anonymousCaller;
    try {
      request.caller = await identify(request);
    } finally {
      await countRequest(request, reply);
    }
    requireScope(request, request.caller);
  });
}

const scopeOf = (request: FastifyRequest) => request.routeOptions.config.scope ?? 'read';

function requireScope(request: FastifyRequest, { scopes }: Caller): void {
  const scope = scopeOf(request);
  if (scope === 'public' || scope === 'any' || scopes.has(scope)) return;
  throw new ProblemError(403, `this needs the scope ${scope}, which the access key does not have`);
}

declare module 'fastify' {
  interface FastifyInstance {
    /** The limit on wrong keys and secrets. */
    attempts: AttemptLimit;
  }
}
