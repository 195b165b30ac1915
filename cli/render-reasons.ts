import { paragraph } from './terminal/paragraph.ts';
import { printableLine } from './terminal/printable.ts';
import { statusTone, type View } from './terminal/view.ts';

/** A crawled account and region, and why it is not complete. */
export interface TargetReason {
  readonly resource_type: string;
  readonly account_id: string | null;
  readonly account_name?: string | null;
  readonly region: string;
  readonly status: string;
  readonly reason: string | null;
}

/** `432779807257 fraud` */
export const accountOf = ({ account_id, account_name }: TargetReason): string =>
  [account_id ?? '(unknown)', account_name].filter(Boolean).join(' ');

/** Returns the resource types of targets. */
export const typesOf = (targets: readonly Pick<TargetReason, 'resource_type'>[]): string[] => [
  ...new Set(targets.map(({ resource_type }) => resource_type)),
];

/**
 * Why targets are not complete, once for each account, status and reason: a line that names the targets, and below it the reason; one
 * line in a pipe. Shows the first `most`, and counts the others.
 */
export function renderReasons(targets: readonly TargetReason[], view: View, most = Number.POSITIVE_INFINITY): string[] {
  const withReason = targets.filter(({ reason }) => reason !== null);
  const groups = [
    ...Map.groupBy(withReason, (target) => JSON.stringify([target.status, target.account_id, target.reason])).values(),
  ];
  const types = typesOf(targets).length;
  const shown = groups.slice(0, most);
  const hidden = groups.slice(shown.length).reduce((sum, { length }) => sum + length, 0);
  return [
    ...shown.map((group) => renderGroup(group, types, view)),
    ...(hidden > 0 ? [view.paint('muted', `and ${hidden} more targets that are not complete`)] : []),
  ];
}

function renderGroup(group: readonly TargetReason[], types: number, view: View): string {
  const [first] = group;
  if (!first) return '';
  const status = view.paint(statusTone(first.status), first.status);
  const own = typesOf(group);
  // A reason that holds for every type is printed once.
  const what = own.length < types ? `${own.join(', ')} of ` : '';
  const head = `${status}: ${what}${printableLine(accountOf(first))} in ${someRegions(group.map(({ region }) => region))}`;
  const reason = printableLine(first.reason ?? '');
  if (view.width === undefined) return `${head}: ${reason}`;
  return [paragraph(head, view, { hanging: 4 }), paragraph(`  ${reason}`, view)].join('\n');
}

/** Returns the first few regions, and the number of others. */
export const someRegions = (regions: readonly string[]): string => {
  const names = [...new Set(regions)];
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
};
