import { type Kysely, sql, type Transaction } from 'kysely';
import { identityOf } from '../../catalog/identity-of.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { createMasker, type Masker } from '../../catalog/secrets/mask.ts';
import { maskRow } from '../../catalog/secrets/mask-row.ts';
import type { Completeness, DatabaseSchema } from '../schema.ts';
import { completeRows } from './complete-rows.ts';
import { insertRows } from './insert-rows.ts';
import { isOlder, isUnchanged, type KnownRow, modifiedAt, type Observation, onlyCompletes } from './observation.ts';
import { projectRows } from './projections.ts';
import { updateRows } from './update-rows.ts';

export interface StoredRow {
  readonly id: number;
  readonly arn: string;
  readonly created: string;
  readonly outcome: 'new' | 'changed' | 'unchanged';
  /** When the resource last changed before this batch; null for a new one. */
  readonly changed_at: string | null;
  /** `searched` if columns are missing or out of date that only a describe can fill. */
  readonly completeness: Completeness;
  /** When a describe last gave it new content before this batch; null or absent if none had. */
  readonly described_at?: string | null | undefined;
  /** Whether the resource is marked as deleted, before the batch as after it. */
  readonly isDeleted?: boolean | undefined;
  /** Rows that a new resource has shown to be deleted: those that had its ARN before. */
  readonly replaced?: readonly number[] | undefined;
}

export interface StoreOptions {
  /** When the observations were made. */
  readonly seenAt?: Date | undefined;
  /** Masks the secrets in the rows; with sagecat's own rules if absent. */
  readonly masker?: Masker | undefined;
}

const ownRules = createMasker();

/**
 * Stores a batch of observations in one transaction: new resources are inserted, changed ones are updated with their change recorded, and all
 * others are left untouched. Columns that an observation lacks keep their values. An observation that is older than the row changes nothing,
 * and never undoes a deletion. Of several observations of one resource the newest counts. Returns one entry per resource, in the order of
 * the batch.
 */
export async function storeRows(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  batch: readonly Observation[],
  { seenAt = new Date(), masker = ownRules }: StoreOptions = {},
): Promise<StoredRow[]> {
  const { arn, createdAt } = type.key;
  const observations = new Map<string, Observation>();
  for (const observation of batch) {
    const seen = { ...observation, row: maskRow(type, observation.row, masker) };
    const identity = identityOf(seen.row[arn], seen.row[createdAt]);
    const earlier = observations.get(identity);
    if (!earlier || !isOlder(type, seen, { modified: modifiedAt(type, earlier.row), settled: false }))
      observations.set(identity, seen);
  }
  if (observations.size === 0) return [];
  return db.transaction().execute(async (trx) => {
    const known = await lockKnownRows(trx, type, [...observations.values()]);
    const fresh: Observation[] = [];
    const filled: { known: KnownRow; observation: Observation }[] = [];
    const touched: { known: KnownRow; observation: Observation }[] = [];
    const stored: StoredRow[] = [];
    for (const [identity, observation] of observations) {
      const before = known.get(identity);
      if (!before) fresh.push(observation);
      else if (isOlder(type, observation, before) || isUnchanged(type, before, observation)) {
        stored.push({ ...before, outcome: 'unchanged', isDeleted: before.deleted_at !== null });
      } else if (onlyCompletes(type, before, observation)) filled.push({ known: before, observation });
      else touched.push({ known: before, observation });
    }
    const inserted = await insertRows(trx, type, fresh, reusedNames(type, known, fresh), seenAt);
    const completed = await completeRows(trx, type, filled, seenAt);
    const updated = await updateRows(trx, type, touched, { newest: newestOf(type, known, fresh), seenAt });
    stored.push(...inserted.stored, ...completed.stored, ...updated.stored);
    await projectRows(trx, type, [...inserted.written, ...completed.written, ...updated.written], seenAt);
    const byIdentity = new Map(stored.map((row) => [identityOf(row.arn, row.created), row]));
    return [...observations.keys()].flatMap((identity) => byIdentity.get(identity) ?? []);
  });
}

/** Returns the latest creation time of each ARN, among known and new resources. */
function newestOf(
  type: AnyResourceType,
  known: ReadonlyMap<string, KnownRow>,
  fresh: readonly Observation[],
): Map<string, string> {
  const newest = new Map<string, string>();
  const add = (arn: string, created: string) => {
    if (created > (newest.get(arn) ?? '')) newest.set(arn, created);
  };
  for (const { arn, created } of known.values()) add(arn, created);
  for (const { row } of fresh) add(String(row[type.key.arn]), String(row[type.key.createdAt]));
  return newest;
}

/** Returns the ARNs that more than one resource has, among known and new ones. */
function reusedNames(
  type: AnyResourceType,
  known: ReadonlyMap<string, KnownRow>,
  fresh: readonly Observation[],
): string[] {
  const seen = new Set([...known.values()].map(({ arn }) => arn));
  return fresh.map(({ row }) => String(row[type.key.arn])).filter((arn) => seen.size === seen.add(arn).size);
}

/**
 * Returns the existing rows of the batch's ARNs, including those that had an ARN before, locked in the order of their keys so that two
 * batches cannot deadlock.
 */
async function lockKnownRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  batch: readonly Observation[],
): Promise<Map<string, KnownRow>> {
  const arn = sql.ref(type.key.arn);
  const createdAt = sql.ref(type.key.createdAt);
  const modified = type.key.modifiedAt === undefined ? sql`NULL::timestamptz` : sql.ref(type.key.modifiedAt);
  const arns = batch.map(({ row }) => row[type.key.arn]);
  const { rows } = await sql<KnownRow>`
    SELECT id, ${arn} AS arn, ${createdAt} AS created, ${modified} AS modified, tags, tag_map, content_hash, search_hash, completeness, changed_at, described_at, deleted_at, settled
    FROM ${sql.table(type.name)}
    WHERE ${arn} = ANY(${arns})
    ORDER BY ${arn}, ${createdAt}
    FOR UPDATE`.execute(trx);
  return new Map(rows.map((row) => [identityOf(row.arn, row.created), row]));
}
