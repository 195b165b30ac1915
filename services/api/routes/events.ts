import { createHash, timingSafeEqual } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { parseJson } from '../../../catalog/exact-json.ts';
import { joinWords } from '../../../catalog/join-words.ts';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import { applyEvent } from '../../../db/events/apply-event.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError } from '../problem.ts';
import { problems } from '../schemas/problem.ts';

/** Header that carries the secret; a connection of an EventBridge API destination sends it as its API key. */
const secretHeader = 'x-sagecat-event-secret';

/** `POST /v1/events`: stores an EventBridge event; requires the secret. The route exists only if a secret is configured. */
export function eventRoutes(
  scope: FastifyInstance,
  { database, eventSecret, onIncomplete, masker, types = resourceTypes }: ApiDependencies,
): void {
  const told = types.flatMap(({ events }) => events?.detailType ?? []);
  if (eventSecret === undefined || told.length === 0) return;
  // Integers of an event are as long as those of a describe.
  scope.removeContentTypeParser('application/json');
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => {
      try {
        return parseJson(String(body));
      } catch {
        throw new ProblemError(400, 'the body is not JSON');
      }
    },
  );
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/v1/events',
    {
      config: { scope: 'public' },
      schema: {
        operationId: 'post_event',
        summary: `Take an event: ${joinWords(told, 'or')}`,
        description: `An event as EventBridge sends it. Needs the header ${secretHeader}. An event that comes again, or late, changes nothing.`,
        tags: ['events'],
        security: [{ event_secret: [] }],
        body: Type.Object({}, { additionalProperties: true }),
        response: {
          200: Type.Object({
            outcome: Type.String({
              description: 'new, changed or unchanged; ignored if the event is about something else.',
            }),
            reason: Type.Optional(Type.String()),
          }),
          ...problems,
        },
      },
      // Before the body is read, so that requests without the secret cost little.
      onRequest: async (request) => {
        if (!isSame(request.headers[secretHeader], eventSecret)) {
          app.attempts.begin(request);
          throw new ProblemError(401, `the header ${secretHeader} is missing or wrong`);
        }
      },
    },
    async (request) => {
      const applied = await applyEvent(database.kysely, request.body, { masker });
      if (applied.outcome === 'refused')
        throw new ProblemError(422, `this is no event to catalogue: ${applied.reason}`);
      if (!('job' in applied)) return { outcome: applied.outcome, reason: applied.reason };
      if (applied.isIncomplete) onIncomplete?.(applied.job);
      return { outcome: applied.outcome };
    },
  );
}

/** Compares two secrets in constant time. */
function isSame(given: unknown, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
}
