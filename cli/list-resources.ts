import { columnValue } from '../catalog/column-value.ts';
import { parseJson, stringifyJson } from '../catalog/exact-json.ts';
import { type FieldPath, findField, isRepeated, isScalar } from '../catalog/field-path.ts';
import { nounOf } from '../catalog/noun-of.ts';
import { readableJson } from '../catalog/readable-json.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { evaluateIfAsked } from '../db/policies/evaluate-if-asked.ts';
import { listPage, type Position } from '../db/query/list-page.ts';
import { allRowColumns, chosenRowColumns } from '../db/query/row-columns.ts';
import type { CommandContext } from './context.ts';
import type { JobsOptions } from './jobs.ts';
import { readColumns, readOrder, readQuery } from './query-options.ts';
import { factText } from './terminal/fact-text.ts';
import { formatMinute } from './terminal/format-time.ts';
import { printNotice } from './terminal/print-notice.ts';
import { type CellValue, type Column, renderTable } from './terminal/table.ts';
import { statusTone, viewOf } from './terminal/view.ts';

type Row = Readonly<Record<string, unknown>>;

const pageSize = 1000;

/** Prints the resources of a search query. */
export async function listResources(
  { database, signal }: Pick<CommandContext, 'database' | 'signal'>,
  type: AnyResourceType,
  query: string | undefined,
  { limit, sort, columns, deleted, json, csv }: JobsOptions,
): Promise<void> {
  const filter = readQuery(type, query);
  await evaluateIfAsked(database.kysely, query, { signal });
  const order = readOrder(type, sort);
  const chosen = columns === undefined ? undefined : readColumns(type, columns);
  const usual = usualFields(type);
  const shown = chosen ?? (json ? undefined : usual);
  const selected = shown ? chosenRowColumns(type, shown) : allRowColumns(type);
  const rows: Row[] = [];
  let after: Position | undefined;
  do {
    signal.throwIfAborted();
    const size = Math.min(pageSize, limit - rows.length);
    const page = await listPage(database.kysely, { type, filter, deleted }, selected, order, size, after);
    rows.push(...page.rows.map((text) => parseJson(text) as Row));
    after = page.next;
  } while (after && rows.length < limit);
  if (json) return print(rows.length === 0 ? '[]' : `[\n  ${rows.map((row) => stringifyJson(row)).join(',\n  ')}\n]`);
  if (csv) {
    const { stringify } = await import('csv-stringify/sync');
    const fields = chosen ?? usual;
    const records = rows.map((row) => fields.map((field) => cellOf(valueAt(row, field), stringifyJson)));
    return void process.stdout.write(stringify([fields.map(({ path }) => path), ...records]));
  }
  const noun = nounOf(type);
  if (rows.length === 0) return print(query === undefined ? `there is no ${noun} yet` : `no ${noun} is found by that`);
  const observedColumns = chosen ? chosen.map((field) => fieldColumn(type, field)) : usualColumns(type);
  print(renderTable(observedColumns, rows, viewOf(process.stdout)));
  if (after) printNotice(`there are more: --limit shows more than ${limit}`);
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

/** The default fields of a table, as in CSV. */
function usualFields(type: AnyResourceType): FieldPath[] {
  const { key, presentation } = type;
  const paths = [
    key.createdAt,
    ...(presentation?.statuses.slice(0, 1) ?? []),
    key.name,
    ...['account_id', 'account_name', 'region'],
    ...(presentation?.columns.flatMap(({ fields, otherwise = [] }) => [...fields, ...otherwise]) ?? []),
  ];
  return paths.flatMap((path) => findField(type, path) ?? []);
}

function fieldColumn({ key, presentation }: AnyResourceType, field: FieldPath): Column<Row> {
  const isStatus = field.path === presentation?.statuses[0];
  return {
    title: field.path,
    value: (row) => cellOf(valueAt(row, field), readableJson),
    isWhole: field.path === key.name,
    least: isScalar(field) && !isRepeated(field) ? 12 : 30,
    ...(isStatus && { tone: (row) => statusTone(String(row[field.column])), wraps: false }),
  };
}

function usualColumns(type: AnyResourceType): Column<Row>[] {
  const { key, presentation } = type;
  const status = presentation?.statuses[0];
  const further = presentation?.columns ?? [];
  return [
    { title: 'created', value: (row) => formatMinute(String(row[key.createdAt])), wraps: false, importance: 100 },
    ...(status === undefined
      ? []
      : [
          {
            title: 'status',
            value: (row: Row) => row[status] as string | null,
            tone: (row: Row) => statusTone(String(row[status])),
            wraps: false,
          },
        ]),
    { title: nounOf(type), value: (row) => row[key.name] as string, least: 20, isWhole: true },
    { title: 'account', value: (row) => (row.account_name ?? row.account_id) as string, importance: 99 },
    { title: 'region', value: (row) => row.region as string, wraps: false, importance: further.length - 0.5 },
    ...further.map(
      (column, index): Column<Row> => ({
        title: column.title,
        value: (row) =>
          factText({ value: columnValue(column, readerOf(type, row)), ...(column.unit && { unit: column.unit }) }),
        ...(column.unit === 'seconds' && { align: 'right' }),
        wraps: false,
        importance: further.length - index,
      }),
    ),
  ];
}

/** Finds the values of a row by their paths. */
const readerOf =
  (type: AnyResourceType, row: Row) =>
  (path: string): unknown => {
    const field = findField(type, path);
    return field && valueAt(row, field);
  };

/** The value at a field's path; of a list, what each of its members has there. */
function valueAt(row: Row, { column, steps }: FieldPath): unknown {
  let value: unknown = row[column] ?? null;
  for (const [index, step] of steps.entries()) {
    if (value === null || typeof value !== 'object') return null;
    if (step.kind === 'element') {
      if (!Array.isArray(value)) return null;
      const rest = {
        path: '',
        column: 'item',
        steps: steps.slice(index + 1),
        field: { kind: 'string', description: '' } as const,
      };
      return value.map((item) => valueAt({ item }, rest));
    }
    value = Object.hasOwn(value, step.name) ? (value as Row)[step.name] : null;
  }
  return value ?? null;
}

const cellOf = (value: unknown, asJson: (value: unknown) => string): CellValue =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? value
    : typeof value === 'object'
      ? asJson(value)
      : String(value);
