import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { consoleLink } from '../../../catalog/console-link.ts';
import { parseJson } from '../../../catalog/exact-json.ts';
import type { FlatRow } from '../../../catalog/flatten.ts';
import { type AnyResourceType, findResourceType } from '../../../catalog/resource-types.ts';
import { getRow } from '../../../db/query/get-row.ts';
import { allRowColumns } from '../../../db/query/row-columns.ts';
import type { ResourceContext } from '../context.ts';
import { coverageHeaders } from '../coverage.ts';
import { formatParameters, renderedSchema, renderRow, requestedFormat } from '../manifests.ts';
import { notFound } from '../problem.ts';
import { arnParameter, oneParameters } from '../schemas/one.ts';
import { problems } from '../schemas/problem.ts';
import { readMoment, requireMoment } from '../selection.ts';

/** `GET /v1/resources/<type>/<arn>`: the newest row of an ARN that is not deleted. */
export function getRoute(scope: FastifyInstance, type: AnyResourceType, { now, coverage }: ResourceContext): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type);
  const whole = findResourceType(type.name) ?? type;
  const nothing = Object.fromEntries(whole.columns.map(({ name }) => [name, null]));
  app.get(
    `/v1/resources/${type.name}/:arn`,
    {
      schema: {
        operationId: `get_${type.name}`,
        summary: `Get one ${type.title}`,
        tags: ['resources'],
        params: arnParameter,
        querystring: Type.Object({ ...oneParameters, ...formatParameters(type) }, { additionalProperties: false }),
        response: { 200: { description: 'The row.', content: contentsOf(type) }, ...problems },
      },
    },
    async (request, reply) => {
      const { arn } = request.params;
      const { deleted, as_of, creation_time } = request.query;
      const format = requestedFormat(type, request.query);
      const selection = {
        type,
        deleted,
        accounts: request.caller.accounts,
        asOf: as_of === undefined ? undefined : readMoment('as_of', as_of, now()),
      };
      const created = creation_time === undefined ? undefined : requireMoment('creation_time', creation_time);
      const row = await request.read((db) => getRow(db, selection, columns, { arn, created }));
      if (!row) throw notFound(`no ${type.title} has the ARN ${arn}; it holds the name in lower case`);
      const covered = await request.read((db) => coverage.of(db, type, request.caller));
      reply.headers(coverageHeaders(covered, selection.asOf));
      const { [type.key.name]: name, region } = parseJson(row.json) as FlatRow;
      const console = consoleLink(type, String(region), String(name));
      if (console) reply.header('link', `<${console}>; rel="related"; title="AWS console"`);
      if (!format) return reply.type('application/json; charset=utf-8').send(row.json);
      // Every shown column was read; a withheld column counts as null.
      const flat = { ...nothing, ...(parseJson(row.json) as FlatRow) };
      const { mediaType, body, fileName } = renderRow(format, type, flat, request.query, request, now());
      return reply
        .type(mediaType)
        .header('vary', 'accept')
        .header('content-disposition', `inline; filename="${fileName}"`)
        .send(body);
    },
  );
}

function contentsOf({ name, formats = [] }: AnyResourceType): Record<string, { schema: TSchema }> {
  const row = Type.Ref(`${name}#`);
  return {
    'application/json': { schema: formats.length === 0 ? row : Type.Union([row, renderedSchema]) },
    ...Object.fromEntries(
      formats.map(({ mediaType }) => [mediaType.replace(/;.*/, ''), { schema: Type.String() }] as const),
    ),
  };
}
