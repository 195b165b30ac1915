import { parseJson, stringifyJson } from '../catalog/exact-json.ts';
import { type FieldPath, findField, isRepeated, isScalar } from '../catalog/field-path.ts';
import { trainingJob } from '../catalog/training-job/definition.ts';
import { listPage, type Position } from '../db/query/list-page.ts';
import { allRowColumns, chosenRowColumns } from '../db/query/row-columns.ts';
import type { CommandContext } from './context.ts';
import { formatDuration } from './format-duration.ts';
import type { JobsOptions } from './jobs.ts';
import { readColumns, readOrder, readQuery } from './query-options.ts';
import { formatMinute } from './terminal/format-time.ts';
import { readableJson } from './terminal/readable-json.ts';
import { type CellValue, type Column, renderTable } from './terminal/table.ts';
import { tell } from './terminal/tell.ts';
import { toneOf, viewOf } from './terminal/view.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a table shows where nothing else is asked for; CSV has the fields themselves. */
const usual = [
  'creation_time',
  'training_job_status',
  'training_job_name',
  'account_id',
  'account_name',
  'region',
  'resource_config.instance_type',
  'resource_config.instance_count',
  'training_time_in_seconds',
  'billable_time_in_seconds',
].flatMap((path) => findField(trainingJob, path) ?? []);
const pageSize = 1000;

/** Prints the jobs of a search query. */
export async function listJobs(
  { database, signal }: CommandContext,
  query: string | undefined,
  { limit, sort, columns, deleted, json, csv }: JobsOptions,
): Promise<void> {
  const filter = readQuery(trainingJob, query);
  const order = readOrder(trainingJob, sort);
  const chosen = columns === undefined ? undefined : readColumns(trainingJob, columns);
  const shown = chosen ?? (json ? undefined : usual);
  const selected = shown ? chosenRowColumns(trainingJob, shown) : allRowColumns(trainingJob);
  const rows: Row[] = [];
  let after: Position | undefined;
  do {
    signal.throwIfAborted();
    const size = Math.min(pageSize, limit - rows.length);
    const page = await listPage(database.kysely, { type: trainingJob, filter, deleted }, selected, order, size, after);
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
  if (rows.length === 0) return print(query === undefined ? 'there is no job yet' : 'no job is found by that');
  print(renderTable(chosen ? chosen.map(fieldColumn) : usualColumns, rows, viewOf(process.stdout)));
  if (after) tell(`there are more: --limit shows more than ${limit}`);
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const fieldColumn = (field: FieldPath): Column<Row> => ({
  title: field.path,
  value: (row) => cellOf(valueAt(row, field), readableJson),
  isWhole: field.path === trainingJob.key.name,
  least: isScalar(field) && !isRepeated(field) ? 12 : 30,
  ...(field.path === 'training_job_status' && { tone: (row) => toneOf(String(row.training_job_status)), wraps: false }),
});

const instances = (row: Row): CellValue => {
  const config = row.resource_config as { instance_type?: string; instance_count?: number } | null;
  return config?.instance_type ? `${config.instance_count ?? '?'} × ${config.instance_type}` : null;
};

const usualColumns: readonly Column<Row>[] = [
  { title: 'created', value: (row) => formatMinute(String(row.creation_time)), wraps: false, importance: 5 },
  {
    title: 'status',
    value: (row) => row.training_job_status as string | null,
    tone: (row) => toneOf(String(row.training_job_status)),
    wraps: false,
  },
  { title: 'job', value: (row) => row.training_job_name as string, least: 20, isWhole: true },
  { title: 'account', value: (row) => (row.account_name ?? row.account_id) as string, importance: 4 },
  { title: 'region', value: (row) => row.region as string, wraps: false, importance: 2 },
  { title: 'instances', value: instances, wraps: false, importance: 3 },
  {
    title: 'trained',
    value: ({ training_time_in_seconds: seconds }) => (typeof seconds === 'number' ? formatDuration(seconds) : null),
    align: 'right',
    importance: 1,
  },
];

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
