import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { aggregateQuery, type ResourceType, type Selection } from '../api/queries.ts';
import { nounFor } from '../format/noun.ts';
import { formatCompact, formatInteger } from '../format/number.ts';
import { formatTime, timeZone } from '../format/time.ts';
import { StackedBars } from '../parts/stacked-bars.tsx';
import { nameOfStatus, type Tone, toneOf } from '../parts/status.tsx';
import { narrowedToRange } from './time-range.ts';

/** How statuses lie upon each other: what went well below, what failed on top. */
const order: readonly Tone[] = ['completed', 'running', 'warning', 'stopped', 'failed'];

const units = [
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'week', seconds: 604_800 },
  { unit: 'month', seconds: 2_629_800 },
  { unit: 'quarter', seconds: 7_889_400 },
] as const;
const mostBars = 140;

interface Props {
  readonly type: ResourceType;
  readonly selection: Selection;
  readonly onQuery: (q: string) => void;
}

/** When what the query finds was created, stacked by how they stand. A range that is dragged narrows the query. */
export function Histogram({ type, selection, onQuery }: Props) {
  const { created_at: created } = type.presentation.key;
  const [status] = type.presentation.statuses;
  const { data: ends } = useQuery(
    aggregateQuery(type.name, { ...selection, metrics: `min(${created}),max(${created})` }),
  );
  const range = ends?.groups[0];
  const from = Date.parse(String(range?.[`min(${created})`])) / 1000;
  const to = Date.parse(String(range?.[`max(${created})`])) / 1000;
  const { unit, seconds } = units.find((one) => (to - from) / one.seconds <= mostBars) ?? units[5];
  const { data } = useQuery({
    ...aggregateQuery(type.name, {
      ...selection,
      metrics: 'count',
      group_by: status,
      bucket: unit,
      time_zone: timeZone,
      limit: 2000,
    }),
    enabled: Number.isFinite(from),
  });
  const chart = useMemo(() => data && stack(data.groups, seconds, status), [data, seconds, status]);
  if (ends && !Number.isFinite(from)) return <div className="histogram" />;
  return (
    <div className="histogram">
      {chart && chart.x.length > 0 ? (
        <StackedBars
          label={`${nounFor(2, type)} over time by status, ${chart.x.length} bars, one for each ${unit}`}
          {...chart}
          height={104}
          format={formatCompact}
          titleOf={(index) =>
            `${formatTime(new Date((chart.x[index] ?? 0) * 1000).toISOString())} · ${formatInteger(chart.totals[index] ?? 0)} ${nounFor(chart.totals[index], type)}`
          }
          onRange={(start, end) => onQuery(narrowedToRange(selection.q ?? '', created, start, end))}
          onBar={(index) => {
            const start = chart.x[index] ?? 0;
            onQuery(narrowedToRange(selection.q ?? '', created, start, chart.x[index + 1] ?? start + seconds));
          }}
        />
      ) : (
        <span className="bone histogram-bone" />
      )}
    </div>
  );
}

type Groups = readonly Record<string, string | number | boolean | null>[];

/** The counts by bucket and status, with the buckets in between that have no job. */
function stack(groups: Groups, seconds: number, field: string | undefined) {
  const counts = new Map<number, Map<string, number>>();
  for (const group of groups) {
    const start = Date.parse(String(group.bucket)) / 1000;
    const status = String((field && group[field]) ?? '');
    const bucket = counts.get(start) ?? new Map<string, number>();
    bucket.set(status, (bucket.get(status) ?? 0) + Number(group.count));
    counts.set(start, bucket);
  }
  const known = [...counts.keys()].sort((a, b) => a - b);
  const x: number[] = [];
  for (const start of known) {
    // Clocks change and months differ: a gap is filled where a whole bucket is missing.
    for (let last = x.at(-1); last !== undefined && start - last > seconds * 1.6; last = x.at(-1))
      x.push(last + seconds);
    x.push(start);
  }
  const statuses = [...new Set([...counts.values()].flatMap((bucket) => [...bucket.keys()]))];
  const place = (status: string) => order.indexOf(toneOf(status));
  const series = statuses
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map((status) => ({
      label: nameOfStatus(status),
      color: `var(--${toneOf(status)}-fill)`,
      values: x.map((start) => counts.get(start)?.get(status) ?? 0),
    }));
  return { x, series, totals: x.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)) };
}
