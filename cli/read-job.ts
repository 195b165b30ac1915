import { type Kysely, sql } from 'kysely';
import { parseJson } from '../catalog/exact-json.ts';
import { trainingJob } from '../catalog/training-job/definition.ts';
import { findByName, type NamedRow, namesLike } from '../db/query/find-by-name.ts';
import { readVersions, type Version } from '../db/query/read-versions.ts';
import { allRowColumns } from '../db/query/row-columns.ts';
import type { DatabaseSchema, RowMetadata } from '../db/schema.ts';
import { CommandError } from './exit-codes.ts';
import { formatTime } from './terminal/format-time.ts';

export type ShownJob = typeof trainingJob.row & Omit<RowMetadata, 'id'> & { readonly deleted_at: string | null };

/** A secondary status that a job went through. Times are ISO 8601. */
export interface TimelineEntry {
  readonly status: string | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  /** Null while it lasts. */
  readonly duration_seconds: number | null;
  readonly message: string | null;
}

/** A row of `billable_by_job`; amounts of money are exact decimals as text, null where they are not known. */
export interface JobBilling {
  readonly billing: string;
  readonly capacity: string;
  readonly waste: string | null;
  readonly billable_seconds: number | null;
  readonly instance_seconds: number | null;
  readonly spot_saved_instance_seconds: number | null;
  readonly warm_pool_instance_seconds: number | null;
  readonly currency: string;
  readonly cost: string | null;
  readonly is_unpriced: boolean;
}

export interface JobStory {
  readonly job: ShownJob;
  /** Jobs of the same account and region that had the name before. */
  readonly earlier_jobs: number;
  readonly timeline: readonly TimelineEntry[];
  /** Null where it has used nothing that is billed. */
  readonly billing: JobBilling | null;
  /** The latest changes, newest first. */
  readonly changes: readonly Omit<Version, 'id'>[];
}

interface Asked {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly versions: number;
}

/** Reads all about the job of a name or an ARN. Throws a CommandError where there is none or several. */
export async function readJob(db: Kysely<DatabaseSchema>, name: string, asked: Asked): Promise<JobStory> {
  const selection = { type: trainingJob, deleted: true };
  const found = await findByName(db, selection, allRowColumns(trainingJob), name, asked);
  const live = found.filter(({ deleted_at }) => deleted_at === null);
  const [row, ...others] = live.length > 0 ? live : found;
  if (!row) throw new CommandError(await notFound(db, name, asked));
  if (others.length > 0) throw new CommandError(ambiguous(name, [row, ...others]));
  // What the row is written as is what it is read as.
  const job = parseJson(row.json) as unknown as ShownJob;
  const versions =
    asked.versions === 0 ? [] : await readVersions(db, trainingJob.name, row.id, { limit: asked.versions });
  return {
    job,
    earlier_jobs: row.earlier,
    timeline: (job.secondary_status_transitions ?? []).map(({ status, start_time, end_time, status_message }) => ({
      status,
      start_time,
      end_time,
      duration_seconds:
        start_time === null || end_time === null ? null : (Date.parse(end_time) - Date.parse(start_time)) / 1000,
      message: status_message,
    })),
    billing: await readBilling(db, row.id),
    changes: versions.map(({ id: _, ...version }) => version),
  };
}

async function readBilling(db: Kysely<DatabaseSchema>, id: number): Promise<JobBilling | null> {
  const { rows } = await sql<JobBilling>`
    SELECT billing, capacity, waste, billable_seconds, instance_seconds, spot_saved_instance_seconds, warm_pool_instance_seconds,
      currency, trim_scale(cost)::text AS cost, is_unpriced
    FROM billable_by_job WHERE resource_id = ${id}`.execute(db);
  return rows[0] ?? null;
}

async function notFound(db: Kysely<DatabaseSchema>, name: string, { account, region }: Asked): Promise<string> {
  const place = [account && `account ${account}`, region && `region ${region}`].filter(Boolean).join(', ');
  const like = await namesLike(db, { type: trainingJob, deleted: true }, name);
  const where = place === '' ? '' : ` in ${place}`;
  return `there is no job ${name}${where}${like.length > 0 ? `; there is ${like.join(', ')}` : ''}`;
}

function ambiguous(name: string, rows: readonly NamedRow[]): string {
  const choices = rows.map(
    ({ account_id, account_name, region, created }) =>
      `  --account ${account_id} --region ${region}   ${account_name ?? ''} created ${formatTime(created)}`,
  );
  return [`${rows.length} accounts and regions have a job ${name}; say which one:`, ...choices].join('\n');
}
