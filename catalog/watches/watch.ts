import Type, { type Static } from 'typebox';
import { policyName } from '../policies/policy.ts';

/** The moments at which a watch sends messages. */
export const moments = ['enters', 'leaves', 'changes', 'violates', 'threshold', 'stale'] as const;

/** The measures of thresholds. */
export const measures = ['cost_today', 'failures_per_hour', 'running_cost', 'budget'] as const;

const name = (of: string) =>
  Type.String({
    pattern: '^[a-z][a-z\\d-]{0,62}$',
    description: `Name of the ${of}: lower-case letters, digits and hyphens.`,
  });

export const watchName = name('watch');
export const channelName = name('channel');

/** The members of a watch besides its name, in the configuration and the API. */
export const watchMembers = {
  title: Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'The event in one sentence.' })),
  type: Type.Optional(
    Type.String({ description: 'Resource type to watch, by the name of its table; training jobs by default.' }),
  ),
  about: Type.Optional(
    Type.String({ maxLength: 16_384, description: 'Search query: which resources to watch; all by default.' }),
  ),
  when: Type.Enum([...moments], {
    description:
      'What causes a message: a resource begins (enters) or stops (leaves) to match the query, one of fields changes, a resource violates a policy, a measure passes a threshold, or a target is stale.',
  }),
  fields: Type.Optional(
    Type.Array(Type.String({ minLength: 1, maxLength: 500 }), {
      minItems: 1,
      maxItems: 100,
      description: 'For changes: paths of the fields.',
    }),
  ),
  policy: Type.Optional({ ...policyName, description: 'For violates: the name of the policy.' }),
  measure: Type.Optional(
    Type.Enum([...measures], {
      description:
        'For threshold: cost_today (since 0:00 UTC), failures_per_hour, running_cost (the most that running jobs will cost) or budget (percent of it that is spent).',
    }),
  ),
  budget: Type.Optional({ ...name('budget'), description: 'For the measure budget: name of the budget.' }),
  above: Type.Optional(
    Type.Array(Type.Number({ minimum: 0, maximum: 1e12 }), {
      minItems: 1,
      maxItems: 20,
      description: 'For threshold: values that cause a message when they are passed, e.g. [80, 100].',
    }),
  ),
  currency: Type.Optional(
    Type.Enum(['USD', 'EUR', 'CNY'], { description: 'For cost_today and running_cost: USD (by default), EUR or CNY.' }),
  ),
  hours: Type.Optional(
    Type.Number({
      exclusiveMinimum: 0,
      maximum: 8760,
      description: 'For stale: hours for which a target has not been complete.',
    }),
  ),
  channels: Type.Array(channelName, {
    minItems: 1,
    maxItems: 20,
    uniqueItems: true,
    description: 'Names of the channels that receive the messages.',
  }),
};

const watchSchema = Type.Object({ name: watchName, ...watchMembers });

/** A watch: a query, the moment at which it sends a message, and the channels. */
export type Watch = Static<typeof watchSchema>;
