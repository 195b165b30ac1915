import { type Kysely, sql } from 'kysely';
import { resourceTypes } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

/** How many resources got their owner by a rule. The rule is null for resources without an owner. */
export interface OwnershipCount {
  readonly rule: string | null;
  readonly owners: number;
  readonly resources: number;
}

/** Counts the existing resources by the rule that decided their owner, in the order of the rules. */
export async function countOwners(db: Kysely<DatabaseSchema>): Promise<OwnershipCount[]> {
  const held = resourceTypes.map(
    ({ name }) => sql`SELECT owner, owner_rule FROM ${sql.table(name)} WHERE deleted_at IS NULL`,
  );
  const { rows } = await sql<OwnershipCount>`
    SELECT coalesce(rule.name, owned.owner_rule) AS rule, count(DISTINCT owned.owner)::int AS owners, count(owned.found)::int AS resources
    FROM sagecat_private.ownership_rule AS rule
    FULL JOIN (SELECT owner, owner_rule, true AS found FROM (${sql.join(held, sql` UNION ALL `)}) AS held) AS owned
      ON owned.owner_rule = rule.name
    GROUP BY 1, rule.position ORDER BY rule.position NULLS LAST`.execute(db);
  return rows;
}
