import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import {
  deleteView,
  findSavedView,
  listSavedViews,
  maxViews,
  saveView,
  TooManyViewsError,
  type Viewer,
  ViewNameTakenError,
} from '../../../db/access/saved-views.ts';
import type { Caller } from '../caller.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { parameterError } from '../parameter-error.ts';
import { notFound, ProblemError } from '../problem.ts';
import { problems } from '../schemas/problem.ts';

const maxStateLength = 16_384;
const page = Type.String({
  pattern: '^[a-z][a-z-]{0,39}$',
  description: 'Page that the view is of: catalog, spend, sql, ...',
});
const state = Type.Object(
  {},
  {
    additionalProperties: true,
    description: `The search parameters of its URL, at most ${maxStateLength} characters of JSON.`,
  },
);
const name = Type.String({ minLength: 1, maxLength: 200 });
const shared = Type.Boolean({ description: 'Whether others see it; always true without keys.' });

const viewSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  page: Type.String(),
  state,
  shared,
  owner: Type.Union([Type.String(), Type.Null()], { description: 'Name of the key that saved it.' }),
  can_change: Type.Boolean({
    description: 'Whether the caller may change and delete it: the owner and the scope admin.',
  }),
  updated_at: Type.String({ format: 'date-time' }),
});

const idParams = Type.Object({
  id: Type.String({
    pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$',
    description: 'A UUID in lower case, which the client chooses.',
  }),
});

const viewerOf = ({ keyId, accounts, scopes }: Caller): Viewer => ({
  keyId,
  accounts: accounts === 'all' ? null : accounts,
  isAdmin: scopes.has('admin'),
});

/** `/v1/views`: states of the page that were saved under a name. */
export function viewRoutes(scope: FastifyInstance, { database: { pool } }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/v1/views',
    {
      schema: {
        operationId: 'list_views',
        summary: 'List saved views: the caller’s own and the shared ones',
        tags: ['views'],
        querystring: Type.Object({ page: Type.Optional(page) }, { additionalProperties: false }),
        response: { 200: Type.Object({ items: Type.Array(viewSchema) }), ...problems },
      },
    },
    async ({ caller, query }) => ({ items: await listSavedViews(pool, viewerOf(caller), query.page) }),
  );
  app.put(
    '/v1/views/:id',
    {
      schema: {
        operationId: 'save_view',
        summary: 'Save a view, or change one',
        description: `A name is taken once for each page and key, and a key has at most ${maxViews} views: both are answered with status 409. Where no key is needed, every view is shared.`,
        tags: ['views'],
        params: idParams,
        body: Type.Object(
          { name, page, state, shared: Type.Optional({ ...shared, default: false }) },
          { additionalProperties: false },
        ),
        response: { 200: viewSchema, ...problems },
      },
    },
    async ({ caller, params: { id }, body }) => {
      if (!(lengthOf(body.state) <= maxStateLength)) {
        throw parameterError('state', `it must be at most ${maxStateLength} characters of JSON`);
      }
      const viewer = viewerOf(caller);
      try {
        if (!(await saveView(pool, viewer, { id, shared: false, ...body }))) throw notFound(nobodysView(id));
      } catch (error) {
        if (error instanceof ViewNameTakenError || error instanceof TooManyViewsError)
          throw new ProblemError(409, error.message);
        throw error;
      }
      const saved = await findSavedView(pool, viewer, id);
      if (!saved) throw notFound(nobodysView(id));
      return saved;
    },
  );
  app.delete(
    '/v1/views/:id',
    {
      schema: {
        operationId: 'delete_view',
        summary: 'Delete a view',
        description: 'Allowed to the key that saved it, and to keys with the scope admin that see it.',
        tags: ['views'],
        params: idParams,
        response: { 204: Type.Null({ description: 'It is deleted.' }), ...problems },
      },
    },
    async ({ caller, params: { id } }, reply) => {
      if (!(await deleteView(pool, viewerOf(caller), id))) throw notFound(nobodysView(id));
      return reply.code(204).send(null);
    },
  );
}

const nobodysView = (id: string): string => `there is no view ${id} that the key may change`;

/** The length of a value as JSON; NaN if it is too deep to be written. */
function lengthOf(value: object): number {
  try {
    return JSON.stringify(value).length;
  } catch {
    return Number.NaN;
  }
}
