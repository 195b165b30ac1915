import { resourceTypes } from '../resource-types.ts';
import type { BuiltInPolicy } from './built-in-policy.ts';

/** The built-in policies, by type, which are turned on by name. All are off by default. */
export const builtInPolicies: readonly BuiltInPolicy[] = resourceTypes.flatMap(({ name: type, policies = [] }) =>
  policies.map((policy) => ({ ...policy, type })),
);
