import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';

export interface FoundResource {
  readonly resource_type: string;
  readonly name: string;
  readonly arn: string;
  readonly account_id: string;
  readonly region: string;
}

/** Returns where the catalog has a resource of that name or ARN, newest first: an ARN has the name in lower case, a describe needs its own case. */
export async function findResource(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  nameOrArn: string,
): Promise<FoundResource[]> {
  const { key } = type;
  const column = nameOrArn.startsWith('arn:') ? key.arn : key.name;
  const { rows } = await sql<FoundResource>`
    SELECT DISTINCT ON (account_id, region) ${type.name}::text AS resource_type, ${sql.ref(key.name)} AS name, ${sql.ref(key.arn)} AS arn, account_id, region
    FROM ${sql.table(type.name)} WHERE ${sql.ref(column)} = ${nameOrArn}
    ORDER BY account_id, region, ${sql.ref(key.createdAt)} DESC`.execute(db);
  return rows;
}
