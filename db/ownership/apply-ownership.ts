import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { OwnershipRule } from '../../catalog/ownership/rule.ts';
import { type AnyResourceType, resourceTypes } from '../../catalog/resource-types.ts';
import { identifier } from '../ddl/identifier.ts';
import { ownerInputs } from '../ddl/owner-inputs.ts';
import type { DatabaseSchema } from '../schema.ts';

/** The result of applying rules. */
export interface AppliedOwnership {
  /** Whether the rules differ from those before. */
  readonly changed: boolean;
  /** Resources with another owner, or another deciding rule, than before. */
  readonly resources: number;
}

/**
 * Replaces the rules of ownership and sets the owner of every resource, in one transaction. Crawls wait meanwhile; readers do not. Takes a
 * single query if the rules are unchanged.
 */
export async function applyOwnership(
  db: Kysely<DatabaseSchema>,
  rules: readonly OwnershipRule[],
  types: readonly AnyResourceType[] = resourceTypes,
): Promise<AppliedOwnership> {
  const stored = storedRules(rules);
  const fingerprint = createHash('sha256').update(JSON.stringify(stored)).digest('hex');
  if ((await appliedFingerprint(db)) === fingerprint) return { changed: false, resources: 0 };
  return db.transaction().execute(async (trx) => {
    // Writers wait, and earlier writes are visible below, so no row keeps an owner by the old rules.
    await sql`LOCK TABLE ${sql.join(types.map(({ name }) => sql.table(name)))} IN EXCLUSIVE MODE`.execute(trx);
    if ((await appliedFingerprint(trx)) === fingerprint) return { changed: false, resources: 0 };
    await sql`DELETE FROM sagecat_private.ownership_rule`.execute(trx);
    await sql`
      INSERT INTO sagecat_private.ownership_rule
      SELECT * FROM jsonb_populate_recordset(NULL::sagecat_private.ownership_rule, ${JSON.stringify(stored.rules)}::jsonb)`.execute(
      trx,
    );
    await sql`
      INSERT INTO sagecat_private.ownership_entry
      SELECT * FROM jsonb_populate_recordset(NULL::sagecat_private.ownership_entry, ${JSON.stringify(stored.entries)}::jsonb)`.execute(
      trx,
    );
    await sql`
      INSERT INTO sagecat_private.ownership_applied (fingerprint) VALUES (${fingerprint})
      ON CONFLICT (single) DO UPDATE SET fingerprint = excluded.fingerprint, applied_at = now()`.execute(trx);
    let resources = 0;
    for (const type of types) resources += await renewOwners(trx, type);
    return { changed: true, resources };
  });
}

async function appliedFingerprint(db: Kysely<DatabaseSchema>): Promise<string | undefined> {
  const { rows } = await sql<{ fingerprint: string }>`
    SELECT fingerprint FROM sagecat_private.ownership_applied`.execute(db);
  return rows[0]?.fingerprint;
}

async function renewOwners(trx: Kysely<DatabaseSchema>, type: AnyResourceType): Promise<number> {
  const inputs = ownerInputs(type).map((input) => (input === undefined ? 'NULL' : `held.${identifier(input)}`));
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(type.name)} AS renewed SET owner = decided.owner, owner_rule = decided.owner_rule
    FROM ${sql.table(type.name)} AS held CROSS JOIN LATERAL owner_of(${sql.raw(inputs.join(', '))}) AS decided
    WHERE renewed.id = held.id
      AND (held.owner, held.owner_rule) IS DISTINCT FROM (decided.owner, decided.owner_rule)`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

/** Returns the rules as the rows of their tables. */
function storedRules(rules: readonly OwnershipRule[]) {
  return {
    rules: rules.map(({ captures, lookup, ...rule }, position) => ({
      ...rule,
      position,
      captured_from: captures,
      looked_up: lookup?.field,
    })),
    entries: rules.flatMap(({ lookup }, rule) =>
      [...(lookup?.owners ?? [])].map(([key, owner]) => ({ rule, key, owner })),
    ),
  };
}
