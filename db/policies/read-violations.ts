import { type Kysely, sql } from 'kysely';
import type { Policy } from '../../catalog/policies/policy.ts';
import { findResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** A resource that violates a policy. */
export interface Violation {
  readonly arn: string;
  readonly name: string;
  readonly account_id: string;
  readonly region: string;
  readonly owner: string | null;
}

/** Returns resources that violate a policy, the newest first. */
export async function readViolations(
  db: Kysely<DatabaseSchema>,
  { name, type: typeName }: Pick<Policy, 'name' | 'type'>,
  limit: number,
): Promise<Violation[]> {
  const type = findResourceType(typeName);
  if (!type) return [];
  const column = (name: string) => sql.ref(`r.${name}`);
  const { rows } = await sql<Violation>`
    SELECT ${column(type.key.arn)} AS arn, ${column(type.key.name)} AS name, r.account_id, r.region, r.owner
    FROM policy_verdict AS verdict JOIN ${sql.table(type.name)} AS r ON r.id = verdict.resource_id
    WHERE verdict.resource_type = ${type.name} AND verdict.violates @> ${JSON.stringify([name])}::jsonb
    ORDER BY ${column(type.key.createdAt)} DESC, r.id DESC LIMIT ${limit}`.execute(db);
  return rows;
}
