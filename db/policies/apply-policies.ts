import { type Kysely, sql, type Transaction } from 'kysely';
import type { Policy } from '../../catalog/policies/policy.ts';
import { type AppliedNames, compareNamed } from '../compare-named.ts';
import type { DatabaseSchema } from '../schema.ts';
import { checkPolicies } from './check-policies.ts';
import { lockVerdicts } from './lock-verdicts.ts';
import { readPolicies } from './stored-policy.ts';

/**
 * Replaces all policies. Removed policies lose their verdicts, but keep their daily scores. New and changed ones get verdicts with the next
 * evaluation. Throws PolicyError.
 */
export const applyPolicies = (db: Kysely<DatabaseSchema>, policies: readonly Policy[]): Promise<AppliedNames> =>
  changePolicies(db, () => policies);

/** Replaces the current policies with the result of `change`, under a lock. Throws PolicyError. */
async function changePolicies(
  db: Kysely<DatabaseSchema>,
  change: (held: readonly Policy[]) => readonly Policy[],
): Promise<AppliedNames> {
  return db.transaction().execute(async (trx) => {
    await lockVerdicts(trx);
    const before = (await readPolicies(trx)).map(({ isEvaluated: _, ...policy }): Policy => policy);
    const policies = change(before);
    checkPolicies(policies);
    const held = new Map(before.map((policy) => [policy.name, policy]));
    const applied = compareNamed(before, policies);
    await forget(trx, [
      ...applied.removed,
      ...policies.filter(({ name, type }) => (held.get(name)?.type ?? type) !== type).map(({ name }) => name),
    ]);
    for (const [position, policy] of policies.entries()) {
      const isKept = held.has(policy.name) && !applied.changed.includes(policy.name);
      await sql`
        INSERT INTO sagecat_private.policy AS held (name, position, resource_type, definition)
        VALUES (${policy.name}, ${position}, ${policy.type}, ${JSON.stringify(policy)}::jsonb)
        ON CONFLICT (name) DO UPDATE SET position = excluded.position, resource_type = excluded.resource_type,
          definition = excluded.definition, is_evaluated = held.is_evaluated AND ${isKept},
          changed_at = CASE WHEN ${isKept} THEN held.changed_at ELSE now() END`.execute(trx);
    }
    return applied;
  });
}

/** Adds or changes one policy. Throws PolicyError. */
export async function savePolicy(db: Kysely<DatabaseSchema>, policy: Policy): Promise<void> {
  await changePolicies(db, (held) => {
    const at = held.findIndex(({ name }) => name === policy.name);
    return at < 0 ? [...held, policy] : held.with(at, policy);
  });
}

/** Removes a policy; returns whether it existed. */
export async function deletePolicy(db: Kysely<DatabaseSchema>, name: string): Promise<boolean> {
  const { removed } = await changePolicies(db, (held) => held.filter((policy) => policy.name !== name));
  return removed.includes(name);
}

/** Removes policies and their verdicts. */
async function forget(trx: Transaction<DatabaseSchema>, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const list = sql`${names}::text[]`;
  await sql`DELETE FROM sagecat_private.policy WHERE name = ANY(${list})`.execute(trx);
  await sql`
    UPDATE policy_verdict SET complies = complies - ${list}, violates = violates - ${list}, exempted = exempted - ${list}
    WHERE complies ?| ${list} OR violates ?| ${list} OR exempted ?| ${list}`.execute(trx);
}
