import type { Kysely } from 'kysely';
import { type DriftState, type ManifestDrift, readDrift } from '../db/manifests/read-drift.ts';
import { countUnmanaged, readUnmanaged, type UnmanagedJob } from '../db/manifests/read-unmanaged.ts';
import { type ManifestSource, readSources } from '../db/manifests/source-position.ts';
import type { DatabaseSchema } from '../db/schema.ts';
import { formatTime } from './terminal/format-time.ts';
import { plural } from './terminal/plural.ts';
import { readableJson } from './terminal/readable-json.ts';
import { renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

export interface DriftReport {
  readonly manifests: Readonly<Record<DriftState, number>>;
  readonly unmanaged: number;
  /** The clusters, and how fresh is what is known of them. */
  readonly sources: readonly ManifestSource[];
  /** Manifests that are not `same`. */
  readonly items: readonly Omit<ManifestDrift, 'id'>[];
  /** The jobs that no manifest manages, where they were asked for. */
  readonly jobs?: readonly Omit<UnmanagedJob, 'id'>[];
}

const pageSize = 1000;

/** Reads how every manifest stands, and which jobs no manifest manages. */
export async function findDrift(db: Kysely<DatabaseSchema>, listUnmanaged: boolean): Promise<DriftReport> {
  const manifests = { same: 0, drifted: 0, missing: 0, unread: 0 };
  const items: Omit<ManifestDrift, 'id'>[] = [];
  for await (const { id: _, ...drift } of readDrift(db)) {
    manifests[drift.state]++;
    if (drift.state !== 'same') items.push(drift);
  }
  const unmanaged = await countUnmanaged(db);
  const sources = await readSources(db);
  if (!listUnmanaged) return { manifests, unmanaged, sources, items };
  const jobs: Omit<UnmanagedJob, 'id'>[] = [];
  for (let after = 0; ; ) {
    const page = await readUnmanaged(db, { after, limit: pageSize });
    jobs.push(...page.map(({ id: _, ...job }) => job));
    after = page.at(-1)?.id ?? 0;
    if (page.length < pageSize) return { manifests, unmanaged, sources, items, jobs };
  }
}

interface DriftLine {
  readonly state: string;
  readonly manifest: string;
  readonly job: string | null;
  readonly account: string | null;
  readonly what: string;
}

/** Prints a report for people. */
export function printDrift({ manifests, unmanaged, sources, items, jobs }: DriftReport, view: View): void {
  const lines: DriftLine[] = [
    ...items.map(
      ({
        source,
        namespace,
        name,
        arn,
        training_job_name,
        account_id,
        account_name,
        state,
        differences,
        problems,
      }) => ({
        state,
        manifest: `${source}: ${namespace === '' ? '' : `${namespace}/`}${name}`,
        job: arn ?? training_job_name,
        account: accountOf(account_id, account_name),
        what: [
          ...differences.map(
            ({ field, part, aws, manifest }) =>
              `${part} ${field}: ${readableJson(manifest)} in the manifest, ${readableJson(aws)} in AWS`,
          ),
          ...problems.map((problem) => `not compared: ${problem}`),
        ].join('; '),
      }),
    ),
    ...(jobs ?? []).map(({ training_job_arn, training_job_status, account_id, account_name }) => ({
      ...{ state: 'unmanaged', manifest: '', job: training_job_arn, what: training_job_status ?? '' },
      account: accountOf(account_id, account_name),
    })),
  ];
  if (lines.length > 0) {
    const table = renderTable<DriftLine>(
      [
        { title: 'state', value: ({ state }) => state, tone: ({ state }) => statusTone(state), wraps: false },
        { title: 'manifest', value: ({ manifest }) => manifest || null, least: 16 },
        { title: 'job', value: ({ job }) => job, least: 20, importance: 1 },
        { title: 'account', value: ({ account }) => account, importance: 2 },
        { title: 'what', value: ({ what }) => what || null, least: 24 },
      ],
      lines,
      view,
    );
    console.log(`${table}\n`);
  }
  const { same, drifted, missing, unread } = manifests;
  const counts = Object.entries({ same, drifted, missing, unread }).map(
    ([state, count]) => `${count.toLocaleString('en-US')} ${state}`,
  );
  const total = same + drifted + missing + unread;
  console.log(total === 0 ? 'no manifest is known yet' : `${plural(total, 'manifest')}: ${counts.join(', ')}`);
  for (const { source, seen_at } of sources)
    console.log(`${source}: last heard from at ${seen_at === null ? 'an unknown time' : formatTime(seen_at)}`);
  console.log(`jobs that no manifest manages: ${unmanaged.toLocaleString('en-US')}`);
}

const accountOf = (id: string | null, name: string | null): string | null =>
  [id, name].filter(Boolean).join(' ') || null;
