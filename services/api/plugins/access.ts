import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { readAsAccounts } from '../../../db/access/read-as-accounts.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import { localCaller } from '../caller.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError } from '../problem.ts';

/** Says who calls and holds the call against the scope that the route asks for. */
export function registerAccess(app: FastifyInstance, { authenticate, database }: ApiDependencies): void {
  app.decorateRequest('caller');
  app.decorateRequest('read', function read<T>(this: FastifyRequest, work: (db: Kysely<DatabaseSchema>) => Promise<T>) {
    const { accounts } = this.caller;
    return accounts === 'all' ? work(database.kysely) : readAsAccounts(database, accounts, work);
  });
  app.addHook('onRequest', async (request) => {
    const scope = request.routeOptions.config.scope ?? 'read';
    if (scope === 'public') {
      request.caller = localCaller;
      return;
    }
    request.caller = authenticate ? await authenticate(request) : localCaller;
    if (!request.caller.scopes.has(scope)) {
      throw new ProblemError(403, `this needs the scope ${scope}, which the access key does not have`);
    }
  });
}
