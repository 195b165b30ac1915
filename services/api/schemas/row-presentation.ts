import { Type } from 'typebox';
import { policyMembers, policyName } from '../../../catalog/policies/policy.ts';

const nullable = (description: string) => Type.Union([Type.String(), Type.Null()], { description });

const facts = (description: string) =>
  Type.Array(
    Type.Object({
      name: Type.String(),
      value: Type.Union([Type.String(), Type.Number()]),
      unit: Type.Union([Type.Literal('seconds'), Type.Literal('time'), Type.Null()]),
    }),
    { description },
  );

const stageSchema = Type.Object({
  status: nullable('What it is called.'),
  start_time: nullable('When it began.'),
  end_time: nullable('When it ended; null while it lasts.'),
  message: nullable('What the service said of it.'),
});

/** What is displayed of one resource. */
export const rowPresentationSchema = Type.Object({
  name: Type.String(),
  statuses: Type.Array(Type.String(), { description: 'Status fields, the main one first.' }),
  failure_reason: nullable('Why it failed.'),
  console_url: nullable('Where the AWS console shows it.'),
  logs_url: nullable('Where the AWS console shows its logs.'),
  times: facts('When it ran.'),
  stages: Type.Array(stageSchema, { description: 'Stages that the resource went through, in order.' }),
  costs: facts('What is told of its cost beside what it was billed.'),
  policies: Type.Array(
    Type.Object({
      name: policyName,
      title: policyMembers.title,
      severity: policyMembers.severity,
      remedy: nullable('What to do about a violation.'),
      contact: nullable('Who answers for the policy.'),
      is_exempted: Type.Boolean({ description: 'Whether it is exempted, and would violate the policy otherwise.' }),
    }),
    { description: 'Policies that it violates now or is exempted from; empty in an answer about the past.' },
  ),
  sections: Type.Array(
    Type.Object({
      title: Type.String(),
      is_outcome: Type.Boolean({ description: 'Whether the section is about the outcome and not about the request.' }),
      is_map: Type.Boolean({
        description: 'Whether the names are data, such as names of parameters; there may be many.',
      }),
      facts: facts('Names and values, in the order in which they are read.'),
    }),
    { description: 'Further facts, in sections.' },
  ),
});
