import { type Kysely, sql } from 'kysely';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { ReadManifest } from '../../catalog/manifests/manifest-record.ts';
import type { ManagedType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { Observation } from '../store/observation.ts';
import { type StoreOptions, storeRows } from '../store/store-rows.ts';

/**
 * Stores the resources in manifests. ACK's controller truncates times to the second, so a known resource created within that second gives
 * the creation time.
 */
export async function storeManagedResources(
  db: Kysely<DatabaseSchema>,
  type: ManagedType,
  manifests: readonly ReadManifest[],
  options: StoreOptions,
): Promise<void> {
  const { arn, createdAt } = type.key;
  const resources = manifests.flatMap(({ resource }) => resource ?? []);
  if (resources.length === 0) return;
  // Of several that were created within a second, only the newest can exist.
  const { rows: known } = await sql<{ arn: string; created: string }>`
    SELECT ${sql.ref(arn)} AS arn, ${sql.ref(createdAt)} AS created FROM ${sql.table(type.name)}
    WHERE ${sql.ref(arn)} = ANY(${resources.map(({ row }) => row[arn])}) ORDER BY created`.execute(db);
  const created = new Map(known.map((row) => [bySecond(row.arn, row.created), row.created]));
  const observations = resources.map(({ row, region }): Observation => {
    const exact = created.get(bySecond(row[arn], row[createdAt])) ?? row[createdAt] ?? null;
    const same: FlatRow = { ...row, [createdAt]: exact };
    return { row: same, region, source: 'part' };
  });
  await storeRows(db, type, observations, options);
}

const bySecond = (arn: unknown, created: unknown): string => `${arn} ${String(created).slice(0, 19)}`;
