import { sql, type Transaction } from 'kysely';
import { stringifyJson } from '../../catalog/exact-json.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { DatabaseSchema } from '../schema.ts';
import { type KnownRow, lackingColumns, type Observation } from './observation.ts';
import { readsBeyondSearch, type WrittenRow } from './projections.ts';
import { maskedFields, rowValues, withoutNulls } from './row-values.ts';
import type { StoredRow } from './store-rows.ts';

/**
 * Fills in what Search lacks, of rows on whose other columns a describe agrees with Search: nine of ten writes of a first crawl. No
 * change of the resource, so the history has nothing to tell, and nothing need be read to know.
 */
export async function completeRows(
  trx: Transaction<DatabaseSchema>,
  type: AnyResourceType,
  filled: readonly { readonly known: KnownRow; readonly observation: Observation }[],
  seenAt: Date,
): Promise<{ stored: StoredRow[]; written: WrittenRow[] }> {
  if (filled.length === 0) return { stored: [], written: [] };
  const names = [...lackingColumns(type), 'completeness', 'content_hash', 'described_at', 'settled', 'masked_fields'];
  // A describe shows no tags; what was read of them beside Search is the row's.
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
      readsBeyondSearch(type, row) ? [{ id, region, row }] : [],
    ),
  };
}
