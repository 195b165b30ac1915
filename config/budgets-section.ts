import Type, { type Static } from 'typebox';
import { section } from './section.ts';
import type { Problem } from './validate.ts';

const budget = section({
  name: Type.String({
    pattern: '^[a-z][a-z\\d-]{0,62}$',
    description: 'Name of the budget: lower-case letters, digits and hyphens.',
  }),
  title: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, description: 'What the budget is for, in a sentence.' }),
  ),
  type: Type.Optional(
    Type.String({ description: 'Resource type that it pays for, by the name of its table; training jobs by default.' }),
  ),
  about: Type.Optional(
    Type.String({
      maxLength: 16_384,
      description: 'Search query: which resources count; all of the type by default.',
    }),
  ),
  amount: Type.Number({
    exclusiveMinimum: 0,
    maximum: 1e12,
    description: 'Amount that may be spent in a month (UTC).',
  }),
  currency: Type.Enum(['USD', 'EUR', 'CNY'], {
    default: 'USD',
    description: 'Currency of the amount: USD, EUR or CNY.',
  }),
  contact: Type.Optional(Type.String({ maxLength: 200, description: 'Who is responsible for the budget.' })),
});

export const budgetsSection = Type.Array(budget, {
  default: [],
  maxItems: 1000,
  description:
    'Amounts that may be spent in a month, each on the resources that match a search query. See docs/budgets.md.',
});

export type BudgetSettings = Static<typeof budget>;

/** Checks what the schema cannot express: every budget has a unique name. */
export function budgetsProblems(budgets: readonly BudgetSettings[]): Problem[] {
  const names = budgets.map(({ name }) => name);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index
      ? []
      : [{ path: ['budgets', index, 'name'], message: `is the name of an earlier budget, too: ${name}` }],
  );
}
