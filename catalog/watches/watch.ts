import Type, { type Static } from 'typebox';
import { policyName } from '../policies/policy.ts';

/** What a watch can mean by its query. */
export const moments = ['enters', 'leaves', 'changes', 'violates', 'threshold', 'stale'] as const;

/** The aggregates whose number a threshold passes. */
export const measures = ['cost_today', 'failures_per_hour', 'running_cost', 'budget'] as const;

const name = (of: string) =>
  Type.String({
    pattern: '^[a-z][a-z\\d-]{0,62}$',
    description: `Name of the ${of}: small letters, digits and hyphens.`,
  });

export const watchName = name('watch');
export const channelName = name('channel');

/** What a watch says, beside its name; the form of the configuration and of the API. */
export const watchMembers = {
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'What it tells, in a sentence.' })),
  type: Type.Optional(
    Type.String({ description: 'Resource type that is watched, by the name of its table; jobs by default.' }),
  ),
  about: Type.Optional(
    Type.String({ maxLength: 16_384, description: 'Search query: which resources are watched; all by default.' }),
  ),
  when: Type.Enum([...moments], {
    description:
      'What it tells: that a resource enters or leaves what the query finds, that one of fields changes, that one violates a policy, that a measure passes a threshold, or that a target is stale.',
  }),
  fields: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 500 }), {
      minItems: 1,
      maxItems: 100,
      description: 'For changes: the fields that are meant, by their paths.',
    }),
  ),
  policy: Type.Optional({ ...policyName, description: 'For violates: the name of the policy.' }),
  measure: Type.Optional(
    Type.Enum([...measures], {
      description:
        'For threshold: cost_today (since 0:00 UTC), failures_per_hour, running_cost (what running jobs will have cost at most) or budget (percent of it that is spent).',
    }),
  ),
  budget: Type.Optional({ ...name('budget'), description: 'For the measure budget: its name.' }),
  above: Type.Optional(
    Type.Array(Type.Number({ minimum: 0, maximum: 1e12 }), {
      minItems: 1,
      maxItems: 20,
      description: 'For threshold: the numbers of which each is told when it is passed, e.g. [80, 100].',
    }),
  ),
  currency: Type.Optional(
    Type.Enum(['USD', 'EUR', 'CNY'], { description: 'For cost_today and running_cost: USD (by default), EUR or CNY.' }),
  ),
  hours: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 8760,
      description: 'For stale: the hours for which a target has not been complete.',
    }),
  ),
  channels: Type.Array(channelName, {
    minItems: 1,
    maxItems: 20,
    uniqueItems: true,
    description: 'Names of the channels that it is told on.',
  }),
};

const watchSchema = Type.Object({ name: watchName, ...watchMembers });

/** What people are told of without asking: a query, the moment that it means, and where to tell it. */
export type Watch = Static<typeof watchSchema>;
