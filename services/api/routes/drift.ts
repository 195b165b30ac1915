import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { type ManagedType, managedTypes } from '../../../catalog/resource-types.ts';
import { driftStates, type ManifestDrift, readDrift, shownDrift } from '../../../db/manifests/read-drift.ts';
import { countUnmanaged, readUnmanaged, unmanagedColumns } from '../../../db/manifests/read-unmanaged.ts';
import { readSources } from '../../../db/manifests/source-position.ts';
import { type CursorSigner, cursorSigner } from '../cursor.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { cursorParameter } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';
import { shownDifferences, shownTypes } from '../shown-types.ts';

const defaultLimit = 100;
const page = {
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1000, default: defaultLimit, description: 'Items of a page.' }),
  ),
  cursor: cursorParameter,
};
const nextCursor = Type.Union([Type.String(), Type.Null()]);
const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

/** Returns the schema of a manifest's state. The name of its resource is in the type's column. */
const driftSchema = (types: readonly ManagedType[]) =>
  Type.Object({
    resource_type: Type.String({ description: 'Type of the resource, as its table is named.' }),
    source: Type.String({ description: 'Name of the cluster, or import.' }),
    namespace: Type.String(),
    name: Type.String({ description: 'Name of the custom resource.' }),
    arn: nullable('ARN of the resource; null until ACK has found or created it.'),
    ...Object.fromEntries(
      types.map(({ key }) => {
        const name = nullable('Name of the resource that the manifest asks for.');
        return [key.name, types.length === 1 ? name : Type.Optional(name)];
      }),
    ),
    account_id: nullable('Account of the resource, or of the manifest if there is none.'),
    account_name: nullable('Null if the account has no name.'),
    state: Type.Enum([...driftStates], {
      description:
        'same, drifted: known from both. missing: AWS was read and has no such resource. unread: AWS was never read there.',
    }),
    differences: Type.Array(
      Type.Object({
        field: Type.String({ description: 'Path of the field, e.g. resource_config.instance_count.' }),
        part: Type.String({ description: 'spec: the manifest asks for it. status: the manifest reports it.' }),
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

/** Returns the schema of what matches one of several; of one, that one. */
const oneOf = (schemas: TSchema[]): TSchema => (schemas.length === 1 && schemas[0] ? schemas[0] : Type.Union(schemas));

const unmanagedSchema = (type: ManagedType) =>
  Type.Object(
    Object.fromEntries(
      unmanagedColumns(type).map((name) => {
        if (name === type.key.createdAt) return [name, Type.String({ format: 'date-time' })];
        return [name, isKey(type, name) ? Type.String() : Type.Union([Type.String(), Type.Null()])];
      }),
    ),
  );

const isKey = ({ key }: ManagedType, name: string): boolean =>
  [key.arn, key.name, 'account_id', 'region'].includes(name);

/** `GET /v1/drift` and `GET /v1/drift/unmanaged`: how manifests differ from AWS. */
export function driftRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const types = managedTypes(dependencies.types);
  const [first] = types;
  if (!first) return;
  const shown = managedTypes(shownTypes(dependencies));
  app.get(
    '/v1/drift',
    {
      schema: {
        operationId: 'list_drift',
        summary: 'Compare ACK manifests with AWS',
        description: 'Every known manifest, and the fields in which it differs from AWS.',
        tags: ['drift'],
        querystring: Type.Object(
          {
            state: Type.Optional(Type.Enum([...driftStates], { description: 'Only manifests in this state.' })),
            ...page,
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            items: Type.Array(driftSchema(types)),
            next_cursor: nextCursor,
            sources: Type.Array(sourceSchema, { description: 'The clusters; only for callers who see all accounts.' }),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { state, limit = defaultLimit, cursor } = request.query;
      const cursors = await cursorSigner(dependencies.database, request, ['drift', state]);
      const after = cursor === undefined ? undefined : cursors.read(cursor).id;
      const { accounts } = request.caller;
      return request.read(async (db) => {
        const items: ManifestDrift[] = [];
        for await (const drift of readDrift(db, types, { after, accounts })) {
          if (state !== undefined && drift.state !== state) continue;
          if (items.push({ ...drift, differences: shownDifferences(dependencies, drift.differences) }) > limit) break;
        }
        const page = pageOf(items, limit, cursors);
        return {
          ...page,
          items: page.items.map((drift) => shownDrift(types, drift)),
          sources: accounts === 'all' ? await readSources(db) : [],
        };
      });
    },
  );
  app.get(
    '/v1/drift/unmanaged',
    {
      schema: {
        operationId: 'list_unmanaged',
        summary: 'List resources without a manifest',
        tags: ['drift'],
        querystring: Type.Object(
          {
            type: Type.Optional(
              Type.Enum(
                types.map(({ name }) => name),
                { default: first.name, description: 'Type of the resources.' },
              ),
            ),
            ...page,
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Object({
            count: Type.Integer(),
            items: Type.Array(oneOf(shown.map(unmanagedSchema))),
            next_cursor: nextCursor,
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { type: name = first.name, limit = defaultLimit, cursor } = request.query;
      const type = shown.find((candidate) => candidate.name === name) ?? first;
      const cursors = await cursorSigner(dependencies.database, request, ['unmanaged', type.name]);
      const after = cursor === undefined ? undefined : cursors.read(cursor).id;
      const { accounts } = request.caller;
      return request.read(async (db) => ({
        count: await countUnmanaged(db, type, accounts),
        ...pageOf(await readUnmanaged(db, type, { after, accounts, limit: limit + 1 }), limit, cursors),
      }));
    },
  );
}

/** Returns the first `limit` of `limit + 1` items, and the cursor of the next page. */
function pageOf<T extends { readonly id: number }>(items: readonly T[], limit: number, cursors: CursorSigner) {
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown,
    next_cursor: items.length > limit && last ? cursors.write({ value: null, id: last.id }) : null,
  };
}
