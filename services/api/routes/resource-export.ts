import { Readable } from 'node:stream';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { type TSchema, Type } from 'typebox';
import type { FieldPath } from '../../../catalog/field-path.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { type FlatRow, flatColumns, selectFlat } from '../../../db/query/flat-columns.ts';
import { readBatches } from '../../../db/query/read-batches.ts';
import { allRowColumns, chosenRowColumns, type JsonRow, selectJson } from '../../../db/query/row-columns.ts';
import type { RowSelection } from '../../../db/query/row-source.ts';
import type { DatabaseSchema } from '../../../db/schema.ts';
import type { ResourceContext } from '../context.ts';
import { coverageHeaders } from '../coverage.ts';
import { writeCsv } from '../export/csv.ts';
import { writeNdjson } from '../export/ndjson.ts';
import { writeParquet } from '../export/parquet.ts';
import { readFields } from '../fields.ts';
import { withExamples } from '../schemas/examples.ts';
import { listParameters } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';
import { selectionParameters } from '../schemas/selection.ts';
import { readSelection } from '../selection.ts';

const contentTypes = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
};
type Format = keyof typeof contentTypes;

const parameters = Type.Object(
  {
    ...selectionParameters,
    fields: listParameters.fields,
    format: Type.Optional(
      Type.Enum(['ndjson', 'csv', 'parquet'], {
        default: 'ndjson',
        description:
          'ndjson: rows as a list shows them; csv and parquet: a column each field, JSON where it is no scalar.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** `GET /v1/resources/<type>/export`: every row of a query, streamed in the order in which sagecat first saw them. */
export function exportRoute(scope: FastifyInstance, type: AnyResourceType, { now, coverage }: ResourceContext): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    `/v1/resources/${type.name}/export`,
    {
      schema: {
        operationId: `export_${type.name}`,
        summary: `Export ${type.title}s`,
        description: 'Every row that a search query finds, streamed as NDJSON, CSV or Parquet.',
        tags: ['resources'],
        querystring: withExamples(type, parameters),
        response: { 200: { description: 'The rows.', content: contents }, ...problems },
      },
    },
    async (request, reply) => {
      const { fields, format = 'ndjson' } = request.query;
      const rows = readSelection(type, request.query, request, now());
      const choice = fields === undefined ? undefined : readFields(type, fields, 'fields');
      const stream = Readable.from(written(format, type, rows, choice, request), { objectMode: false });
      const covered = await request.read((db) => coverage.of(db, type, request.caller));
      reply.headers({ ...coverageHeaders(covered, rows.asOf), 'cache-control': 'no-store' });
      const extension = format === 'ndjson' ? 'jsonl' : format;
      return reply
        .type(contentTypes[format])
        .header('content-disposition', `attachment; filename="${type.name}.${extension}"`)
        .send(stream);
    },
  );
}

function written(
  format: Format,
  type: AnyResourceType,
  rows: RowSelection,
  choice: readonly FieldPath[] | undefined,
  request: FastifyRequest,
): AsyncGenerator<string | Uint8Array> {
  /** Writes a batch at a time; a revoked key ends the export. */
  const read = async <T>(work: (db: Kysely<DatabaseSchema>) => Promise<T>): Promise<T> => {
    await request.requireStillPermitted();
    return request.read(work);
  };
  if (format === 'ndjson') {
    const columns = choice ? chosenRowColumns(type, choice) : allRowColumns(type);
    return writeNdjson(columns, readBatches<JsonRow>(read, rows, selectJson(columns)));
  }
  const columns = flatColumns(type, choice);
  const batches = readBatches<FlatRow>(read, rows, selectFlat(columns));
  return format === 'csv' ? writeCsv(columns, batches) : writeParquet(columns, batches);
}

const contents: Record<string, { schema: TSchema }> = Object.fromEntries(
  Object.values(contentTypes).map((name) => [name.replace(/;.*/, ''), { schema: Type.String({ format: 'binary' }) }]),
);
