import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { type Caller, localCaller } from '../caller.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { endSession, startSession } from '../page-session.ts';
import { ProblemError } from '../problem.ts';
import { isSameOrigin, otherOrigin } from '../same-origin.ts';
import { problems } from '../schemas/problem.ts';

const sessionSchema = Type.Object({
  key_required: Type.Boolean({ description: 'Whether requests need a key.' }),
  signed_in: Type.Boolean({ description: 'Whether the rights are those of a session, which DELETE /v1/session ends.' }),
  name: Type.Union([Type.String(), Type.Null()], { description: 'Name of the key; local where none is needed.' }),
  scopes: Type.Array(Type.String({ description: 'read, sql, crawl or admin.' })),
  accounts: Type.Union([Type.Array(Type.String()), Type.Null()], {
    description: 'Accounts whose rows are returned; null for all.',
  }),
});

const described = ({ name, scopes, accounts, hasSession = false }: Caller) => ({
  key_required: false,
  signed_in: hasSession,
  name,
  scopes: [...scopes],
  accounts: accounts === 'all' ? null : [...accounts],
});

const nobody = { key_required: true, signed_in: false, name: null, scopes: [], accounts: [] };

/** `/v1/session`: signs a browser in with an API key, returns its permissions, and signs it out. */
export function sessionRoutes(scope: FastifyInstance, { database, authenticate }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/v1/session',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'get_session',
        summary: 'The caller’s rights, and whether a key is needed',
        tags: ['access'],
        response: { 200: sessionSchema, ...problems },
      },
    },
    async (request) => {
      try {
        return described(authenticate ? await authenticate(request, app.attempts) : localCaller);
      } catch (error) {
        if (error instanceof ProblemError && error.statusCode === 401) return nobody;
        throw error;
      }
    },
  );
  app.post(
    '/v1/session',
    {
      config: { scope: 'any' },
      schema: {
        operationId: 'sign_in',
        summary: 'Sign a browser in',
        description:
          'Answers the key of the request with a cookie that gives the same rights, for 30 days or until the key ends. Requests with the cookie that change something must come from a page of the same origin.',
        tags: ['access'],
        response: { 200: sessionSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { caller } = request;
      if (caller.keyId === undefined) return described(caller);
      if (isSameOrigin(request) === false) throw otherOrigin();
      await startSession(database, caller.keyId, request, reply);
      return described({ ...caller, hasSession: true });
    },
  );
  app.delete(
    '/v1/session',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'sign_out',
        summary: 'Sign a browser out',
        tags: ['access'],
        response: { 204: Type.Null({ description: 'The browser forgets the cookie.' }), ...problems },
      },
    },
    async (request, reply) => {
      if (isSameOrigin(request) === false) throw otherOrigin();
      await endSession(database, request, reply);
      return reply.code(204).send(null);
    },
  );
}
