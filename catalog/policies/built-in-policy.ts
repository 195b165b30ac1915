import type { Policy } from './policy.ts';

/** A policy that sagecat brings along, with why one wants it and where that is said. */
export interface BuiltInPolicy extends Policy {
  readonly reason: string;
  readonly source: string;
}

/** A policy of a resource type, which its definition holds. */
export type TypePolicy = Omit<BuiltInPolicy, 'type'>;

export const builtInPolicy = (
  name: string,
  severity: Policy['severity'],
  said: Omit<TypePolicy, 'name' | 'severity'>,
): TypePolicy => ({ ...said, name, severity });
