import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { nearestName } from '../../../catalog/nearest-name.ts';
import { type Policy, policyMembers, policyName } from '../../../catalog/policies/policy.ts';
import { findResourceType } from '../../../catalog/resource-types.ts';
import { deletePolicy, savePolicy } from '../../../db/policies/apply-policies.ts';
import { PolicyError } from '../../../db/policies/check-policies.ts';
import { evaluatePolicies } from '../../../db/policies/evaluate-policies.ts';
import {
  fractionOf,
  readScoreDays,
  readScores,
  type Score,
  type ScoreDimension,
  scoreDimensions,
} from '../../../db/policies/read-scores.ts';
import { readPolicies } from '../../../db/policies/stored-policy.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { parameterError } from '../parameter-error.ts';
import { notFound, ProblemError } from '../problem.ts';
import { listParameters } from '../schemas/list.ts';
import { problems } from '../schemas/problem.ts';
import { readSelection } from '../selection.ts';
import { shownTypes } from '../shown-types.ts';

const scoreMembers = {
  compliant: Type.Integer({ description: 'Resources that comply.' }),
  violated: Type.Integer({ description: 'Resources that violate it.' }),
  exempted: Type.Integer({ description: 'Resources that would violate it were they not exempted.' }),
  score: Type.Union([Type.Number(), Type.Null()], {
    description: 'Share of resources that comply, from 0 to 1, without exempted ones; null if there are none.',
  }),
};
const scoredPolicy = Type.Object({
  name: policyName,
  ...policyMembers,
  ...scoreMembers,
  by: Type.Optional(
    Type.Array(Type.Object({ value: Type.Union([Type.String(), Type.Null()]), ...scoreMembers }), {
      description: 'The score by the values of the dimension that was asked for, most violations first.',
    }),
  ),
});
const dayMembers = Type.Object({ day: Type.String({ format: 'date' }), ...scoreMembers });
const nameParams = Type.Object({ name: policyName });
const by = Type.Optional(
  Type.String({
    pattern: '^(account_id|region|owner|tags\\..+)$',
    maxLength: 200,
    description: `Splits the scores: by ${scoreDimensions.join(', ')} or tags.KEY.`,
  }),
);

const scored = <S extends Score>(score: S) => ({ ...score, score: fractionOf(score) });
const nothing: Score = { compliant: 0, violated: 0, exempted: 0 };

/** `/v1/policies`: policies, how many resources comply, and which violate them. */
export function policyRoutes(scope: FastifyInstance, dependencies: ApiDependencies): void {
  const app = scope.withTypeProvider<TypeBoxTypeProvider>();
  const { kysely } = dependencies.database;
  const now = () => (dependencies.now?.() ?? new Date()).getTime();
  const evaluated = async () => {
    await evaluatePolicies(kysely, { now });
    return (await readPolicies(kysely)).map(({ isEvaluated: _, ...policy }) => policy);
  };
  const requirePolicy = (policies: readonly Policy[], name: string): Policy => {
    const found = policies.find((policy) => policy.name === name);
    if (found) return found;
    const nearest = nearestName(
      name,
      policies.map((policy) => policy.name),
    );
    throw notFound(`there is no policy ${name}${nearest ? `; did you mean ${nearest}?` : ''}`);
  };

  app.get(
    '/v1/policies',
    {
      schema: {
        operationId: 'list_policies',
        summary: 'List the policies with their scores',
        tags: ['policies'],
        querystring: Type.Object({ by }, { additionalProperties: false }),
        response: { 200: Type.Object({ items: Type.Array(scoredPolicy) }), ...problems },
      },
    },
    async (request) => {
      const policies = await evaluated();
      const dimension = request.query.by as ScoreDimension | undefined;
      const { accounts } = request.caller;
      const [scores, parts] = await request.read(async (db) => [
        await readScores(db, { accounts }),
        dimension && (await readScores(db, { accounts, by: dimension })),
      ]);
      const totals = new Map(scores.map(({ policy, value: _, ...score }) => [policy, score]));
      return {
        items: policies.map((policy) => ({
          ...policy,
          ...scored(totals.get(policy.name) ?? nothing),
          ...(parts && {
            by: parts.filter((part) => part.policy === policy.name).map(({ policy: _, ...part }) => scored(part)),
          }),
        })),
      };
    },
  );

  app.get(
    '/v1/policies/:name',
    {
      schema: {
        operationId: 'get_policy',
        summary: 'Get a policy with its score and the score of each day',
        tags: ['policies'],
        params: nameParams,
        querystring: Type.Object(
          {
            by,
            days: Type.Optional(
              Type.Integer({ minimum: 0, maximum: 3660, default: 90, description: 'Days of history at most.' }),
            ),
          },
          { additionalProperties: false },
        ),
        response: {
          200: Type.Interface([scoredPolicy], {
            days: Type.Array(dayMembers, {
              description: 'Scores at the end of each day (UTC) on which it was evaluated, newest first.',
            }),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { name } = request.params;
      const policy = requirePolicy(await evaluated(), name);
      const { by: dimension, days = 90 } = request.query;
      const { accounts } = request.caller;
      return request.read(async (db) => {
        const [total] = await readScores(db, { accounts, policy: name });
        const { policy: _, value: __, ...score } = total ?? { policy: name, value: null, ...nothing };
        const parts = dimension && (await readScores(db, { accounts, policy: name, by: dimension as ScoreDimension }));
        return {
          ...policy,
          ...scored(score),
          ...(parts && { by: parts.map(({ policy: _, ...part }) => scored(part)) }),
          days: (await readScoreDays(db, name, { accounts, limit: days })).map(scored),
        };
      });
    },
  );

  const { deleted: _, as_of: __, ...violationParameters } = listParameters;
  app.get(
    '/v1/policies/:name/violations',
    {
      schema: {
        operationId: 'list_policy_violations',
        summary: 'List the resources that violate a policy',
        description:
          'Leads to the list of the policy’s resource type with violates:NAME in the query; facets, aggregates and exports of the type take that too.',
        tags: ['policies'],
        params: nameParams,
        querystring: Type.Object(violationParameters, { additionalProperties: false }),
        response: { 307: Type.Null({ description: 'Location has the list.' }), ...problems },
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const policy = requirePolicy(await readPolicies(kysely), name);
      const type = shownTypes(dependencies).find((shown) => shown.name === policy.type);
      if (!type) throw notFound(`the resource type ${policy.type} is not served`);
      const { q = '', ...rest } = request.query;
      // Validated separately, so that positions of errors are those of the caller's query.
      readSelection(type, { q }, request, now());
      const query = new URLSearchParams({ q: q.trim() === '' ? `violates:${name}` : `violates:${name} AND (${q})` });
      for (const [key, value] of Object.entries(rest)) if (value !== undefined) query.set(key, String(value));
      return reply.redirect(`/v1/resources/${type.name}?${query}`, 307);
    },
  );

  app.put(
    '/v1/policies/:name',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'save_policy',
        summary: 'Add a policy, or change one',
        description:
          'At its next start sagecat replaces it by the list policies of the configuration, if there is one.',
        tags: ['policies'],
        params: nameParams,
        body: Type.Object(policyMembers, { additionalProperties: false }),
        response: { 200: Type.Object({ name: policyName, ...policyMembers }), ...problems },
      },
    },
    async ({ params: { name }, body }) => {
      const policy = { name, ...body };
      if (!findResourceType(policy.type)) throw parameterError('type', `there is no resource type ${policy.type}`);
      try {
        await savePolicy(kysely, policy);
      } catch (error) {
        if (error instanceof PolicyError) throw new ProblemError(400, error.message);
        throw error;
      }
      return policy;
    },
  );

  app.delete(
    '/v1/policies/:name',
    {
      config: { scope: 'admin' },
      schema: {
        operationId: 'delete_policy',
        summary: 'Remove a policy and its verdicts; its history by day stays',
        tags: ['policies'],
        params: nameParams,
        response: { 204: Type.Null({ description: 'It is deleted.' }), ...problems },
      },
    },
    async ({ params: { name } }, reply) => {
      if (!(await deletePolicy(kysely, name))) throw notFound(`there is no policy ${name}`);
      return reply.code(204).send(null);
    },
  );
}
