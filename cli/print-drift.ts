import type { Kysely } from 'kysely';
import { readableJson } from '../catalog/readable-json.ts';
import type { ManagedType } from '../catalog/resource-types.ts';
import { type DriftState, type ManifestDrift, readDrift, shownDrift } from '../db/manifests/read-drift.ts';
import { countUnmanaged, readUnmanaged, type UnmanagedResource } from '../db/manifests/read-unmanaged.ts';
import { type ManifestSource, readSources } from '../db/manifests/source-position.ts';
import type { DatabaseSchema } from '../db/schema.ts';
import { formatTime } from './terminal/format-time.ts';
import { plural } from './terminal/plural.ts';
import { renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

export interface DriftReport {
  readonly manifests: Readonly<Record<DriftState, number>>;
  readonly unmanaged: number;
  /** The clusters, and how recent their data is. */
  readonly sources: readonly ManifestSource[];
  /** Manifests that are not `same`. */
  readonly items: readonly ManifestDrift[];
  /** The resources without a manifest, if they were asked for. */
  readonly jobs?: readonly UnmanagedResource[];
}

const pageSize = 1000;

/** Reads the state of every manifest, and the resources without one. */
export async function findDrift(
  db: Kysely<DatabaseSchema>,
  types: readonly ManagedType[],
  listUnmanaged: boolean,
): Promise<DriftReport> {
  const manifests = { same: 0, drifted: 0, missing: 0, unread: 0 };
  const items: ManifestDrift[] = [];
  for await (const drift of readDrift(db, types)) {
    manifests[drift.state]++;
    if (drift.state !== 'same') items.push(drift);
  }
  let unmanaged = 0;
  for (const type of types) unmanaged += await countUnmanaged(db, type);
  const sources = await readSources(db);
  if (!listUnmanaged) return { manifests, unmanaged, sources, items };
  const jobs: UnmanagedResource[] = [];
  for (const type of types) {
    let page: UnmanagedResource[];
    let after = 0;
    do {
      page = await readUnmanaged(db, type, { after, limit: pageSize });
      jobs.push(...page);
      after = page.at(-1)?.id ?? 0;
    } while (page.length === pageSize);
  }
  return { manifests, unmanaged, sources, items, jobs };
}

/** Returns a report for programs. */
export const driftJson = ({ items, jobs, ...report }: DriftReport, types: readonly ManagedType[]) => ({
  ...report,
  items: items.map((drift) => shownDrift(types, drift)),
  ...(jobs && { jobs: jobs.map(({ id: _, ...resource }) => resource) }),
});

interface DriftLine {
  readonly state: string;
  readonly manifest: string;
  readonly job: string | null;
  readonly account: string | null;
  readonly what: string;
}

/** Prints a report for people. */
export function printDrift(
  { manifests, unmanaged, sources, items, jobs }: DriftReport,
  types: readonly ManagedType[],
  view: View,
): void {
  const lines: DriftLine[] = [
    ...items.map(
      ({ source, namespace, name, arn, resource_name, account_id, account_name, state, differences, problems }) => ({
        state,
        manifest: `${source}: ${namespace === '' ? '' : `${namespace}/`}${name}`,
        job: arn ?? resource_name,
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
    ...(jobs ?? []).map((resource) => ({
      state: 'unmanaged',
      manifest: '',
      ...unmanagedFacts(types, resource),
      account: accountOf(resource.account_id, resource.account_name),
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
  console.log(
    total === 0
      ? 'there are no manifests yet: run sagecat kubernetes or sagecat import'
      : `${plural(total, 'manifest')}: ${counts.join(', ')}`,
  );
  for (const { source, seen_at } of sources)
    console.log(`${source}: last heard from at ${seen_at === null ? 'an unknown time' : formatTime(seen_at)}`);
  console.log(`jobs without a manifest: ${unmanaged.toLocaleString('en-US')}`);
}

/** Returns the ARN and the status of an unmanaged resource, which its type's columns hold. */
function unmanagedFacts(types: readonly ManagedType[], resource: UnmanagedResource): Pick<DriftLine, 'job' | 'what'> {
  const type = types.find(({ key }) => key.arn in resource);
  const status = type?.presentation?.statuses[0];
  return { job: String(resource[type?.key.arn ?? ''] ?? ''), what: String(resource[status ?? ''] ?? '') };
}

const accountOf = (id: string | null, name: string | null): string | null =>
  [id, name].filter(Boolean).join(' ') || null;
