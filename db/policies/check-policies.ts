import { joinWords } from '../../catalog/join-words.ts';
import { nearestName } from '../../catalog/nearest-name.ts';
import type { Policy } from '../../catalog/policies/policy.ts';
import { ProblemsError } from '../../catalog/problems-error.ts';
import { findResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import type { Condition } from '../query/search/condition.ts';
import { readSearch } from '../query/search/search.ts';
import { SearchError } from '../query/search/search-error.ts';

/** Invalid policies. Each problem names the policy, the member and, within a query, the character from 0. */
export class PolicyError extends ProblemsError {
  override readonly name = 'PolicyError';
}

/** Checks names, types and queries of policies. Throws PolicyError with every problem. */
export function checkPolicies(policies: readonly Policy[]): void {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const policy of policies) {
    const add = (message: string) => problems.push(`policy ${policy.name}: ${message}`);
    if (seen.has(policy.name)) add('another policy has the same name');
    seen.add(policy.name);
    const type = findResourceType(policy.type);
    if (!type) {
      const names = resourceTypes.map(({ name }) => name);
      const nearest = nearestName(policy.type, names);
      add(
        `type: there is no resource type ${policy.type}; ${nearest ? `did you mean ${nearest}?` : `it can be ${joinWords(names, 'or')}`}`,
      );
      continue;
    }
    for (const [member, query] of queriesOf(policy)) {
      try {
        if (namesViolations(readSearch(query, { type, now: 0 }))) add(`${member}: it cannot ask for violates itself`);
      } catch (error) {
        if (!(error instanceof SearchError)) throw error;
        add(`${member}, at character ${error.offset}: ${error.message}`);
      }
    }
    for (const [index, { until }] of (policy.exemptions ?? []).entries()) {
      if (Number.isNaN(exemptUntil(until))) add(`exemptions[${index}].until: ${until} is no day`);
    }
  }
  if (problems.length > 0) throw new PolicyError(problems);
}

/** Returns when an exemption until a day ends, in milliseconds since 1970; NaN if the day does not exist. */
export function exemptUntil(day: string): number {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day ? Number.NaN : start + 86_400_000;
}

const queriesOf = ({ about = '', require, exemptions = [] }: Policy): [string, string][] => [
  ['about', about],
  ['require', require],
  ...exemptions.map(({ about }, index): [string, string] => [`exemptions[${index}].about`, about]),
];

/** Returns whether a query refers to violations of policies. */
export const namesViolations = (condition: Condition): boolean =>
  condition.kind === 'violates' ||
  (condition.kind === 'not' && namesViolations(condition.condition)) ||
  ((condition.kind === 'and' || condition.kind === 'or') && condition.conditions.some(namesViolations));
