import type { FailingType } from '../catalog/failure-reason.ts';
import { nounOf } from '../catalog/noun-of.ts';
import type { FailureGroup } from '../db/query/read-failures.ts';
import { formatMinute, formatTime } from './terminal/format-time.ts';
import { paragraph } from './terminal/paragraph.ts';
import { plural } from './terminal/plural.ts';
import { renderTable } from './terminal/table.ts';
import type { View } from './terminal/view.ts';

/** Returns failures as text: their number, and a row for each reason. */
export function renderFailures(
  type: FailingType,
  groups: readonly FailureGroup[],
  { since, limit }: { readonly since: string; readonly limit: number },
  view: View,
): string {
  const jobs = groups.reduce((sum, group) => sum + group.jobs, 0);
  const noun = nounOf(type);
  if (jobs === 0) return `no ${noun} failed since ${formatTime(since)}`;
  const head = `${plural(jobs, noun)} failed since ${formatTime(since)}, for ${plural(groups.length, 'reason')}`;
  const hidden = groups.length - limit;
  return [
    paragraph(head, view, { hanging: 2 }),
    '',
    renderTable<FailureGroup>(
      [
        { title: `${noun}s`, value: (group) => group.jobs },
        { title: 'reason', value: ({ reason }) => reason ?? '(none is given)', least: 24 },
        { title: 'accounts', value: accountsOf, importance: 2 },
        {
          title: 'newest',
          value: ({ newest: [job] }) => job && String(job[type.key.name]),
          isWhole: true,
          importance: 3,
        },
        {
          title: 'ended',
          value: ({ newest: [job] }) => job && formatMinute(job.ended_at),
          wraps: false,
          importance: 1,
        },
      ],
      groups.slice(0, limit),
      view,
    ),
    ...(hidden > 0 ? [view.paint('muted', `and ${plural(hidden, 'more reason')}: --limit shows more`)] : []),
  ].join('\n');
}

function accountsOf({ accounts }: FailureGroup): string {
  const names = accounts.slice(0, 3).map(({ account_id, account_name }) => account_name ?? account_id);
  return [...names, ...(accounts.length > 3 ? [`${accounts.length - 3} more`] : [])].join(', ');
}
