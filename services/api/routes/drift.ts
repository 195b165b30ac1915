import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { driftStates, type ManifestDrift, readDrift } from '../../../db/manifests/read-drift.ts';
import { countUnmanaged, readUnmanaged } from '../../../db/manifests/read-unmanaged.ts';
import { readSources } from '../../../db/manifests/source-position.ts';
import { type CursorSigner, cursorSigner } from '../cursor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { problems } from '../schemas/problem.ts';
import { shownDifferences } from '../shown-types.ts';

const page = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Items of a page.' })),
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 8192, description: '`next_cursor` of the page before.' }),
  ),
};
const nextCursor = Type.Union([Type.String(), Type.Null()]);
const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const driftSchema = Type.Object({
  source: Type.String({ description: 'Name of the cluster, or import.' }),
  namespace: Type.String(),
  name: Type.String({ description: 'Name of the custom resource.' }),
  arn: nullable('ARN of the job; null while ACK has not found or made it.'),
  training_job_name: nullable('Name of the job that the manifest asks for.'),
  account_id: nullable('Of the job, or of the manifest where there is none.'),
  account_name: nullable('Null where nobody names the account.'),
  state: Type.Enum([...driftStates], {
    description:
      'same or drifted: known from both. missing: AWS was read and has no such job. unread: AWS was never read there.',
  }),
  differences: Type.Array(
    Type.Object({
      field: Type.String({ description: 'Path of the field, e.g. resource_config.instance_count.' }),
      part: Type.String({ description: 'spec: the manifest asks for it. status: it tells it.' }),
      aws: Type.Unknown(),
      manifest: Type.Unknown(),
    }),
  ),
  problems: Type.Array(Type.String(), { description: 'Fields of the manifest that could not be compared.' }),
});

const sourceSchema = Type.Object({
  source: Type.String({ description: 'Name of the cluster, and behind a slash the only namespace that is read.' }),
  listed_at: nullable('When its manifests were last read from the first to the last.'),
  seen_at: nullable('When it was last heard from.'),
});

const jobSchema = Type.Object({
  training_job_arn: Type.String(),
  training_job_name: Type.String(),
  account_id: Type.String(),
  account_name: nullable('Null where nobody names the account.'),
  region: Type.String(),
  training_job_status: Type.Union([Type.String(), Type.Null()]),
  creation_time: Type.String({ format: 'date-time' }),
});

/** `GET /v1/drift` and `GET /v1/drift/unmanaged`: how manifests and AWS stand to each other. */
export function driftRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    '/v1/drift',
    {
      schema: {
        operationId: 'list_drift',
        summary: 'Hold ACK manifests against AWS',
        description: 'Every manifest that is known, and the fields of which it says otherwise than AWS does.',
        tags: ['drift'],
        querystring: Type.Object(
          {
            state: Type.Optional(Type.Enum([...driftStates], { description: 'Only manifests that stand so.' })),
            ...page,
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            items: Type.Array(driftSchema),
            next_cursor: nextCursor,
            sources: Type.Array(sourceSchema, { description: 'The clusters; shown to those who see all accounts.' }),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { state, limit = 100, cursor } = request.query;
      const cursors = await cursorSigner(dependencies.database, request, ['drift', state]);
      const after = cursor === undefined ? undefined : cursors.read(cursor).id;
      const { accounts } = request.caller;
      return request.read(async (db) => {
        const items: ManifestDrift[] = [];
        for await (const drift of readDrift(db, { after, accounts })) {
          if (state !== undefined && drift.state !== state) continue;
          if (items.push({ ...drift, differences: shownDifferences(dependencies, drift.differences) }) > limit) break;
        }
        return { ...pageOf(items, limit, cursors), sources: accounts === 'all' ? await readSources(db) : [] };
      });
    },
  );
  app.get(
    '/v1/drift/unmanaged',
    {
      schema: {
        operationId: 'list_unmanaged',
        summary: 'List jobs that no manifest manages',
        tags: ['drift'],
        querystring: Type.Object(page, { additionalProperties: false }),
        response: {
          200: Type.Object({ count: Type.Integer(), items: Type.Array(jobSchema), next_cursor: nextCursor }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { limit = 100, cursor } = request.query;
      const cursors = await cursorSigner(dependencies.database, request, ['unmanaged']);
      const after = cursor === undefined ? undefined : cursors.read(cursor).id;
      const { accounts } = request.caller;
      return request.read(async (db) => ({
        count: await countUnmanaged(db, accounts),
        ...pageOf(await readUnmanaged(db, { after, accounts, limit: limit + 1 }), limit, cursors),
      }));
    },
  );
}

/** The first `limit` items of one more than that, and how to go on. Numbers of rows are for cursors only. */
function pageOf<T extends { readonly id: number }>(items: readonly T[], limit: number, cursors: CursorSigner) {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id: _, ...item }) => item),
    next_cursor: items.length > limit && last ? cursors.write({ value: null, id: last.id }) : null,
  };
}
