import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { FlatRow } from '../../../catalog/flatten.ts';
import type { Fact, FactSection } from '../../../catalog/presentation.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { rowPresentation } from '../../../catalog/row-presentation.ts';
import { evaluatePolicies } from '../../../db/policies/evaluate-policies.ts';
import { readVerdict } from '../../../db/policies/read-verdict.ts';
import { readPolicies } from '../../../db/policies/stored-policy.ts';
import type { ResourceContext } from '../context.ts';
import { oneReader } from '../read-one.ts';
import { arnParameter, oneParameters } from '../schemas/one.ts';
import { problems } from '../schemas/problem.ts';
import { rowPresentationSchema } from '../schemas/row-presentation.ts';

/** `GET /v1/resources/<type>/<arn>/presentation`: what people are shown of one resource, whatever its type. */
export function presentationRoute(
  scope: FastifyInstance,
  type: AnyResourceType,
  { now, database }: ResourceContext,
): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const readOne = oneReader(type, now);
  const { kysely } = database;
  /** The policies that the resource violates, or is exempted from. */
  const policiesOf = async (request: FastifyRequest, row: FlatRow) => {
    await evaluatePolicies(kysely, { now });
    const policies = await readPolicies(kysely);
    if (policies.length === 0) return [];
    const { violates, exempted } = await request.read((db) =>
      readVerdict(db, type, String(row[type.key.arn]), String(row[type.key.createdAt])),
    );
    return policies
      .filter(({ name }) => violates.includes(name) || exempted.includes(name))
      .map(({ name, title, severity, remedy = null, contact = null }) => ({
        name,
        title,
        severity,
        remedy,
        contact,
        is_exempted: exempted.includes(name),
      }));
  };
  app.get(
    `/v1/resources/${type.name}/:arn/presentation`,
    {
      schema: {
        operationId: `present_${type.name}`,
        summary: `One ${type.title} as people are shown it`,
        description:
          'How it stands, its stages, and names with values in sections, the policies that it violates, and where the AWS console shows it: what a page shows without knowing the type.',
        tags: ['resources'],
        params: arnParameter,
        querystring: Type.Object(oneParameters, { additionalProperties: false }),
        response: { 200: rowPresentationSchema, ...problems },
      },
    },
    async (request) => {
      const { flat, asOf } = await readOne(request, request.params.arn, request.query);
      const row = flat();
      const shown = rowPresentation(type, row as unknown as Parameters<typeof rowPresentation>[1]);
      return {
        name: shown.name,
        statuses: [...shown.statuses],
        failure_reason: shown.failureReason,
        console_url: shown.consoleUrl ?? null,
        logs_url: shown.logsUrl ?? null,
        times: factsOf(shown.times),
        stages: [...shown.stages],
        costs: factsOf(shown.costs),
        // Verdicts are of the present.
        policies: asOf === undefined ? await policiesOf(request, row) : [],
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
