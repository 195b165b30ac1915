import type { JobCounts } from '../db/crawl/schema.ts';
import { type Column, renderTable } from './terminal/table.ts';
import { toneOf, type View } from './terminal/view.ts';

/** A target of a crawl as far as people are shown it. */
export interface ShownTarget {
  readonly account_id: string | null;
  readonly account_name?: string | null;
  readonly region: string;
  readonly status: string;
  readonly reason: string | null;
  readonly jobs?: Partial<JobCounts> | undefined;
}

/** Statuses of targets, the worst first. */
const worstFirst = ['failed', 'denied', 'partial', 'interrupted', 'running', 'queued', 'unsupported', 'complete'];
/** Targets that are listed one by one; more are added up. */
const mostTargets = 24;
/** Lines of reasons before the rest is counted. */
const mostReasons = 12;

const accountOf = ({ account_id, account_name }: ShownTarget): string =>
  [account_id ?? '(unknown)', account_name].filter(Boolean).join(' ');

/** Columns of counts, of a target or of several. */
const countColumns = <Row>(jobsOf: (row: Row) => Partial<JobCounts> | undefined): Column<Row>[] =>
  (
    [
      ['seen', 4],
      ['new', 2],
      ['changed', 1],
      ['failed', 3],
    ] as const
  ).map(([title, importance]) => ({ title, importance, align: 'right', value: (row) => jobsOf(row)?.[title] }));

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
  const isLong = targets.length > mostTargets && !all;
  return [isLong ? sumsByStatus(sorted, view) : eachTarget(sorted, view), ...reasons(sorted, view, all)].join('\n');
}

const rank = ({ status }: ShownTarget): number => worstFirst.indexOf(status);

function eachTarget(targets: readonly ShownTarget[], view: View): string {
  return renderTable<ShownTarget>(
    [
      { title: 'status', value: ({ status }) => status, tone: ({ status }) => toneOf(status), wraps: false },
      { title: 'account', value: accountOf, least: 24 },
      { title: 'region', value: ({ region }) => region, wraps: false },
      ...countColumns<ShownTarget>(({ jobs }) => jobs),
    ],
    targets,
    view,
  );
}

function sumsByStatus(targets: readonly ShownTarget[], view: View): string {
  const groups = [...Map.groupBy(targets, ({ status }) => status)].map(([status, members]) => ({
    status,
    targets: members.length,
    accounts: new Set(members.map(({ account_id }) => account_id)).size,
    jobs: sumOf(members),
  }));
  return renderTable<(typeof groups)[number]>(
    [
      { title: 'status', value: ({ status }) => status, tone: ({ status }) => toneOf(status), wraps: false },
      { title: 'targets', value: (group) => group.targets },
      { title: 'accounts', value: ({ accounts }) => accounts, importance: 5 },
      ...countColumns<(typeof groups)[number]>(({ jobs }) => jobs),
    ],
    groups,
    view,
  );
}

const sumOf = (targets: readonly ShownTarget[]): Partial<JobCounts> => {
  const sum = (name: keyof JobCounts) => targets.reduce((total, { jobs }) => total + (jobs?.[name] ?? 0), 0);
  return { seen: sum('seen'), new: sum('new'), changed: sum('changed'), failed: sum('failed') };
};

interface Reason {
  readonly status: string;
  readonly reason: string;
  readonly targets: readonly ShownTarget[];
}

/** Why targets are not complete: those that share an account and a reason together, or a reason alone where they are many. */
function reasons(sorted: readonly ShownTarget[], view: View, all: boolean): string[] {
  const withReason = sorted.filter(({ reason }) => reason !== null);
  if (withReason.length === 0) return [];
  const grouped = (key: (target: ShownTarget) => string): Reason[] =>
    [...Map.groupBy(withReason, key).values()].map((members) => ({
      status: members[0]?.status ?? '',
      reason: members[0]?.reason ?? '',
      targets: members,
    }));
  const byAccount = grouped((target) => JSON.stringify([target.status, target.account_id, target.reason]));
  const shown = all ? byAccount : byAccount.slice(0, mostReasons);
  const hidden = byAccount.slice(shown.length).reduce((sum, { targets }) => sum + targets.length, 0);
  return [
    '',
    renderTable<Reason>(
      [
        { title: 'status', value: ({ status }) => status, tone: ({ status }) => toneOf(status), wraps: false },
        { title: 'account', value: ({ targets: [first] }) => (first ? accountOf(first) : '') },
        { title: 'regions', value: ({ targets }) => regionsOf(targets), least: 14, importance: 1 },
        { title: 'why', value: ({ reason }) => reason, least: 24 },
      ],
      shown,
      view,
    ),
    ...(hidden > 0 ? [view.paint('muted', `and ${hidden} more targets that are not complete`)] : []),
  ];
}

const regionsOf = (targets: readonly ShownTarget[]): string => {
  const names = targets.map(({ region }) => region);
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
};
