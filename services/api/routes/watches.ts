import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { nearestName } from '../../../catalog/nearest-name.ts';
import { channelName, watchMembers, watchName } from '../../../catalog/watches/watch.ts';
import { deleteWatch, saveWatch } from '../../../db/watches/apply-watches.ts';
import { WatchError } from '../../../db/watches/check-watches.ts';
import { readDeliveries } from '../../../db/watches/deliveries.ts';
import { readWatchStates, type WatchState } from '../../../db/watches/stored-watch.ts';
import { cursorSigner } from '../cursor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { notFound, ProblemError } from '../problem.ts';
import { cursorParameter } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';

const moment = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const watchSchema = Type.Object({
  name: watchName,
  ...watchMembers,
  evaluated_at: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
    description: 'Time of the last evaluation; null before the first.',
  }),
  messages: Type.Integer({ description: 'Messages of the last 30 days, of the accounts of the key.' }),
  last_told_at: moment,
});
const deliverySchema = Type.Object({
  id: Type.String(),
  message_id: Type.String({ description: 'The webhook-id: the same on every channel and at every attempt.' }),
  watch: watchName,
  channel: channelName,
  status: Type.Enum(['pending', 'delivered', 'dead'], {
    description: 'dead: given up after too many attempts.',
  }),
  created_at: Type.String({ format: 'date-time' }),
  attempts: Type.Integer(),
  attempted_at: moment,
  answer_status: Type.Union([Type.Integer(), Type.Null()], {
    description: 'The status of HTTP or SMTP; null where there was no answer.',
  }),
  answer: Type.Union([Type.String(), Type.Null()], {
    description: 'Beginning of the response, or the error.',
  }),
  body: Type.Object({}, { additionalProperties: true, description: 'What was sent, in the form of a webhook.' }),
});
const nameParams = Type.Object({ name: watchName });

/** `/v1/watches`: what people are told of without asking, and what became of what was told. */
export function watchRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const { database, budgets = [], channelNames = [] } = dependencies;
  const known = { channels: channelNames, budgets: budgets.map(({ name }) => name) };
  const findWatch = async (name: string, accounts: readonly string[] | 'all'): Promise<WatchState> => {
    const watches = await readWatchStates(database.kysely, { accounts });
    const found = watches.find((watch) => watch.name === name);
    if (found) return found;
    const nearest = nearestName(
      name,
      watches.map((watch) => watch.name),
    );
    throw notFound(`there is no watch ${name}${nearest ? `; did you mean ${nearest}?` : ''}`);
  };

  app.get(
    '/v1/watches',
    {
      schema: {
        operationId: 'list_watches',
        summary: 'List the watches',
        tags: ['watches'],
        response: { 200: Type.Object({ items: Type.Array(watchSchema) }), ...problems },
      },
    },
    async ({ caller: { accounts } }) => ({ items: await readWatchStates(database.kysely, { accounts }) }),
  );

  app.get(
    '/v1/watches/:name',
    {
      schema: {
        operationId: 'get_watch',
        summary: 'Get a watch',
        tags: ['watches'],
        params: nameParams,
        response: { 200: watchSchema, ...problems },
      },
    },
    ({ params: { name }, caller: { accounts } }) => findWatch(name, accounts),
  );

  app.get(
    '/v1/watches/:name/deliveries',
    {
      schema: {
        operationId: 'list_watch_deliveries',
        summary: 'List the deliveries of a watch, newest first',
        description:
          'Kept for 30 days. A key that is restricted to accounts sees what is about these; thresholds are about all accounts.',
        tags: ['watches'],
        params: nameParams,
        querystring: Type.Object(
          {
            status: Type.Optional(Type.Enum(['pending', 'delivered', 'dead'])),
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
            cursor: cursorParameter,
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            items: Type.Array(deliverySchema),
            next_cursor: Type.Union([Type.String(), Type.Null()]),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { name } = request.params;
      const { status, limit = 50, cursor } = request.query;
      const { accounts } = request.caller;
      const cursors = await cursorSigner(database, request, ['watches', name, status]);
      const before = cursor === undefined ? undefined : (cursors.read(cursor).value ?? undefined);
      await findWatch(name, accounts);
      const found = await readDeliveries(database.kysely, { watch: name, status, accounts, before, limit: limit + 1 });
      const items = found.slice(0, limit);
      const last = items.at(-1);
      return { items, next_cursor: found.length > limit && last ? cursors.write({ value: last.id, id: 0 }) : null };
    },
  );

  app.put(
    '/v1/watches/:name',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'save_watch',
        summary: 'Add a watch, or change one',
        description:
          'One that means something else than before begins anew. A list watches in the configuration goes before it when sagecat starts again. Its channels and its budget are those of the configuration.',
        tags: ['watches'],
        params: nameParams,
        body: Type.Object(watchMembers, { additionalProperties: false }),
        response: { 200: Type.Object({ name: watchName, ...watchMembers }), ...problems },
      },
    },
    async ({ params: { name }, body }) => {
      const watch = { name, ...body };
      try {
        await saveWatch(database.kysely, watch, known);
      } catch (error) {
        if (error instanceof WatchError) throw new ProblemError(400, error.message);
        throw error;
      }
      return watch;
    },
  );

  app.delete(
    '/v1/watches/:name',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'delete_watch',
        summary: 'Remove a watch',
        description: 'Messages that it already caused are still delivered.',
        tags: ['watches'],
        params: nameParams,
        response: { 204: Type.Null({ description: 'It is deleted.' }), ...problems },
      },
    },
    async ({ params: { name } }, reply) => {
      if (!(await deleteWatch(database.kysely, name))) throw notFound(`there is no watch ${name}`);
      return reply.code(204).send(null);
    },
  );
}
