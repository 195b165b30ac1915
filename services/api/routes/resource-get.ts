import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { type TSchema, Type } from 'typebox';
import { consoleLink } from '../../../catalog/console-link.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { ResourceContext } from '../context.ts';
import { coverageHeaders } from '../coverage.ts';
import { formatParameters, renderedSchema, renderRow, requestedFormat } from '../manifests.ts';
import { oneReader } from '../read-one.ts';
import { arnParameter, oneParameters } from '../schemas/one.ts';
import { problems } from '../schemas/problem.ts';

/** `GET /v1/resources/<type>/<arn>`: the newest row of an ARN that is not deleted. */
export function getRoute(scope: FastifyInstance, type: AnyResourceType, { now, coverage }: ResourceContext): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const readOne = oneReader(type, now);
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
      const format = requestedFormat(type, request.query);
      const { json, flat, asOf } = await readOne(request, request.params.arn, request.query);
      const covered = await request.read((db) => coverage.of(db, type, request.caller));
      reply.headers(coverageHeaders(covered, asOf));
      const row = flat();
      const { [type.key.name]: name, region } = row;
      const console = consoleLink(type, String(region), String(name));
      if (console) reply.header('link', `<${console}>; rel="related"; title="AWS console"`);
      if (!format) return reply.type('application/json; charset=utf-8').send(json);
      const { mediaType, body, fileName } = renderRow(format, type, row, request.query, request, now());
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
