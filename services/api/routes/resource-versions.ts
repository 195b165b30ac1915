import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { readHorizon } from '../../../db/history/read-horizon.ts';
import { getRow } from '../../../db/query/get-row.ts';
import { readVersions } from '../../../db/query/read-versions.ts';
import { allRowColumns } from '../../../db/query/row-columns.ts';
import type { ResourceContext } from '../context.ts';
import { cursorSigner } from '../cursor.ts';
import { requireField } from '../fields.ts';
import { notFound } from '../problem.ts';
import { differenceSchema } from '../schemas/difference.ts';
import { cursorParameter } from '../schemas/list.ts';
import { arnParameter, identityParameters } from '../schemas/one.ts';
import { problems } from '../schemas/problem.ts';
import { requireMoment } from '../selection.ts';
import { shownDifferences } from '../shown-types.ts';

const defaultLimit = 100;
const versionSchema = Type.Object({
  seen_at: Type.String({ format: 'date-time', description: 'Time at which sagecat saw it.' }),
  kind: Type.String({ description: 'first_seen, changed, deleted or restored.' }),
  differences: Type.Array(differenceSchema),
});

const parameters = Type.Object(
  {
    ...identityParameters,
    field: Type.Optional(
      Type.Union([Type.String({ maxLength: 1000 }), Type.Array(Type.String({ maxLength: 1000 }), { maxItems: 50 })], {
        description:
          'Only versions in which this field differs, or one within it, and of these only such differences; may be repeated.',
      }),
    ),
    limit: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, default: defaultLimit, description: 'Versions of a page.' }),
    ),
    cursor: cursorParameter,
  },
  { additionalProperties: false },
);

/** `GET /v1/resources/<type>/<arn>/versions`: what changed and when, newest first; deleted resources have a history too. */
export function versionsRoute(scope: FastifyInstance, type: AnyResourceType, context: ResourceContext): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type).filter(({ name }) => name === 'first_seen_at');
  app.get(
    `/v1/resources/${type.name}/:arn/versions`,
    {
      schema: {
        operationId: `versions_${type.name}`,
        summary: `The history of one ${type.title}`,
        description:
          'Every version that sagecat saw, newest first, as its differences from the one before. That a running job’s counters move on makes none.',
        tags: ['resources'],
        params: arnParameter,
        querystring: parameters,
        response: {
          200: Type.Object({
            items: Type.Array(versionSchema),
            next_cursor: Type.Union([Type.String(), Type.Null()]),
            history_since: Type.Union([Type.String({ format: 'date-time' }), Type.Null()], {
              description: 'Start of the kept history; null if nothing was removed.',
            }),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { arn } = request.params;
      const { limit = defaultLimit, cursor, creation_time, field } = request.query;
      const fields =
        field === undefined ? undefined : [field].flat().map((path) => requireField(type, path, 'field').path);
      const created = creation_time === undefined ? undefined : requireMoment('creation_time', creation_time);
      const cursors = await cursorSigner(context.database, request, [
        'versions',
        type.name,
        arn,
        created,
        ...(fields ?? []),
      ]);
      const after = cursor === undefined ? undefined : cursors.read(cursor);
      const selection = { type, deleted: true, accounts: request.caller.accounts };
      return request.read(async (db) => {
        const row = await getRow(db, selection, columns, { arn, created });
        if (!row) throw notFound(`no ${type.title} has the ARN ${arn}; it holds the name in lower case`);
        const found = await readVersions(db, type.name, row['#id'], {
          limit: limit + 1,
          beforeId: after?.id,
          fields,
        });
        const shown = found.slice(0, limit);
        const last = shown.at(-1);
        const isLastPage = found.length <= limit;
        const { first_seen_at } = JSON.parse(row.json) as { first_seen_at: string };
        const first = { seen_at: first_seen_at, kind: 'first_seen' as const, differences: [] };
        return {
          items: [
            ...shown.map(({ id: _, ...version }) => ({
              ...version,
              differences: shownDifferences(context, version.differences),
            })),
            // The first version has no differences.
            ...(isLastPage && !fields ? [first] : []),
          ],
          next_cursor: isLastPage || !last ? null : cursors.write({ value: null, id: last.id }),
          history_since: (await readHorizon(db)) ?? null,
        };
      });
    },
  );
}
