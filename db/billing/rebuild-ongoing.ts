import { type Kysely, sql } from 'kysely';
import type { BilledType } from '../../catalog/billing/billed-types.ts';
import { OngoingUse } from '../../catalog/billing/ongoing-use.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { DatabaseSchema } from '../schema.ts';
import { lockBilledTargets } from './daily-usage.ts';
import { labelsOf, usageOfRow, type WrittenRow } from './project-usage.ts';
import { upsertUsage } from './upsert-usage.ts';

/**
 * Computes the usage of ongoing resources again from their versions, up to `now`. Resources whose first versions were pruned keep their
 * stored usage. Returns how many rows changed.
 */
export async function rebuildOngoing(
  trx: Kysely<DatabaseSchema>,
  type: BilledType,
  rows: readonly WrittenRow[],
  now: Date,
): Promise<number> {
  const used = rows.map((row) => usageOfRow(type, row));
  await lockBilledTargets(
    trx,
    used.flatMap(({ usages }) => usages),
  );
  const courses = await readRowVersions(trx, type, rows);
  const whole = rows.filter(({ id }) => courses.has(id));
  const usages = whole.flatMap((written) => {
    const use = new OngoingUse();
    for (const { seenAt, kind, row } of courses.get(written.id) ?? []) {
      const { createdAt, usages: running } = usageOfRow(type, { ...written, row });
      if (kind === 'deleted') use.end(seenAt);
      else use.follow({ createdAt, seenAt, running });
    }
    use.endDays(`${now.toISOString().slice(0, 10)}T00:00:00.000Z`);
    return use.written.map((usage) => ({ ...usage, resource_type: type.name, resource_id: written.id }));
  });
  return upsertUsage(trx, type, {
    usages,
    labels: whole.map(({ id, row }) => labelsOf(type, id, row)),
    isWhole: true,
  });
}

/** A version or the deletion of a resource, and when it was seen. */
interface SeenVersion {
  readonly seenAt: string;
  readonly kind: 'changed' | 'deleted' | 'restored';
  readonly row: FlatRow;
}

/** Returns the versions of resources by id, oldest first, without resources whose history is incomplete. */
async function readRowVersions(
  db: Kysely<DatabaseSchema>,
  { name }: BilledType,
  rows: readonly WrittenRow[],
): Promise<Map<number, SeenVersion[]>> {
  const ids = rows.map(({ id }) => id);
  const { rows: begun } = await sql<{ id: number; first_seen_at: string }>`
    SELECT id, first_seen_at FROM ${sql.table(name)} WHERE id = ANY(${ids}::bigint[])
      AND first_seen_at >= coalesce((SELECT pruned_before FROM history_horizon), '-infinity')`.execute(db);
  const { rows: changes } = await sql<{
    resource_id: number;
    seen_at: string;
    kind: SeenVersion['kind'] | 'progress';
    before: Partial<FlatRow>;
  }>`
    SELECT resource_id, seen_at, kind, before FROM resource_change
    WHERE resource_type = ${name} AND resource_id = ANY(${ids}::bigint[]) ORDER BY resource_id, id`.execute(db);
  const byResource = Map.groupBy(changes, ({ resource_id }) => resource_id);
  const firstSeen = new Map(begun.map(({ id, first_seen_at }) => [id, first_seen_at]));
  return new Map(
    rows.flatMap(({ id, row: latest }) => {
      const seenFirst = firstSeen.get(id);
      if (seenFirst === undefined) return [];
      const seen: SeenVersion[] = [];
      let row = latest;
      for (const { seen_at, kind, before } of (byResource.get(id) ?? []).toReversed()) {
        if (kind !== 'progress') seen.unshift({ seenAt: seen_at, kind, row });
        // The row has only the resource's own columns, not metadata such as the time of a deletion.
        row = { ...row, ...before } as FlatRow;
      }
      return [[id, [{ seenAt: seenFirst, kind: 'changed', row }, ...seen]] as const];
    }),
  );
}
