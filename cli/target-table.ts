import type { ResourceCounts } from '../db/crawl/schema.ts';
import { accountOf, renderReasons, type TargetReason, typesOf } from './render-reasons.ts';
import { type Column, renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

/** A target of a crawl as it is printed. */
export interface ShownTarget extends TargetReason {
  readonly jobs?: Partial<ResourceCounts> | undefined;
}

/** Statuses of targets, the worst first. */
const worstFirst = ['failed', 'denied', 'partial', 'interrupted', 'running', 'queued', 'unsupported', 'complete'];
/** The maximum number of targets to list one by one; more are added up. */
const maxTargets = 24;
/** The maximum number of reasons to print; the rest are counted. */
const maxReasons = 12;

/** Columns of counts, for one target or the sum of several. */
const countColumns = <Row>(jobsOf: (row: Row) => Partial<ResourceCounts> | undefined): Column<Row>[] =>
  (
    [
      ['seen', 4],
      ['new', 2],
      ['changed', 1],
      ['failed', 3],
    ] as const
  ).map(([title, importance]) => ({ title, importance, align: 'right', value: (row) => jobsOf(row)?.[title] }));

/** A column of the type, if there are several. */
export const typeColumn = <Row extends Pick<ShownTarget, 'resource_type'>>(rows: readonly Row[]): Column<Row>[] =>
  typesOf(rows).length > 1 ? [{ title: 'type', value: ({ resource_type }) => resource_type }] : [];

/**
 * Targets for people, the worst first: one by one where they are few or all are asked for, else added up by status; and below why
 * targets are not complete.
 */
export function renderTargets(
  targets: readonly ShownTarget[],
  view: View,
  { all = false }: { readonly all?: boolean } = {},
): string {
  const sorted = targets.toSorted((a, b) => rank(a) - rank(b));
  const isLong = targets.length > maxTargets && !all;
  const reasons = renderReasons(sorted, view, all ? undefined : maxReasons);
  const table = isLong ? sumsByStatus(sorted, view) : eachTarget(sorted, view);
  return [table, ...(reasons.length > 0 ? ['', ...reasons] : [])].join('\n');
}

const rank = ({ status }: ShownTarget): number => worstFirst.indexOf(status);

function eachTarget(targets: readonly ShownTarget[], view: View): string {
  return renderTable<ShownTarget>(
    [
      { title: 'status', value: ({ status }) => status, tone: ({ status }) => statusTone(status), wraps: false },
      { title: 'account', value: accountOf, least: 24 },
      { title: 'region', value: ({ region }) => region, wraps: false },
      ...typeColumn(targets),
      ...countColumns<ShownTarget>(({ jobs }) => jobs),
    ],
    targets,
    view,
  );
}

function sumsByStatus(targets: readonly ShownTarget[], view: View): string {
  const ofType = Map.groupBy(targets, ({ status, resource_type }) => `${status} ${resource_type}`);
  const groups = [...ofType.values()].map((members) => ({
    status: members[0]?.status ?? '',
    resource_type: members[0]?.resource_type ?? '',
    targets: members.length,
    accounts: new Set(members.map(({ account_id }) => account_id)).size,
    jobs: sumOf(members),
  }));
  return renderTable<(typeof groups)[number]>(
    [
      { title: 'status', value: ({ status }) => status, tone: ({ status }) => statusTone(status), wraps: false },
      ...typeColumn(groups),
      { title: 'targets', value: (group) => group.targets },
      { title: 'accounts', value: ({ accounts }) => accounts, importance: 5 },
      ...countColumns<(typeof groups)[number]>(({ jobs }) => jobs),
    ],
    groups,
    view,
  );
}

const sumOf = (targets: readonly ShownTarget[]): Partial<ResourceCounts> => {
  const sum = (name: keyof ResourceCounts) => targets.reduce((total, { jobs }) => total + (jobs?.[name] ?? 0), 0);
  return { seen: sum('seen'), new: sum('new'), changed: sum('changed'), failed: sum('failed') };
};
