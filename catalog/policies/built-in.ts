import { resourceTypes } from '../resource-types.ts';
import type { BuiltInPolicy } from './built-in-policy.ts';

/** The policies that can be turned on by their names, type by type. All are off by default. */
export const builtInPolicies: readonly BuiltInPolicy[] = resourceTypes.flatMap(({ name: type, policies = [] }) =>
  policies.map((policy) => ({ ...policy, type })),
);
