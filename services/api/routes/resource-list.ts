import { createHash } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { listPage } from '../../../db/query/list-page.ts';
import { allRowColumns, chosenRowColumns } from '../../../db/query/row-columns.ts';
import type { ResourceContext } from '../context.ts';
import { cursorSigner } from '../cursor.ts';
import { readFields, readSort } from '../fields.ts';
import { joinedBytes } from '../joined-bytes.ts';
import { withExamples } from '../schemas/examples.ts';
import { listParameters, pageSchema } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';
import { readSelection } from '../selection.ts';

/** `GET /v1/resources/<type>`: a page of rows. */
export function listRoute(
  scope: FastifyInstance,
  type: AnyResourceType,
  { database, now, coverage, aggregator }: ResourceContext,
): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type);
  app.get(
    `/v1/resources/${type.name}`,
    {
      schema: {
        operationId: `list_${type.name}`,
        summary: `List ${type.title}s`,
        description: 'Rows that a search query finds, in pages, with how complete and how fresh they are.',
        tags: ['resources'],
        querystring: withExamples(type, Type.Object(listParameters, { additionalProperties: false })),
        response: {
          200: pageSchema(Type.Union([Type.Ref(`${type.name}#`), Type.Ref(`${type.name}_fields#`)])),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      const { limit = 50, cursor, sort, fields, total = false } = request.query;
      const order = readSort(type, sort);
      const { q, deleted, as_of } = request.query;
      const cursors = await cursorSigner(database, request, ['list', type.name, q, deleted, as_of, sort]);
      const after = cursor === undefined ? undefined : cursors.read(cursor);
      const moment = after?.now ?? now();
      const rows = readSelection(type, request.query, request, moment);
      const chosen = fields === undefined ? columns : chosenRowColumns(type, readFields(type, fields, 'fields'));
      const [count, { page, covered }] = await Promise.all([
        total ? aggregator.count(request, rows) : undefined,
        request.read(async (db) => ({
          page: await listPage(db, rows, chosen, order, limit, after),
          covered: await coverage.of(db, type, request.caller),
        })),
      ]);
      const next = page.next
        ? cursors.write({ ...page.next, now: isRelative(request.query) ? moment : undefined })
        : null;
      const members = JSON.stringify({
        next_cursor: next,
        total: count,
        ...covered,
        as_of: rows.asOf ?? covered.as_of,
      });
      reply.type('application/json; charset=utf-8');
      // Cheaper than a hash of the response, which is a hundred times longer; the URL contains the shown fields.
      reply.header('etag', `"${createHash('sha1').update(page.version).update(members).digest('base64url')}"`);
      // The rows are JSON already. They are sent as bytes, since Node encodes a long text several times faster in one piece.
      return reply.send(joinedBytes(page.rows, { head: '{"items":[', between: ',', tail: `],${members.slice(1)}` }));
    },
  );
}

/** Returns whether the result depends on the time: only then must all pages use the same `now`. */
const isRelative = ({ q = '', as_of = '' }: { q?: string; as_of?: string }): boolean =>
  /now/.test(q) || /now/.test(as_of);
