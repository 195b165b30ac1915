import type { Coverage, CoverageSums } from '../db/crawl/read-coverage.ts';
import { accountOf, renderReasons } from './render-reasons.ts';
import { formatTime } from './terminal/format-time.ts';
import { paragraph } from './terminal/paragraph.ts';
import { renderTable } from './terminal/table.ts';
import { toneOf, type View } from './terminal/view.ts';

/** Coverage for people: a line of sums, and a row for each account and region, and below why some are not complete. */
export function renderCoverage(sums: CoverageSums, targets: readonly Coverage[], view: View): string {
  const counts = Object.entries(sums.by_status).map(([status, count]) => `${count} ${status}`);
  const never = sums.never_complete > 0 ? `, ${sums.never_complete} never` : '';
  const asOf = sums.as_of === null ? 'nothing was ever complete' : `complete as of ${formatTime(sums.as_of)}${never}`;
  const head = paragraph(`${sums.targets} targets: ${counts.join(', ') || 'none'}; ${asOf}`, view);
  if (targets.length === 0) return head;
  const isOfSeveralTypes = new Set(targets.map(({ resource_type }) => resource_type)).size > 1;
  // Whoever filters rows wants the reason in each; whoever looks at them wants it once.
  const isPipe = view.width === undefined;
  const reasons = isPipe ? [] : renderReasons(targets, view);
  return [
    head,
    '',
    renderTable<Coverage>(
      [
        { title: 'account', value: accountOf, least: 24 },
        { title: 'region', value: ({ region }) => region, wraps: false },
        ...(isOfSeveralTypes ? [{ title: 'type', value: ({ resource_type }: Coverage) => resource_type }] : []),
        { title: 'status', value: ({ status }) => status, tone: ({ status }) => toneOf(status), wraps: false },
        { title: 'complete as of', value: ({ as_of }) => as_of && formatTime(as_of), wraps: false, importance: 2 },
        ...(isPipe ? [{ title: 'why', value: ({ reason }: Coverage) => reason ?? '' }] : []),
      ],
      targets,
      view,
    ),
    ...(reasons.length > 0 ? ['', ...reasons] : []),
  ].join('\n');
}
