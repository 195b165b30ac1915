import Type, { type Static } from 'typebox';

/** The severities of violations, lowest first. */
export const severities = ['info', 'low', 'medium', 'high', 'critical'] as const;

const query = (description: string) => Type.String({ maxLength: 16_384, description });

const exemption = Type.Object(
  {
    about: query('Search query: which resources are exempted.'),
    reason: Type.String({ minLength: 1, maxLength: 1000, description: 'Reason of the exemption.' }),
    until: Type.String({
      pattern: '^\\d{4}-\\d\\d-\\d\\d$',
      description: 'Last day (UTC) of the exemption, e.g. 2026-12-31, in quotes.',
    }),
  },
  { additionalProperties: false },
);

/** The members of a policy besides its name, in the configuration and the API. */
export const policyMembers = {
  title: Type.String({ minLength: 1, maxLength: 200, description: 'What must hold, in a sentence.' }),
  type: Type.String({ description: 'Resource type that the policy is about, by the name of its table.' }),
  about: Type.Optional(query('Search query: which resources the policy applies to; all by default.')),
  require: query('Search query that these resources must match.'),
  severity: Type.Enum([...severities], {
    default: 'medium',
    description: 'How much a violation matters: info, low, medium, high or critical.',
  }),
  contact: Type.Optional(Type.String({ maxLength: 200, description: 'Who is responsible for the policy.' })),
  remedy: Type.Optional(Type.String({ maxLength: 2000, description: 'How to fix a violation.' })),
  exemptions: Type.Optional(
    Type.Array(exemption, {
      maxItems: 100,
      description: 'Resources that need not comply for a time; they are counted separately.',
    }),
  ),
};

export const policyName = Type.String({
  pattern: '^[a-z][a-z\\d-]{0,62}$',
  description: 'Name of the policy: lower-case letters, digits and hyphens.',
});

const policySchema = Type.Object({ name: policyName, ...policyMembers });

/** A policy: a query for the resources that it applies to, and a query that they must match. */
export type Policy = Static<typeof policySchema>;
