import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { aggregateQuery, type Selection } from '../api/queries.ts';
import { formatCompact, formatInteger } from '../format/number.ts';
import { formatTime, timeZone } from '../format/time.ts';
import { StackedBars } from '../parts/stacked-bars.tsx';
import { narrowedToRange } from './time-range.ts';

const statuses = [
  { name: 'Completed', label: 'Completed', color: 'var(--completed-fill)' },
  { name: 'InProgress', label: 'In progress', color: 'var(--running-fill)' },
  { name: 'Stopped', label: 'Stopped', color: 'var(--stopped-fill)' },
  { name: 'Failed', label: 'Failed', color: 'var(--failed-fill)' },
] as const;

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
  readonly selection: Selection;
  readonly onQuery: (q: string) => void;
}

/** When the jobs of the query began, stacked by how they stand. A range that is dragged narrows the query. */
export function Histogram({ selection, onQuery }: Props) {
  const { data: ends } = useQuery(aggregateQuery({ ...selection, metrics: 'min(creation_time),max(creation_time)' }));
  const range = ends?.groups[0];
  const from = Date.parse(String(range?.['min(creation_time)'])) / 1000;
  const to = Date.parse(String(range?.['max(creation_time)'])) / 1000;
  const { unit, seconds } = units.find((one) => (to - from) / one.seconds <= mostBars) ?? units[5];
  const { data } = useQuery({
    ...aggregateQuery({
      ...selection,
      metrics: 'count',
      group_by: 'training_job_status',
      bucket: unit,
      time_zone: timeZone,
      limit: 2000,
    }),
    enabled: Number.isFinite(from),
  });
  const chart = useMemo(() => data && stack(data.groups, seconds), [data, seconds]);
  if (ends && !Number.isFinite(from)) return <div className="histogram" />;
  return (
    <div className="histogram">
      {chart && chart.x.length > 0 ? (
        <StackedBars
          label={`Jobs over time by status, ${chart.x.length} bars, one for each ${unit}`}
          {...chart}
          height={104}
          format={formatCompact}
          titleOf={(index) =>
            `${formatTime(new Date((chart.x[index] ?? 0) * 1000).toISOString())} · ${formatInteger(chart.totals[index] ?? 0)} jobs`
          }
          onRange={(start, end) => onQuery(narrowedToRange(selection.q ?? '', start, end))}
          onBar={(index) => {
            const start = chart.x[index] ?? 0;
            onQuery(narrowedToRange(selection.q ?? '', start, chart.x[index + 1] ?? start + seconds));
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
function stack(groups: Groups, seconds: number) {
  const counts = new Map<number, Map<string, number>>();
  for (const group of groups) {
    const start = Date.parse(String(group.bucket)) / 1000;
    const known = statuses.some(({ name }) => name === group.training_job_status);
    const status = known
      ? String(group.training_job_status)
      : group.training_job_status === 'Stopping'
        ? 'InProgress'
        : 'Stopped';
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
  const series = statuses.map(({ name, label, color }) => ({
    label,
    color,
    values: x.map((start) => counts.get(start)?.get(name) ?? 0),
  }));
  return { x, series, totals: x.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)) };
}
