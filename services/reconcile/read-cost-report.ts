import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { addDecimals, decimal } from '../../catalog/billing/decimal.ts';
import type { ReportedJob } from '../../catalog/billing/reconcile.ts';

/** The file is no Cost and Usage Report that jobs can be found in. */
export class CostReportError extends Error {
  override readonly name = 'CostReportError';
}

export interface CostReport {
  readonly jobs: readonly ReportedJob[];
  /** Accounts with any line of SageMaker training. */
  readonly accounts: readonly string[];
  /** First and last instant that its training lines cover, ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly lines: number;
}

const required = [
  'line_item_resource_id',
  'line_item_usage_type',
  'line_item_usage_amount',
  'line_item_unblended_cost',
  'line_item_line_item_type',
  'line_item_usage_account_id',
  'line_item_usage_start_date',
  'line_item_usage_end_date',
] as const;
type Line = Readonly<Record<(typeof required)[number], unknown>>;

/** Line items of use; taxes, credits and what negates savings plans are no use. */
const lineItemTypes = new Set(['Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage']);

/** Reads a Cost and Usage Report (legacy or 2.0, with resource IDs): CSV, CSV in gzip, or Parquet, a part at a time. */
export async function readCostReport(path: string): Promise<CostReport> {
  const jobs = new Map<string, Gathered>();
  const accounts = new Set<string>();
  let [from, to, lines] = ['', '', 0];
  for await (const line of /\.parquet$/i.test(path) ? parquetLines(path) : csvLines(path)) {
    const arn = text(line.line_item_resource_id).toLowerCase();
    if (!/:training-job\//.test(arn) || !lineItemTypes.has(text(line.line_item_line_item_type))) continue;
    const [start, end] = [time(line.line_item_usage_start_date), time(line.line_item_usage_end_date)];
    if (from === '' || start < from) from = start;
    if (end > to) to = end;
    lines++;
    accounts.add(text(line.line_item_usage_account_id));
    const job = jobs.get(arn) ?? { seconds: 0, compute: '0', storage: '0', types: new Set<string>(), lines: 0 };
    jobs.set(arn, job);
    add(job, line);
  }
  if (lines === 0) {
    throw new CostReportError(
      `${path}: it has no line of a training job; reports need resource IDs to tell jobs apart`,
    );
  }
  return {
    jobs: [...jobs].map(([arn, job]) => ({
      arn,
      instance_seconds: Math.round(job.seconds * 1000) / 1000,
      compute_cost: job.compute,
      storage_cost: job.storage,
      line_item_types: [...job.types].sort(),
      lines: job.lines,
    })),
    accounts: [...accounts].sort(),
    from,
    to,
    lines,
  };
}

interface Gathered {
  seconds: number;
  compute: string;
  storage: string;
  readonly types: Set<string>;
  lines: number;
}

function add(job: Gathered, line: Line): void {
  const cost = decimal(text(line.line_item_unblended_cost)) ?? '0';
  if (/VolumeUsage/.test(text(line.line_item_usage_type))) {
    job.storage = addDecimals(job.storage, cost);
    return;
  }
  // Whatever else is billed under a training job's name is by the instance hour: training, spot and warm pools.
  if (!/:.*ml\./.test(text(line.line_item_usage_type))) return;
  job.lines++;
  job.seconds += Number(text(line.line_item_usage_amount)) * 3600;
  job.compute = addDecimals(job.compute, cost);
  const type = text(line.line_item_line_item_type);
  if (type !== 'Usage') job.types.add(type);
}

/** Sums are taken from decimals as they are written; a number's shortest spelling is the one that was meant. */
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

function time(value: unknown): string {
  const date =
    value instanceof Date
      ? value
      : new Date(/^\d{4}-\d\d-\d\d \d/.test(text(value)) ? `${text(value).replace(' ', 'T')}Z` : text(value));
  if (Number.isNaN(date.getTime())) throw new CostReportError(`${JSON.stringify(text(value))} is no time of use`);
  return date.toISOString();
}

/** `lineItem/ResourceId` and `line_item_resource_id` are one name. */
const columnName = (name: string): string =>
  name
    .replace(/^\uFEFF/, '')
    .replace('/', '_')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();

async function* csvLines(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path);
  const parser = parse({
    columns: (names: string[]) => checked(path, names.map(columnName)),
    relax_column_count: true,
  });
  const source = /\.gz$/i.test(path) ? file.pipe(createGunzip()) : file;
  for (const stream of [file, source]) stream.on('error', (error: Error) => parser.destroy(error));
  try {
    for await (const line of source.pipe(parser)) yield line;
  } catch (error) {
    if (error instanceof CostReportError) throw error;
    throw new CostReportError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  } finally {
    file.destroy();
  }
}

function checked(path: string, names: string[]): string[] {
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new CostReportError(`${path}: it has no column ${missing.join(', ')}`);
  return names;
}

const rowsAtATime = 50_000;

async function* parquetLines(path: string): AsyncGenerator<Line> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const names = metadata.schema.slice(1).map(({ name }) => name);
  checked(path, names.map(columnName));
  const columns = names.filter((name) => required.some((wanted) => wanted === columnName(name)));
  const total = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < total; rowStart += rowsAtATime) {
    const rows = await parquetReadObjects({
      file,
      metadata,
      columns,
      rowStart,
      rowEnd: Math.min(total, rowStart + rowsAtATime),
    });
    for (const row of rows) {
      // All of the required columns were found above.
      yield Object.fromEntries(
        Object.entries(row).map(([name, value]) => [columnName(name), value]),
      ) as unknown as Line;
    }
  }
}
