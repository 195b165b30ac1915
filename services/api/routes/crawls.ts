import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { stringifyJson } from '../../../catalog/exact-json.ts';
import { regionProblem } from '../../../catalog/partition.ts';
import { readCrawl, readCrawls } from '../../../db/crawl/read-crawls.ts';
import { requestCrawl } from '../../../db/crawl/requests.ts';
import { countWorkers } from '../../../db/crawl/workers.ts';
import { pause } from '../../../db/pause.ts';
import { defaultPollMs } from '../../../db/query/follow-changes.ts';
import type { Caller } from '../caller.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { eventStreamResponse, streamEvents } from '../event-stream.ts';
import { notFound, ProblemError } from '../problem.ts';
import { problems } from '../schemas/problem.ts';

const nullableTime = Type.Union([Type.String({ format: 'date-time' }), Type.Null()]);
const accountId = Type.String({ pattern: '^\\d{12}$' });

const scopeSchema = Type.Object(
  {
    accounts: Type.Optional(Type.Array(accountId, { minItems: 1, description: 'Only these accounts.' })),
    regions: Type.Optional(
      Type.Array(Type.String({ maxLength: 64 }), { minItems: 1, description: 'Only these regions.' }),
    ),
    job: Type.Optional(
      Type.String({ minLength: 1, maxLength: 2048, description: 'Name or ARN of the only job to read.' }),
    ),
  },
  { additionalProperties: false },
);

const runProperties = {
  id: Type.Integer(),
  kind: Type.String({ description: 'auto, incremental or full.' }),
  trigger: Type.String({ description: 'command, request or schedule.' }),
  scope: scopeSchema,
  status: Type.String({ description: 'queued, running, complete, partial, failed or interrupted.' }),
  requested_at: Type.String({ format: 'date-time' }),
  started_at: nullableTime,
  finished_at: nullableTime,
  targets_by_status: Type.Record(Type.String(), Type.Integer()),
};
const runSchema = Type.Object(runProperties);

const requestedSchema = Type.Object({
  ...runProperties,
  workers: Type.Integer({ description: 'Number of processes that take crawls now: sagecat up, worker and demo.' }),
  warning: Type.Optional(Type.String({ description: 'Only if no process takes crawls now: the crawl waits for one.' })),
});

const targetSchema = Type.Object({
  id: Type.Integer(),
  resource_type: Type.String(),
  account_id: Type.Union([Type.String(), Type.Null()]),
  account_name: Type.Union([Type.String(), Type.Null()]),
  region: Type.String(),
  kind: Type.Union([Type.String(), Type.Null()], { description: 'incremental, full or job; null until it begins.' }),
  status: Type.String({ description: 'queued, running, complete, partial, denied, unsupported or interrupted.' }),
  reason: Type.Union([Type.String(), Type.Null()], { description: 'Why the target is not complete.' }),
  attempts: Type.Integer(),
  progress: Type.Unknown({ description: 'Counts of jobs, of API calls by operation, and of throttles.' }),
  started_at: nullableTime,
  updated_at: Type.String({ format: 'date-time' }),
  finished_at: nullableTime,
});
const runWithTargets = Type.Object({ ...runProperties, targets: Type.Array(targetSchema) });

const idParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) });
const accountsOf = ({ accounts }: Caller) => (accounts === 'all' ? undefined : accounts);
const nobodyCrawls =
  'no process takes crawls from this database at the moment; the request waits until one does: sagecat up, or sagecat worker';

/** `/v1/crawls`: requests crawls, and returns the history and progress of crawls. */
export function crawlRoutes(scope: FastifyInstance, { database, pollMs = defaultPollMs }: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.post(
    '/v1/crawls',
    {
      config: { scope: 'crawl' },
      schema: {
        operationId: 'request_crawl',
        summary: 'Crawl now',
        description:
          'Asks the workers to crawl everything, some accounts or regions, or one job. A request that waits already is not made twice. Where no worker runs, the request is kept and the answer has a warning.',
        tags: ['crawls'],
        body: Type.Object(
          {
            kind: Type.Optional(
              Type.Enum(['auto', 'incremental', 'full'], {
                default: 'auto',
                description: 'auto: incremental where the target was listed completely before, else full.',
              }),
            ),
            scope: Type.Optional(scopeSchema),
          },
          { additionalProperties: false },
        ),
        response: { 202: requestedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { kind = 'auto', scope: asked = {} } = request.body ?? {};
      const wrong = asked.regions?.flatMap((region) => regionProblem(region) ?? [])[0];
      if (wrong !== undefined) throw new ProblemError(400, `scope.regions: ${wrong}`);
      const own = accountsOf(request.caller);
      if (own && (asked.accounts ?? ['']).some((id) => !own.includes(id))) {
        throw new ProblemError(403, 'the access key may crawl only its own accounts; name them in scope.accounts');
      }
      const id = await requestCrawl(database.kysely, { kind, trigger: 'request', scope: asked });
      const [run] = await readCrawls(database.kysely, { limit: 1, beforeId: id + 1 });
      if (!run) throw notFound(`there is no crawl ${id}`);
      const workers = await countWorkers(database.kysely);
      const answer = { ...run, workers, ...(workers === 0 && { warning: nobodyCrawls }) };
      return reply.code(202).header('location', `/v1/crawls/${id}`).send(answer);
    },
  );
  app.get(
    '/v1/crawls',
    {
      schema: {
        operationId: 'list_crawls',
        summary: 'List crawls, newest first',
        tags: ['crawls'],
        querystring: Type.Object(
          {
            limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 50 })),
            before: Type.Optional(
              Type.Integer({
                minimum: 1,
                maximum: Number.MAX_SAFE_INTEGER,
                description: '`next_before` of the page before.',
              }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({ items: Type.Array(runSchema), next_before: Type.Union([Type.Integer(), Type.Null()]) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { limit = 50, before } = request.query;
      const page = { limit, beforeId: before, accounts: accountsOf(request.caller) };
      const items = await readCrawls(database.kysely, page);
      return { items, next_before: items.length === limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
  app.get(
    '/v1/crawls/:id',
    {
      schema: {
        operationId: 'get_crawl',
        summary: 'Get one crawl with its targets',
        tags: ['crawls'],
        params: idParams,
        response: { 200: runWithTargets, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params;
      const run = await readCrawl(database.kysely, id, { accounts: accountsOf(request.caller) });
      if (!run) throw notFound(`there is no crawl ${id}`);
      return run;
    },
  );
  app.get(
    '/v1/crawls/:id/events',
    {
      schema: {
        operationId: 'watch_crawl',
        summary: 'Watch a crawl as server-sent events',
        description:
          'An event `crawl` with the crawl and its targets at once and whenever they change, until it has ended; then an event `end`. An event `problem` ends it where something fails or the key ceases to work.',
        tags: ['crawls'],
        params: idParams,
        response: {
          200: eventStreamResponse('The events.'),
          ...problems,
        },
      },
      // A HEAD would wait for the end of the crawl.
      exposeHeadRoute: false,
    },
    async (request, reply) => {
      const { id } = request.params;
      const accounts = accountsOf(request.caller);
      const read = async () => {
        await request.requireStillPermitted();
        return readCrawl(database.kysely, id, { accounts });
      };
      const first = await read();
      if (!first) throw notFound(`there is no crawl ${id}`);
      await streamEvents(request, reply, async ({ send, beat, signal }) => {
        let shown = '';
        for (let run: typeof first | undefined = first; run && !signal.aborted; run = await read()) {
          const text = stringifyJson(run);
          await (text === shown ? beat() : send('crawl', run));
          shown = text;
          if (run.status !== 'queued' && run.status !== 'running')
            return send('end', { id: run.id, status: run.status });
          await pause(pollMs, signal);
        }
      });
    },
  );
}
