import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { readHorizon } from '../../../db/history/read-horizon.ts';
import { followChanges } from '../../../db/query/follow-changes.ts';
import type { WithDatabase } from '../../../db/query/read-batches.ts';
import { committedBefore, type PositionedChange, positionBefore, readChanges } from '../../../db/query/read-changes.ts';
import { type ChangeQuery, readChangeSelection } from '../change-selection.ts';
import { cursorSigner } from '../cursor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { eventStreamResponse, streamEvents } from '../event-stream.ts';
import { changeParameters, changesSchema, periodParameters } from '../schemas/changes.ts';
import { cursorParameter } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';
import { shownDifferences, shownTypes } from '../shown-types.ts';

const maxPageSize = 1000;
const beatEveryMs = 15_000;

/** `GET /v1/changes`: what changed across the catalog, in pages and live. */
export function changeRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const { database } = dependencies;
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const types = shownTypes(dependencies);
  const now = () => (dependencies.now?.() ?? new Date()).getTime();
  const shown = ({ place: _, ...change }: PositionedChange) => ({
    ...change,
    differences: shownDifferences(dependencies, change.differences),
  });
  /** Returns the cursors for the events of a query, which its pages return as well. */
  const liveCursors = (request: FastifyRequest, { type, q, kinds, fields }: ChangeQuery) =>
    cursorSigner(database, request, ['changes/events', type, q, kinds, fields]);

  app.get(
    '/v1/changes',
    {
      schema: {
        operationId: 'list_changes',
        summary: 'List changes, newest first',
        description:
          'Resources that were first seen, changed, were deleted or came back, across the catalog. That a running job’s counters move on is no change.',
        tags: ['changes'],
        querystring: Type.Object(
          {
            ...changeParameters,
            ...periodParameters,
            limit: Type.Optional(
              Type.Integer({ minimum: 1, maximum: maxPageSize, default: 50, description: 'Changes of a page.' }),
            ),
            cursor: cursorParameter,
          },
          { additionalProperties: false },
        ),
        response: { 200: changesSchema, ...problems },
      },
    },
    async (request) => {
      const { limit = 50, cursor, ...query } = request.query;
      const { type, q, kinds, fields, since, until } = query;
      const cursors = await cursorSigner(database, request, ['changes', type, q, kinds, fields, since, until]);
      const after = cursor === undefined ? undefined : cursors.read(cursor);
      const moment = after?.now ?? now();
      const selection = readChangeSelection(types, query, request, moment);
      const live = await liveCursors(request, query);
      // Before the page is read: what is stored meanwhile comes twice rather than never.
      const liveFrom = positionBefore(await committedBefore(database.kysely));
      return request.read(async (db) => {
        const found = await readChanges(db, selection, { limit: limit + 1, after });
        const page = found.slice(0, limit);
        const last = page.at(-1);
        const isRelative = [q, since, until].some((text) => text?.includes('now'));
        return {
          items: page.map(shown),
          next_cursor:
            found.length > limit && last
              ? cursors.write({ ...last.place, now: isRelative ? moment : undefined })
              : null,
          live_cursor: live.write(liveFrom),
          history_since: (await readHorizon(db)) ?? null,
        };
      });
    },
  );

  app.get(
    '/v1/changes/events',
    {
      schema: {
        operationId: 'watch_changes',
        summary: 'Watch changes as server-sent events',
        description:
          'An event `change` for each change from now on, as /v1/changes lists them, in the order in which they were stored. The id of an event is where to go on: in the header Last-Event-ID, as browsers do by themselves, or as `cursor`. An event `problem` ends the stream where something fails or the key ceases to work.',
        tags: ['changes'],
        querystring: Type.Object(
          {
            ...changeParameters,
            cursor: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 8192,
                description:
                  '`live_cursor` of /v1/changes or the id of an event, with the same query; Last-Event-ID goes before it. Default: now.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        headers: Type.Object({
          'last-event-id': Type.Optional(
            Type.String({ maxLength: 8192, description: 'The id of the last event that was received.' }),
          ),
        }),
        response: { 200: eventStreamResponse('The events.'), ...problems },
      },
      // A HEAD would never end.
      exposeHeadRoute: false,
    },
    async (request, reply) => {
      const { cursor, ...query } = request.query;
      const asked = request.headers['last-event-id'] || cursor;
      const cursors = await liveCursors(request, query);
      // Errors of the query are returned before the stream begins.
      readChangeSelection(types, query, request, now());
      const from = asked === undefined ? positionBefore(await committedBefore(database.kysely)) : cursors.read(asked);
      await streamEvents(request, reply, async ({ send, beat, signal }) => {
        const selection = () => readChangeSelection(types, query, request, now());
        const read: WithDatabase = (work) => request.read(work);
        let beatAt = 0;
        for await (const { changes, place } of followChanges(database.kysely, {
          ...{ selection, read, from, signal },
          pollMs: dependencies.pollMs,
        })) {
          await request.requireStillPermitted();
          for (const change of changes) await send('change', shown(change), cursors.write(change.place));
          if (Date.now() < beatAt) continue;
          await beat(cursors.write(place));
          beatAt = Date.now() + beatEveryMs;
        }
      });
    },
  );
}
