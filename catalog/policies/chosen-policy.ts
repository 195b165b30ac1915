import { jobType } from '../resource-types.ts';
import { builtInPolicies } from './built-in.ts';
import type { Policy } from './policy.ts';

/** A policy in the configuration: an own one, or a built-in one with changes. */
export interface ChosenPolicy extends Partial<Policy> {
  readonly builtin?: string | undefined;
}

/** Returns the policy of an entry. */
export function chosenPolicy({ builtin, ...own }: ChosenPolicy): Policy {
  const found = builtInPolicies.find(({ name }) => name === builtin);
  const { reason: _, source: __, ...base } = found ?? { reason: '', source: '' };
  const given = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined));
  return { name: '', title: '', type: jobType.name, require: '', severity: 'medium', ...base, ...given };
}
