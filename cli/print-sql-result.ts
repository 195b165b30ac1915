import { stringifyJson } from '../catalog/exact-json.ts';
import type { SqlColumn, SqlResult } from '../db/sql/sql-reader.ts';
import { plural } from './terminal/plural.ts';
import { renderTable } from './terminal/table.ts';
import { plainView, type View } from './terminal/view.ts';

/** Prints the answer to a statement. */
export async function printResult(
  { columns, rows }: SqlResult,
  format: 'table' | 'json' | 'csv',
  output: NodeJS.WritableStream,
  view: View = plainView(),
): Promise<void> {
  const names = uniqueNames(columns.map(({ name }) => name));
  if (format === 'json') {
    const objects = rows.map((row) =>
      stringifyJson(Object.fromEntries(row.map((value, index) => [names[index], value]))),
    );
    output.write(objects.length === 0 ? '[]\n' : `[\n  ${objects.join(',\n  ')}\n]\n`);
  } else if (format === 'csv') {
    const { stringify } = await import('csv-stringify/sync');
    output.write(stringify([names, ...rows.map((row) => row.map(asText))]));
  } else {
    const table = renderTable<readonly unknown[]>(
      columns.map(({ type }, index) => ({
        title: names[index] ?? '',
        align: isNumeric(type) ? 'right' : 'left',
        wraps: !isNumeric(type) && !/^(?:timestamp|date|time|uuid)\b/.test(type),
        value: (row) => asText(row[index]) ?? 'null',
        tone: (row) => (asText(row[index]) === null ? 'muted' : undefined),
      })),
      rows,
      view,
    );
    output.write(`${table}\n\n${view.paint('muted', plural(rows.length, 'row'))}\n`);
  }
}

const isNumeric = (type: SqlColumn['type']): boolean =>
  /^(?:smallint|integer|bigint|numeric|real|double precision|oid)\b(?!.*\[)/.test(type);

/** Makes the names of columns unique, since each is a member of an object: `count`, `count_2`. */
function uniqueNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    let unique = name;
    for (let number = 2; used.has(unique); number++) unique = `${name}_${number}`;
    used.add(unique);
    return unique;
  });
}

const asText = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'object' ? stringifyJson(value) : String(value);
