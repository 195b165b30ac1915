import type { Coverage, CoverageSums } from '../db/crawl/read-coverage.ts';
import { accountOf, renderReasons } from './render-reasons.ts';
import { typeColumn } from './target-table.ts';
import { formatMinute, formatTime } from './terminal/format-time.ts';
import { paragraph } from './terminal/paragraph.ts';
import { plural } from './terminal/plural.ts';
import { renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

/** The maximum number of targets to list on a terminal; if there are more, accounts are listed. */
const maxTableRows = 24;
const maxReasons = 12;

/**
 * Coverage for people: a line of sums; a row for each account and region, or, on a terminal, for each account where they are many and
 * not all are asked for; and below why some are not complete.
 */
export function renderCoverage(
  sums: CoverageSums,
  targets: readonly Coverage[],
  view: View,
  { all = false }: { readonly all?: boolean } = {},
): string {
  const counts = Object.entries(sums.by_status).map(([status, count]) => `${count.toLocaleString('en-US')} ${status}`);
  const never = sums.never_complete > 0 ? `, ${sums.never_complete.toLocaleString('en-US')} never` : '';
  const asOf = sums.as_of === null ? 'nothing was ever complete' : `complete as of ${formatTime(sums.as_of)}${never}`;
  const line = `${plural(sums.targets, 'target')}: ${counts.join(', ') || 'none'}; ${asOf}`;
  const head = paragraph(line, view, { hanging: 2 });
  if (targets.length === 0) return head;
  // A pipe gets every row with its reason; a terminal gets each reason once.
  const isPipe = view.width === undefined;
  const isLong = targets.length > maxTableRows && !all && !isPipe;
  const reasons = isPipe ? [] : renderReasons(targets, view, all ? undefined : maxReasons);
  const table = isLong ? eachAccount(targets, view) : eachTarget(targets, view);
  return [head, '', table, ...(reasons.length > 0 ? ['', ...reasons] : [])].join('\n');
}

function eachTarget(targets: readonly Coverage[], view: View): string {
  return renderTable<Coverage>(
    [
      { title: 'account', value: accountOf, least: 24 },
      { title: 'region', value: ({ region }) => region, wraps: false },
      ...typeColumn(targets),
      { title: 'status', value: ({ status }) => status, tone: ({ status }) => statusTone(status), wraps: false },
      { title: 'complete as of', value: ({ as_of }) => as_of && formatMinute(as_of), wraps: false, importance: 2 },
      ...(view.width === undefined ? [{ title: 'why', value: ({ reason }: Coverage) => reason ?? '' }] : []),
    ],
    targets,
    view,
  );
}

interface AccountCoverage {
  readonly account: string;
  readonly regions: number;
  /** Counts of the account's targets by status, e.g. `4 complete, 2 denied`, and the worst status. */
  readonly statuses: string;
  readonly worst: string;
  readonly incomplete: number;
  /** The oldest `as_of` of its targets; null if one was never complete. */
  readonly as_of: string | null;
}

const worstFirst = ['denied', 'partial', 'unsupported', 'complete', 'retired'];

/** Returns a row for each account, the least complete first. */
function eachAccount(targets: readonly Coverage[], view: View): string {
  const accounts = [...Map.groupBy(targets, ({ account_id }) => account_id).values()]
    .map(coverageOfAccount)
    .sort((a, b) => b.incomplete - a.incomplete || (a.as_of ?? '').localeCompare(b.as_of ?? ''));
  const shown = accounts.slice(0, maxTableRows);
  const hidden = accounts.length - shown.length;
  const table = renderTable<AccountCoverage>(
    [
      { title: 'account', value: ({ account }) => account, least: 24 },
      { title: 'regions', value: ({ regions }) => regions, importance: 1 },
      { title: 'status', value: ({ statuses }) => statuses, tone: ({ worst }) => statusTone(worst) },
      { title: 'complete as of', value: ({ as_of }) => as_of && formatMinute(as_of), wraps: false, importance: 2 },
    ],
    shown,
    view,
  );
  const more = hidden > 0 ? `and ${plural(hidden, 'more account')}; ` : '';
  return `${table}\n${paragraph(view.paint('muted', `${more}--all shows every account and region`), view)}`;
}

function coverageOfAccount(targets: readonly Coverage[]): AccountCoverage {
  const byStatus = Map.groupBy(targets, ({ status }) => status);
  const statuses = worstFirst.flatMap((status) => {
    const count = byStatus.get(status as Coverage['status'])?.length;
    return count === undefined ? [] : [`${count} ${status}`];
  });
  const crawled = targets.filter(({ status }) => status !== 'unsupported' && status !== 'retired');
  const asOf = crawled.map(({ as_of }) => as_of);
  const [first] = targets;
  return {
    account: first ? accountOf(first) : '',
    regions: new Set(targets.map(({ region }) => region)).size,
    statuses: statuses.join(', '),
    worst: worstFirst.find((status) => byStatus.has(status as Coverage['status'])) ?? '',
    incomplete: targets.filter(({ status }) => status !== 'complete' && status !== 'retired').length,
    as_of: asOf.includes(null) ? null : (asOf.toSorted()[0] ?? null),
  };
}
