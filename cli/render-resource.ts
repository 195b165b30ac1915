import { consoleLink } from '../catalog/console-link.ts';
import { nounOf } from '../catalog/noun-of.ts';
import type { Fact, FactSection } from '../catalog/presentation.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { fieldText, rowPresentation } from '../catalog/row-presentation.ts';
import { money } from '../services/report/figures.ts';
import type { ResourceBilling, ResourceStory, TimelineEntry } from './read-resource.ts';
import { factText } from './terminal/fact-text.ts';
import { formatDuration } from './terminal/format-duration.ts';
import { formatTime } from './terminal/format-time.ts';
import { paragraph } from './terminal/paragraph.ts';
import { printable } from './terminal/printable.ts';
import { renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

/** Returns one resource as text, in sections, without empty ones. */
export function renderResource(type: AnyResourceType, story: ResourceStory, view: View): string {
  const { job, timeline, billing, changes } = story;
  const { name, statuses, failureReason, costs, sections } = rowPresentation(type, job);
  const status = view.paint(statusTone(statuses[0] ?? ''), statuses.join(', '));
  return [
    `${printable(name)}  ${status}`.trimEnd(),
    ...(job.deleted_at === null ? [] : [view.paint('warn', `gone since ${formatTime(job.deleted_at)}`)]),
    ...(failureReason === null ? [] : ['', paragraph(view.paint('bad', printable(failureReason)), view)]),
    ...facts({ title: '', facts: whereAndWhen(type, story) }, view),
    ...section('Timeline', timelineTable(timeline, view), view),
    ...facts({ title: 'Cost', facts: [...costs, ...costOf(billing)] }, view),
    ...sections.flatMap((one) => facts(one, view)),
    ...facts(
      { title: 'Tags', facts: Object.entries(job.tag_map ?? {}).map(([name, value]) => ({ name, value })) },
      view,
    ),
    ...section('What changed', changes.length === 0 ? '' : changesTable(changes, view), view),
  ].join('\n');
}

const section = (title: string, text: string, view: View): string[] =>
  text === '' ? [] : ['', ...(title === '' ? [] : [view.paint('heading', title)]), text];

/** Names and values in two columns. */
function facts({ title, facts: all }: FactSection, view: View): string[] {
  const known = all.filter(({ value }) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return [];
  const table = renderTable<Fact>(
    [
      { title: '', value: ({ name }) => name, wraps: false },
      { title: '', value: (fact) => String(factText(fact)), least: 30 },
    ],
    known,
    view,
  );
  // The titles are empty: their line is dropped.
  return section(title, table.slice(table.indexOf('\n') + 1), view);
}

function whereAndWhen(type: AnyResourceType, { job, earlier_jobs }: ResourceStory): Fact[] {
  const { key, presentation } = type;
  return [
    { name: 'account', value: [job.account_id, job.account_name].filter(Boolean).join(' ') },
    { name: 'region', value: job.region },
    { name: 'ARN', value: String(job[key.arn]) },
    { name: 'console', value: consoleLink(type, job.region, String(job[key.name])) },
    { name: 'created', value: String(job[key.createdAt]), unit: 'time' },
    ...(presentation?.times?.(job) ?? []),
    { name: 'first seen', value: String(job.first_seen_at), unit: 'time' },
    { name: 'last changed', value: String(job.changed_at), unit: 'time' },
    { name: 'completeness', value: job.completeness === 'described' ? null : 'what Search lacks is not read yet' },
    {
      name: `earlier ${nounOf(type)}s`,
      value: earlier_jobs > 0 ? `${earlier_jobs} had this name before` : null,
    },
  ];
}

const timelineTable = (timeline: readonly TimelineEntry[], view: View): string =>
  timeline.length === 0
    ? ''
    : renderTable<TimelineEntry>(
        [
          { title: 'status', value: ({ status }) => status, wraps: false },
          { title: 'began', value: ({ start_time }) => start_time && formatTime(start_time), wraps: false },
          {
            title: 'took',
            value: ({ duration_seconds: seconds }) => (seconds === null ? 'goes on' : formatDuration(seconds)),
            align: 'right',
          },
          { title: 'message', value: ({ message }) => message ?? '', least: 24, importance: 1 },
        ],
        timeline,
        view,
      );

function costOf(billing: ResourceBilling | null): Fact[] {
  if (!billing) return [];
  const hours = (seconds: number | null) => (seconds ? `${(seconds / 3600).toFixed(2)} instance hours` : null);
  return [
    { name: 'billed', value: hours(billing.instance_seconds) },
    { name: 'state', value: billing.billing },
    { name: 'capacity', value: billing.capacity },
    { name: 'came to nothing', value: billing.waste },
    { name: 'saved by spot', value: hours(billing.spot_saved_instance_seconds) },
    { name: 'warm pool', value: hours(billing.warm_pool_instance_seconds) },
    {
      name: 'cost',
      value: billing.cost === null ? unknownCost(billing) : `${money(billing.cost)} ${billing.currency}`,
    },
  ];
}

const unknownCost = ({ is_unpriced }: ResourceBilling): string =>
  is_unpriced ? 'not known: there is no price for it (sagecat prices missing)' : 'not known yet';

function changesTable(changes: ResourceStory['changes'], view: View): string {
  const lines = changes.flatMap(({ seen_at, kind, differences }) =>
    differences.length === 0
      ? [{ seen_at, field: kind, from: '', to: '' }]
      : differences.map(({ field, before, after }) => ({
          ...{ seen_at, field },
          ...{ from: fieldText(before) ?? '-', to: fieldText(after) ?? '-' },
        })),
  );
  return renderTable<(typeof lines)[number]>(
    [
      { title: 'seen', value: (line) => formatTime(line.seen_at), wraps: false },
      { title: 'field', value: ({ field }) => field, least: 16 },
      { title: 'before', value: ({ from }) => from, importance: 1 },
      { title: 'after', value: ({ to }) => to, importance: 2 },
    ],
    lines,
    view,
  );
}
