import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { parseJson } from '../../../catalog/exact-json.ts';
import type { FlatRow } from '../../../catalog/flatten.ts';
import type { Fact, FactSection } from '../../../catalog/presentation.ts';
import { type AnyResourceType, findResourceType } from '../../../catalog/resource-types.ts';
import { rowPresentation } from '../../../catalog/row-presentation.ts';
import { getRow } from '../../../db/query/get-row.ts';
import { allRowColumns } from '../../../db/query/row-columns.ts';
import type { ResourceContext } from '../context.ts';
import { notFound } from '../problem.ts';
import { arnParameter, oneParameters } from '../schemas/one.ts';
import { problems } from '../schemas/problem.ts';
import { rowPresentationSchema } from '../schemas/row-presentation.ts';
import { readMoment, requireMoment } from '../selection.ts';

/** `GET /v1/resources/<type>/<arn>/presentation`: what people are shown of one resource, whatever its type. */
export function presentationRoute(scope: FastifyInstance, type: AnyResourceType, { now }: ResourceContext): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const columns = allRowColumns(type);
  const whole = findResourceType(type.name) ?? type;
  const nothing = Object.fromEntries(whole.columns.map(({ name }) => [name, null]));
  app.get(
    `/v1/resources/${type.name}/:arn/presentation`,
    {
      schema: {
        operationId: `present_${type.name}`,
        summary: `One ${type.title} as people are shown it`,
        description:
          'How it stands, its stages, and names with values in sections, with where the AWS console shows it: what a page shows without knowing the type.',
        tags: ['resources'],
        params: arnParameter,
        querystring: Type.Object(oneParameters, { additionalProperties: false }),
        response: { 200: rowPresentationSchema, ...problems },
      },
    },
    async (request) => {
      const { arn } = request.params;
      const { deleted, as_of, creation_time } = request.query;
      const selection = {
        type,
        deleted,
        accounts: request.caller.accounts,
        asOf: as_of === undefined ? undefined : readMoment('as_of', as_of, now()),
      };
      const created = creation_time === undefined ? undefined : requireMoment('creation_time', creation_time);
      const row = await request.read((db) => getRow(db, selection, columns, { arn, created }));
      if (!row) throw notFound(`no ${type.title} has the ARN ${arn}; it holds the name in lower case`);
      // A column that no answer shows counts as one that the resource lacks.
      const flat = { ...nothing, ...(parseJson(row.json) as FlatRow) };
      const shown = rowPresentation(type, flat as unknown as Parameters<typeof rowPresentation>[1]);
      return {
        name: shown.name,
        statuses: [...shown.statuses],
        failure_reason: shown.failureReason,
        console_url: shown.consoleUrl ?? null,
        logs_url: shown.logsUrl ?? null,
        times: factsOf(shown.times),
        stages: [...shown.stages],
        costs: factsOf(shown.costs),
        sections: shown.sections.map(sectionOf).filter(({ facts }) => facts.length > 0),
      };
    },
  );
}

const sectionOf = ({ title, isOutcome = false, isMap = false, facts }: FactSection) => ({
  title,
  is_outcome: isOutcome,
  is_map: isMap,
  facts: factsOf(facts),
});

/** Facts that are known. */
const factsOf = (facts: readonly Fact[]) =>
  facts.flatMap(({ name, value, unit = null }) =>
    value === null || value === undefined || value === '' ? [] : [{ name, value, unit }],
  );
