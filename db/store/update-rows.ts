import { sql, type Transaction } from 'kysely';
import { type Difference, differences, isAtOrBelow } from '../../catalog/differences.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatRow, FlatValue } from '../../catalog/flatten.ts';
import { inFlattenedOrder } from '../../catalog/flattened-order.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { WrittenRow } from '../billing/project-usage.ts';
import type { DatabaseSchema } from '../schema.ts';
import {
  allColumns,
  isSameMap,
  isSettledRow,
  type KnownRow,
  knownColumns,
  type Observation,
  observedColumns,
  provesExistence,
} from './observation.ts';
import { type ResourceChange, recordChanges, recordProgress } from './record-changes.ts';
import { type RowValues, rowValues, withoutNulls, writtenColumns } from './row-values.ts';
import type { StoredRow } from './store-rows.ts';

interface Columns {
  readonly [column: string]: FlatValue;
}

/** Updates resources that may have changed, and records their changes in the history. */
export async function updateRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  touched: readonly { readonly known: KnownRow; readonly observation: Observation }[],
  { newest, seenAt }: { readonly newest: ReadonlyMap<string, string>; readonly seenAt: Date },
): Promise<{ stored: StoredRow[]; written: WrittenRow[] }> {
  if (touched.length === 0) return { stored: [], written: [] };
  const stored = await readRows(
    trx,
    type,
    touched.map(({ known }) => known.id),
  );
  const versions = touched.map(({ known, observation }) => {
    const restored = provesExistence(type, known, observation, newest.get(known.arn) ?? '');
    return nextVersion(type, known, stored.get(known.id) ?? {}, observation, { restored, seenAt });
  });
  await write(
    trx,
    type,
    versions.flatMap(({ values }) => values ?? []),
  );
  const changes = versions.flatMap(({ change }) => change ?? []);
  await recordChanges(
    trx,
    changes.filter(({ kind }) => kind !== 'progress'),
  );
  await recordProgress(
    trx,
    type,
    changes.filter(({ kind }) => kind === 'progress'),
  );
  return {
    stored: versions.map(({ result }) => result),
    written: versions.flatMap(({ values, result }) =>
      values ? [{ id: result.id, region: String(values.region), row: values }] : [],
    ),
  };
}

/** Returns the values to write and the change to record for an observation of a row, if any. */
function nextVersion(
  type: AnyResourceType,
  known: KnownRow,
  before: Columns,
  observation: Observation,
  { restored, seenAt }: { readonly restored: boolean; readonly seenAt: Date },
): { values?: RowValues; change?: ResourceChange; result: StoredRow } {
  const after = { ...before, ...pick(observation.row, observedColumns(type, observation)) };
  const compared = knownColumns(type, known, before);
  const changed = differences(pick(before, compared), pick(after, compared));
  // The row is kept current; a version is recorded when something else happens, or when the resource settles.
  const isProgress = changed.length > 0 && !restored && isOnlyProgress(type, changed, after as FlatRow);
  const isChange = (changed.length > 0 && !isProgress) || restored;
  const described =
    observation.source === 'describe' || (known.completeness === 'described' && changed.every(concernsTags));
  const completeness = described ? 'described' : 'searched';
  const fillsIn =
    completeness !== known.completeness ||
    (before.tags === null && after.tags !== null) ||
    !isSameMap(known.tag_map, (after as FlatRow).tag_map);
  const result: StoredRow = {
    ...known,
    completeness,
    outcome: isChange ? 'changed' : 'unchanged',
    isDeleted: known.deleted_at !== null && !restored,
  };
  if (!isChange && !isProgress && !fillsIn) return { result: { ...result, completeness: known.completeness } };
  const now = seenAt.toISOString();
  const values = {
    ...rowValues(type, after as FlatRow, {
      id: known.id,
      region: observation.region,
      completeness,
      changed_at: isChange ? now : known.changed_at,
      described_at: observation.source === 'describe' ? now : known.described_at,
    }),
    deleted_at: restored ? null : known.deleted_at,
  };
  if (!isChange && !isProgress) return { values, result };
  const kind = restored ? 'restored' : isProgress ? 'progress' : 'changed';
  return { values, result, change: changeOf(type, known, observation, { before, after, changed, kind, seenAt }) };
}

/** Returns whether only such fields changed that advance by themselves while a resource is not settled. */
const isOnlyProgress = (type: AnyResourceType, changed: readonly Difference[], after: FlatRow): boolean =>
  !isSettledRow(type, after) && changed.every(({ field }) => type.progress.some((path) => isAtOrBelow(path, field)));

const concernsTags = ({ field }: Difference): boolean => /^tags\b/.test(field);

function changeOf(
  type: AnyResourceType,
  known: KnownRow,
  { row, region }: Observation,
  {
    before,
    after,
    changed,
    kind,
    seenAt,
  }: {
    readonly before: Columns;
    readonly after: Columns;
    readonly changed: readonly Difference[];
    readonly kind: ResourceChange['kind'];
    readonly seenAt: Date;
  },
): ResourceChange {
  const columns = columnsOf(changed);
  const restored = kind === 'restored';
  return {
    resource_type: type.name,
    resource_id: known.id,
    account_id: row.account_id,
    region,
    seen_at: seenAt,
    kind,
    fields: [...changed.map(({ field }) => field), ...(restored ? ['deleted_at'] : [])],
    before: { ...pick(before, columns), ...(restored && { deleted_at: known.deleted_at }) },
    after: { ...pick(after, columns), ...(restored && { deleted_at: null }) },
  };
}

/** Returns the columns that a change affects. The map of tags comes with the tags, so that both can be read as of a time. */
function columnsOf(changed: readonly Difference[]): string[] {
  const columns = new Set(changed.map(({ field }) => field.replace(/[.[].*$/s, '')));
  if (columns.has('tags')) columns.add('tag_map');
  return [...columns];
}

const pick = (row: Columns, columns: readonly string[]): Columns =>
  Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));

async function readRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  ids: number[],
): Promise<Map<number, Columns>> {
  const columns = sql.join(allColumns(type).map((name) => sql.ref(name)));
  const { rows } = await sql<{ id: number } & Columns>`
    SELECT id, ${columns} FROM ${sql.table(type.name)} WHERE id = ANY(${ids})`.execute(trx);
  return new Map(rows.map(({ id, ...row }) => [id, inFlattenedOrder(type, row)]));
}

async function write(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  rows: readonly RowValues[],
): Promise<void> {
  if (rows.length === 0) return;
  const assignments = [...writtenColumns(type), 'deleted_at'].map(
    (name) => sql`${sql.ref(name)} = ${sql.ref(`new.${name}`)}`,
  );
  await sql`
    UPDATE ${sql.table(type.name)} AS old
    SET ${sql.join(assignments)}
    FROM jsonb_populate_recordset(NULL::${sql.table(type.name)}, ${stringifyJson(rows.map(withoutNulls))}::jsonb) AS new
    WHERE old.id = new.id`.execute(trx);
}
