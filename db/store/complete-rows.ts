import { sql, type Transaction } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { WrittenRow } from '../billing/project-usage.ts';
import type { DatabaseSchema } from '../schema.ts';
import { describeOnlyColumns, type KnownRow, type Observation } from './observation.ts';
import { dependsOnDescribe } from './projections.ts';
import { maskedFields, rowValues, withoutNulls } from './row-values.ts';
import type { StoredRow } from './store-rows.ts';

/**
 * Fills in the columns that Search lacks, in rows whose other columns a describe confirms: nine of ten writes of a first crawl. This is not
 * a change of the resource, so it needs neither a history entry nor the old row.
 */
export async function completeRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  filled: readonly { readonly known: KnownRow; readonly observation: Observation }[],
  seenAt: Date,
): Promise<{ stored: StoredRow[]; written: WrittenRow[] }> {
  if (filled.length === 0) return { stored: [], written: [] };
  const names = [
    ...describeOnlyColumns(type),
    'completeness',
    'content_hash',
    'described_at',
    'settled',
    'masked_fields',
  ];
  // A describe returns no tags; the row keeps those read with Search.
  const whole = filled.map(({ known, observation: { row, region } }) => ({
    known,
    region,
    row: row.tags === null ? { ...row, tags: known.tags && [...known.tags], tag_map: known.tag_map } : row,
  }));
  const rows = whole.map(({ known, region, row }) => {
    const { id, changed_at } = known;
    const values: Readonly<Record<string, FlatValue>> = {
      ...rowValues(type, row, {
        region,
        completeness: 'described',
        changed_at,
        described_at: seenAt.toISOString(),
      }),
      masked_fields: maskedFields(type, row),
    };
    return withoutNulls({ id, ...Object.fromEntries(names.map((name) => [name, values[name] ?? null])) });
  });
  await sql`
    UPDATE ${sql.table(type.name)} AS old
    SET ${sql.join(names.map((name) => sql`${sql.ref(name)} = ${sql.ref(`new.${name}`)}`))}
    FROM jsonb_populate_recordset(NULL::${sql.table(type.name)}, ${stringifyJson(rows)}::jsonb) AS new
    WHERE old.id = new.id`.execute(trx);
  return {
    stored: filled.map(({ known }) => ({ ...known, completeness: 'described', outcome: 'unchanged' })),
    written: whole.flatMap(({ known: { id }, region, row }) =>
      dependsOnDescribe(type, row) ? [{ id, region, row }] : [],
    ),
  };
}
