import { type Kysely, sql } from 'kysely';
import type { Policy } from '../../catalog/policies/policy.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A policy in the database. */
export interface StoredPolicy extends Policy {
  /** Whether every resource of its type has been evaluated by its current definition. */
  readonly isEvaluated: boolean;
}

/** Returns the policies, in order. */
export async function readPolicies(db: Kysely<DatabaseSchema>): Promise<StoredPolicy[]> {
  const { rows } = await sql<{ definition: Policy; is_evaluated: boolean }>`
    SELECT definition, is_evaluated FROM sagecat_private.policy ORDER BY position, name`.execute(db);
  return rows.map(({ definition, is_evaluated }) => ({ ...definition, isEvaluated: is_evaluated }));
}
