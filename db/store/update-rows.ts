import { sql, type Transaction } from 'kysely';
import { type Difference, differences } from '../../catalog/differences.ts';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatRow, FlatValue } from '../../catalog/flatten.ts';
import { inFlattenedOrder } from '../../catalog/flattened-order.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import { allColumns, isSameMap, type KnownRow, knownColumns, type Observation, shownColumns } from './observation.ts';
import type { WrittenRow } from './projections.ts';
import { type ResourceChange, recordChanges } from './record-changes.ts';
import { type RowValues, rowValues, withoutNulls, writtenColumns } from './row-values.ts';
import type { StoredRow } from './store-rows.ts';

interface Columns {
  readonly [column: string]: FlatValue;
}

/** Updates resources that may have changed, and records in the history what did. */
export async function updateRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  touched: readonly { readonly known: KnownRow; readonly observation: Observation }[],
  seenAt: Date,
): Promise<{ stored: StoredRow[]; written: WrittenRow[] }> {
  if (touched.length === 0) return { stored: [], written: [] };
  const stored = await readRows(
    trx,
    type,
    touched.map(({ known }) => known.id),
  );
  const versions = touched.map(({ known, observation }) =>
    nextVersion(type, known, stored.get(known.id) ?? {}, observation, seenAt),
  );
  await write(
    trx,
    type,
    versions.flatMap(({ values }) => values ?? []),
  );
  await recordChanges(
    trx,
    versions.flatMap(({ change }) => change ?? []),
  );
  return {
    stored: versions.map(({ result }) => result),
    written: versions.flatMap(({ values, result }) =>
      values ? [{ id: result.id, region: String(values.region), row: values }] : [],
    ),
  };
}

/** What an observation makes of a row: the values to write and the change to record, where there is anything to write or record. */
function nextVersion(
  type: AnyResourceType,
  known: KnownRow,
  before: Columns,
  observation: Observation,
  seenAt: Date,
): { values?: RowValues; change?: ResourceChange; result: StoredRow } {
  const after = { ...before, ...pick(observation.row, shownColumns(type, observation)) };
  const compared = knownColumns(type, known, before);
  const changed = differences(pick(before, compared), pick(after, compared));
  const restored = known.deleted_at !== null;
  const isChange = changed.length > 0 || restored;
  const described =
    observation.source === 'describe' || (known.completeness === 'described' && changed.every(concernsTags));
  const completeness = described ? 'described' : 'searched';
  const fillsIn =
    completeness !== known.completeness ||
    (before.tags === null && after.tags !== null) ||
    !isSameMap(known.tag_map, (after as FlatRow).tag_map);
  const result: StoredRow = { ...known, completeness, outcome: isChange ? 'changed' : 'unchanged' };
  if (!isChange && !fillsIn) return { result: { ...result, completeness: known.completeness } };
  const now = seenAt.toISOString();
  const values = rowValues(type, after as FlatRow, {
    id: known.id,
    region: observation.region,
    completeness,
    changed_at: isChange ? now : known.changed_at,
    described_at: observation.source === 'describe' ? now : known.described_at,
  });
  return isChange
    ? { values, result, change: changeOf(type, known, observation, before, after, changed, seenAt) }
    : { values, result };
}

const concernsTags = ({ field }: Difference): boolean => /^tags\b/.test(field);

function changeOf(
  type: AnyResourceType,
  known: KnownRow,
  { row, region }: Observation,
  before: Columns,
  after: Columns,
  changed: readonly Difference[],
  seenAt: Date,
): ResourceChange {
  const columns = columnsOf(changed);
  const restored = known.deleted_at !== null;
  return {
    resource_type: type.name,
    resource_id: known.id,
    account_id: row.account_id,
    region,
    seen_at: seenAt,
    kind: restored ? 'restored' : 'changed',
    fields: [...changed.map(({ field }) => field), ...(restored ? ['deleted_at'] : [])],
    before: { ...pick(before, columns), ...(restored && { deleted_at: known.deleted_at }) },
    after: { ...pick(after, columns), ...(restored && { deleted_at: null }) },
  };
}

/** The columns that a change concerns. The map of the tags goes with them, so that their past can be read in both forms. */
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
  const assignments = writtenColumns(type).map((name) => sql`${sql.ref(name)} = ${sql.ref(`new.${name}`)}`);
  await sql`
    UPDATE ${sql.table(type.name)} AS old
    SET ${sql.join(assignments)}, deleted_at = NULL
    FROM jsonb_populate_recordset(NULL::${sql.table(type.name)}, ${stringifyJson(rows.map(withoutNulls))}::jsonb) AS new
    WHERE old.id = new.id`.execute(trx);
}
