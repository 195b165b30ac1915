import type { Policy } from './policy.ts';

/** A policy that comes with sagecat, with its reason and a source. */
export interface BuiltInPolicy extends Policy {
  readonly reason: string;
  readonly source: string;
}

/** A built-in policy in the definition of a resource type. */
export type TypePolicy = Omit<BuiltInPolicy, 'type'>;

export const builtInPolicy = (
  name: string,
  severity: Policy['severity'],
  said: Omit<TypePolicy, 'name' | 'severity'>,
): TypePolicy => ({ ...said, name, severity });
