import { type Kysely, sql } from 'kysely';
import { parseJson } from '../catalog/exact-json.ts';
import type { Fields } from '../catalog/fields.ts';
import { nounOf } from '../catalog/noun-of.ts';
import type { Stage } from '../catalog/presentation.ts';
import type { CatalogRow } from '../catalog/resource-schema.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { findByName, type NamedRow, namesLike } from '../db/query/find-by-name.ts';
import { readVersions, type Version } from '../db/query/read-versions.ts';
import { allRowColumns } from '../db/query/row-columns.ts';
import type { DatabaseSchema, RowMetadata } from '../db/schema.ts';
import { CommandError } from './exit-codes.ts';
import { formatTime } from './terminal/format-time.ts';

export type ShownRow = CatalogRow<Fields> &
  Omit<RowMetadata, 'id'> & { readonly account_name: string | null; readonly deleted_at: string | null };

/** A stage that a resource went through. Times are ISO 8601. */
export interface TimelineEntry {
  readonly status: string | null;
  readonly start_time: string | null;
  readonly end_time: string | null;
  /** Null while it lasts. */
  readonly duration_seconds: number | null;
  readonly message: string | null;
}

/** The billable use of a resource. Amounts are exact decimals as text; null if unknown. */
export interface ResourceBilling {
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

/** A resource as `--json` prints it. */
export interface ResourceStory {
  readonly job: ShownRow;
  /** Earlier resources of the same name, account and region. */
  readonly earlier_jobs: number;
  readonly timeline: readonly TimelineEntry[];
  /** Null if nothing is billed. */
  readonly billing: ResourceBilling | null;
  /** The latest changes, newest first. */
  readonly changes: readonly Omit<Version, 'id'>[];
}

interface Asked {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
  readonly versions: number;
}

/** Reads all about the resource of a name or an ARN. Throws a CommandError where there is none or several. */
export async function readResource(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  name: string,
  asked: Asked,
): Promise<ResourceStory> {
  const found = await findByName(db, { type, deleted: true }, allRowColumns(type), name, asked);
  const live = found.filter(({ deleted_at }) => deleted_at === null);
  const [row, ...others] = live.length > 0 ? live : found;
  if (!row) throw new CommandError(await notFound(db, type, name, asked));
  if (others.length > 0) throw new CommandError(ambiguous(nounOf(type), name, [row, ...others]));
  // Every column was read.
  const job = parseJson(row.json) as unknown as ShownRow;
  const versions = asked.versions === 0 ? [] : await readVersions(db, type.name, row.id, { limit: asked.versions });
  return {
    job,
    earlier_jobs: row.earlier,
    timeline: (type.presentation?.stages?.(job) ?? []).map(timelineEntry),
    billing: await readBilling(db, type.name, row.id),
    changes: versions.map(({ id: _, ...version }) => version),
  };
}

const timelineEntry = ({ status, start_time, end_time, message }: Stage): TimelineEntry => ({
  status,
  start_time,
  end_time,
  duration_seconds:
    start_time === null || end_time === null ? null : (Date.parse(end_time) - Date.parse(start_time)) / 1000,
  message,
});

async function readBilling(db: Kysely<DatabaseSchema>, type: string, id: number): Promise<ResourceBilling | null> {
  const { rows } = await sql<ResourceBilling>`
    SELECT billing, capacity, waste, billable_seconds, instance_seconds, spot_saved_instance_seconds, warm_pool_instance_seconds,
      currency, trim_scale(cost)::text AS cost, is_unpriced
    FROM billable_by_job WHERE resource_type = ${type} AND resource_id = ${id}`.execute(db);
  return rows[0] ?? null;
}

async function notFound(
  db: Kysely<DatabaseSchema>,
  type: AnyResourceType,
  name: string,
  { account, region }: Asked,
): Promise<string> {
  const place = [account && `account ${account}`, region && `region ${region}`].filter(Boolean).join(', ');
  const like = await namesLike(db, { type, deleted: true }, name);
  const where = place === '' ? '' : ` in ${place}`;
  return `there is no ${nounOf(type)} ${name}${where}${like.length > 0 ? `; there is ${like.join(', ')}` : ''}`;
}

function ambiguous(noun: string, name: string, rows: readonly NamedRow[]): string {
  const choices = rows.map(
    ({ account_id, account_name, region, created }) =>
      `  --account ${account_id} --region ${region}   ${account_name ?? ''} created ${formatTime(created)}`,
  );
  return [`${rows.length} accounts and regions have a ${noun} ${name}; say which one:`, ...choices].join('\n');
}
