import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type ResourceType, type UsageQuery, usageQuery } from '../api/queries.ts';
import { formatCompactMoney, formatMoney } from '../format/money.ts';
import { formatTime } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { palette } from '../parts/palette.ts';
import { StackedBars } from '../parts/stacked-bars.tsx';
import { State } from '../parts/state.tsx';
import { usedIn } from './dimensions.ts';
import type { Period } from './period.ts';
import { useNames } from './use-names.ts';

interface Props {
  readonly type: ResourceType;
  readonly query: UsageQuery;
  readonly by: string;
  readonly period: Period;
  /** The groups that have a colour of their own, the dearest first. */
  readonly largest: readonly (string | null)[];
}

/** Cost by day, or by week of a long period, stacked by the dearest groups. */
export function SpendChart({ type, query, by, period, largest }: Props) {
  const bucket = period.days > 120 ? 'week' : 'day';
  const { data } = useQuery(
    usageQuery({ ...query, compare: undefined, bucket, group_by: by.replaceAll(',', '\\,'), limit: 20_000 }),
  );
  const nameOf = useNames(by);
  const navigate = useNavigate();
  const chart = useMemo(() => {
    if (!data) return undefined;
    const x = data.buckets.map((bucket) => Date.parse(bucket) / 1000);
    const index = new Map(data.buckets.map((bucket, position) => [bucket, position]));
    const rows = new Map<string | null | 'others', number[]>(largest.map((value) => [value, x.map(() => 0)]));
    const others = x.map(() => 0);
    for (const { bucket, group, cost } of data.items) {
      const values = rows.get(group[by] ?? null) ?? others;
      const at = index.get(bucket ?? '') ?? -1;
      if (at >= 0) values[at] = (values[at] ?? 0) + Number(cost ?? 0);
    }
    const series = [...rows].map(([value, values], position) => ({
      value,
      color: palette[position] ?? 'var(--stopped-fill)',
      values,
    }));
    const hasOthers = others.some((value) => value > 0);
    return {
      x,
      series: hasOthers ? [...series, { value: 'others', color: 'var(--stopped-fill)', values: others }] : series,
    };
  }, [data, by, largest]);
  const series = chart?.series.map(({ value, ...one }) => ({ ...one, label: visible(nameOf(value)) || '(empty)' }));
  const isFree = chart?.series.every(({ values }) => values.every((value) => value === 0)) ?? false;
  const currency = data?.totals[0]?.currency ?? 'USD';
  return (
    <section className="card card-body" aria-label="Cost over time">
      <div className="spend-chart">
        {isFree && (
          <State title="No cost to draw">
            <p>Nothing that was used in this period has a price. The hours stand in the table.</p>
          </State>
        )}
        {chart && series && !isFree && (
          <StackedBars
            label={`Cost by ${bucket}, stacked by ${by}`}
            x={chart.x}
            series={series}
            onBar={(index) => {
              const [start, end] = [data?.buckets[index], data?.buckets[index + 1] ?? data?.to];
              if (start === undefined || end === undefined) return;
              const q = usedIn(type, { from: start, to: end }, query.q);
              void navigate({ to: '/', search: { type: type.name, q } });
            }}
            height={220}
            format={(value) => formatMoney(value, currency)}
            formatAxis={(value) => formatCompactMoney(value, currency)}
            titleOf={(index) =>
              formatTime(new Date((chart.x[index] ?? 0) * 1000).toISOString()).replace(/, 00:00$/, '')
            }
          />
        )}
      </div>
      <div className="legend">
        {!isFree &&
          series?.map(({ label, color }) => (
            <span key={label} title={label}>
              <i style={{ background: color }} />
              {label.length > 36 ? `${label.slice(0, 14)}…${label.slice(-20)}` : label}
            </span>
          ))}
      </div>
    </section>
  );
}
