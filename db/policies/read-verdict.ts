import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** The names of the policies that a resource violates, and of those that it would violate were it not exempted. */
export interface Verdict {
  readonly violates: readonly string[];
  readonly exempted: readonly string[];
}

/** Returns the verdict of the last evaluation on a resource. */
export async function readVerdict(
  db: Kysely<DatabaseSchema>,
  { name, key }: AnyResourceType,
  arn: string,
  createdAt: string,
): Promise<Verdict> {
  const { rows } = await sql<Verdict>`
    SELECT verdict.violates, verdict.exempted
    FROM policy_verdict AS verdict JOIN ${sql.table(name)} AS r ON r.id = verdict.resource_id
    WHERE verdict.resource_type = ${name} AND ${sql.ref(`r.${key.arn}`)} = ${arn} AND ${sql.ref(`r.${key.createdAt}`)} = ${createdAt}::timestamptz`.execute(
    db,
  );
  return rows[0] ?? { violates: [], exempted: [] };
}
