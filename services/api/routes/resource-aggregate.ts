import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import type { Static } from 'typebox';
import { joinWords } from '../../../catalog/join-words.ts';
import { nearestName } from '../../../catalog/nearest-name.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { Aggregation, Metric } from '../../../db/query/aggregation.ts';
import type { ResourceContext } from '../context.ts';
import { readFields, requireScalarField } from '../fields.ts';
import { readMetrics } from '../metrics-parameter.ts';
import { parameterError } from '../parameter-error.ts';
import { aggregateParameters, aggregateSchema, defaultGroups } from '../schemas/aggregate.ts';
import { aggregateExamples, withExamples } from '../schemas/examples.ts';
import { problems } from '../schemas/problem.ts';
import { readSelection } from '../selection.ts';
import { requireTimeZone } from '../time-zone.ts';

const maxKeys = 10;

/** `GET /v1/resources/<type>/aggregate`: counts, sums and percentiles by group and time. */
export function aggregateRoute(
  scope: FastifyInstance,
  type: AnyResourceType,
  { now, coverage, aggregator }: ResourceContext,
): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  app.get(
    `/v1/resources/${type.name}/aggregate`,
    {
      schema: {
        operationId: `aggregate_${type.name}`,
        summary: `Add up ${type.title}s by group and time`,
        tags: ['resources'],
        querystring: withExamples(type, aggregateParameters, aggregateExamples(type)),
        response: { 200: aggregateSchema, ...problems },
      },
    },
    async (request, reply) => {
      const aggregation = readAggregation(type, request.query);
      const rows = readSelection(type, request.query, request, now());
      const aggregated = await aggregator.aggregate(request, rows, aggregation);
      const covered = await request.read((db) => coverage.of(db, type, request.caller));
      return reply.send({ ...aggregated, ...covered, as_of: rows.asOf ?? covered.as_of });
    },
  );
}

function readAggregation(type: AnyResourceType, query: Static<typeof aggregateParameters>): Aggregation {
  const metrics = readMetrics(type, query.metrics ?? 'count');
  const groupBy = query.group_by === undefined ? [] : readFields(type, query.group_by, 'group_by');
  if (groupBy.length > maxKeys) throw parameterError('group_by', `at most ${maxKeys} fields can be grouped by`);
  const struct = groupBy.find(({ field }) => field.kind === 'struct' || field.kind === 'struct-list');
  if (struct) throw parameterError('group_by', `${struct.path} cannot be grouped by; name one of its members`);
  return {
    groupBy,
    metrics,
    bucket: readBucket(type, query),
    order: readOrder(metrics, query.sort),
    limit: query.limit ?? defaultGroups,
  };
}

function readBucket(
  type: AnyResourceType,
  { bucket: unit, time_field, time_zone: timeZone = 'UTC' }: Static<typeof aggregateParameters>,
): Aggregation['bucket'] {
  if (unit === undefined) return undefined;
  const path = time_field ?? type.key.createdAt;
  const field = requireScalarField(type, path, 'be put in buckets', 'time_field');
  if (field.field.kind !== 'timestamp') throw parameterError('time_field', `${path} is no timestamp`);
  requireTimeZone(timeZone);
  return { field, unit, timeZone };
}

function readOrder(metrics: readonly Metric[], text: string | undefined): Aggregation['order'] {
  if (text === undefined) return undefined;
  const descending = text.startsWith('-');
  const metric = descending ? text.slice(1) : text;
  if (metrics.some(({ name }) => name === metric)) return { metric, descending };
  const choices = metrics.map(({ name }) => name);
  const nearest = nearestName(metric, choices);
  throw parameterError('sort', `it must be one of the metrics that are asked for: ${joinWords(choices, 'or')}`, {
    choices,
    nearest,
  });
}
