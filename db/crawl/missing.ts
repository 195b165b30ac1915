import { type Kysely, sql } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { TargetKey } from './target-key.ts';

// A complete listing in order of creation is merged with the catalog page by page, so that the resources it lacks are found without
// remembering those it had. They are kept in the database, since there may be a million.

/** A resource that the listing lacks. */
export interface MissingResource {
  readonly id: number;
  readonly arn: string;
  readonly name: string;
  readonly created: string;
}

/** Clears what earlier listings of the target lacked. */
export async function clearMissing(db: Kysely<DatabaseSchema>, target: TargetKey): Promise<void> {
  await sql`DELETE FROM crawl_missing WHERE ${ofTarget(target)}`.execute(db);
}

/**
 * Records the rows created from `since` on and before `until` that are not in the listed ones; returns how many. Null since: from the
 * beginning.
 */
export async function recordMissing(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  target: TargetKey,
  window: { readonly since: string | null; readonly until: string; readonly listed: readonly ListedIdentity[] },
): Promise<number> {
  const created = sql.ref(`held.${type.key.createdAt}`);
  const arn = sql.ref(`held.${type.key.arn}`);
  const { numAffectedRows } = await sql`
    INSERT INTO crawl_missing (resource_type, resource_id, account_id, region)
    SELECT ${target.resourceType}, held.id, held.account_id, held.region
    FROM ${sql.table(type.name)} AS held
    WHERE held.account_id = ${target.accountId} AND held.region = ${target.region} AND held.deleted_at IS NULL
      AND ${created} >= ${window.since ?? '-infinity'}::timestamptz AND ${created} < ${window.until}::timestamptz
      AND (${arn}, ${created}) NOT IN (${identities(window.listed)})
    ON CONFLICT DO NOTHING`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Removes resources from the missing ones that a later page of the listing shows. */
export async function removeMissing(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  target: TargetKey,
  listed: readonly ListedIdentity[],
): Promise<void> {
  await sql`
    DELETE FROM crawl_missing USING ${sql.table(type.name)} AS held
    WHERE ${ofTarget(target)} AND held.id = crawl_missing.resource_id
      AND (${sql.ref(`held.${type.key.arn}`)}, ${sql.ref(`held.${type.key.createdAt}`)}) IN (${identities(listed)})`.execute(
    db,
  );
}

/** Returns the next missing rows that are not marked as deleted, by id. */
export async function nextMissing(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  target: TargetKey,
  { afterId, limit }: { readonly afterId: number; readonly limit: number },
): Promise<MissingResource[]> {
  const { key } = type;
  const { rows } = await sql<MissingResource>`
    SELECT held.id, ${sql.ref(`held.${key.arn}`)} AS arn, ${sql.ref(`held.${key.name}`)} AS name,
      ${sql.ref(`held.${key.createdAt}`)} AS created
    FROM crawl_missing JOIN ${sql.table(type.name)} AS held ON held.id = crawl_missing.resource_id
    WHERE ${ofTarget(target)} AND held.deleted_at IS NULL AND held.id > ${afterId}
    ORDER BY held.id LIMIT ${limit}`.execute(db);
  return rows;
}

interface ListedIdentity {
  readonly arn: string;
  readonly created: string;
}

const ofTarget = ({ resourceType, accountId, region }: TargetKey) => sql`
  crawl_missing.resource_type = ${resourceType} AND crawl_missing.account_id = ${accountId} AND crawl_missing.region = ${region}`;

const identities = (listed: readonly ListedIdentity[]) => sql`
  SELECT listed.arn, listed.created
  FROM jsonb_to_recordset(${stringifyJson(listed.map(({ arn, created }) => ({ arn, created })))}::jsonb) AS listed (arn text, created timestamptz)`;
