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
  statuses: Type.Array(Type.String(), { description: 'How it stands, the main status first.' }),
  failure_reason: nullable('Why it failed.'),
  console_url: nullable('Where the AWS console shows it.'),
  logs_url: nullable('Where the AWS console shows its logs.'),
  times: facts('When it ran.'),
  stages: Type.Array(stageSchema, { description: 'What it went through, in order.' }),
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
    { description: 'The policies that it violates now, or is exempted from; none in an answer about the past.' },
  ),
  sections: Type.Array(
    Type.Object({
      title: Type.String(),
      is_outcome: Type.Boolean({ description: 'Whether it tells what came of it rather than what was asked for.' }),
      is_map: Type.Boolean({
        description: 'Whether the names are data, as those of parameters are: there may be many.',
      }),
      facts: facts('Names and values, in the order in which they are read.'),
    }),
    { description: 'All else that is worth reading.' },
  ),
});
