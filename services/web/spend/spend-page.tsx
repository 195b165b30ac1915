import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { coverageQuery, facetsQuery, type Usage, type UsageQuery, usageQuery } from '../api/queries.ts';
import type { SpendSearch } from '../app/search-parameters.ts';
import { formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { formatInteger } from '../format/number.ts';
import { formatTime, timeZone } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { State } from '../parts/state.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Change } from './change.tsx';
import { dimensions, jobsOf, titleOfDimension } from './dimensions.ts';
import { daysAgo, monthsBefore, periodOf } from './period.ts';
import { SpendChart } from './spend-chart.tsx';
import './spend.css';
import { ScrollX } from '../parts/scroll-x.tsx';
import { SpendSearchBox } from './spend-search-box.tsx';
import { Waste } from './waste.tsx';

const spendRoute = getRouteApi('/spend');

/** What was used and what it cost in a period, beside the one before. */
export function SpendPage() {
  const search = spendRoute.useSearch();
  const navigate = spendRoute.useNavigate();
  const go = (change: Partial<SpendSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const by = search.by ?? 'instance_type';
  const period = periodOf(search);
  useTitle(`Spend · ${period.title}`);
  const query = useMemo<UsageQuery>(
    () => ({ from: period.from, to: period.to, time_zone: timeZone, q: search.q, compare: 'previous' }) as UsageQuery,
    [period.from, period.to, search.q],
  );
  const { data, error, refetch, isPlaceholderData } = useQuery(
    usageQuery({ ...query, group_by: by.replaceAll(',', '\\,'), limit: 1000 }),
  );
  const { data: keys } = useQuery(facetsQuery({}, ['tag_map'], 40));
  const tags = (keys?.facets[0]?.values ?? []).map(({ value }) => `tag:${value}`);
  const choices = [...new Set([...dimensions.map(({ name }) => name), ...tags, by])];
  const totals = data?.totals ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>Spend</h1>
        <div className="controls">
          {search.from && (
            <>
              <TextInput
                type="date"
                aria-label="From"
                value={search.from}
                onChange={(event) => go({ from: event.currentTarget.value || daysAgo(30) })}
              />
              <TextInput
                type="date"
                aria-label="To, which is not in it"
                value={search.to ?? ''}
                onChange={(event) => go({ to: event.currentTarget.value || undefined })}
              />
            </>
          )}
          <Select
            aria-label="Period"
            w={150}
            value={search.from ? 'range' : period.month}
            data={[{ value: 'range', label: 'From … to …' }, ...monthsBefore(18)]}
            onChange={(value) =>
              value === 'range'
                ? go({ from: daysAgo(30), to: undefined })
                : value !== null && go({ month: value, from: undefined, to: undefined })
            }
          />
          <Select
            aria-label="By"
            w={180}
            searchable
            value={by}
            data={choices.map((value) => ({ value, label: `by ${titleOfDimension(value).toLowerCase()}` }))}
            onChange={(value) => value !== null && go({ by: value })}
          />
        </div>
      </div>
      <SpendSearchBox q={search.q ?? ''} onSearch={(q) => go({ q: q || undefined })} error={error} />
      {error ? (
        <ErrorState error={error} reset={() => void refetch()} />
      ) : (
        <div className={isPlaceholderData ? 'stale' : ''}>
          {data && totals.length === 0 && (
            <State title="Nothing was used in this period">
              <p>Choose another month, or take the search away.</p>
              {search.q && <Button onClick={() => go({ q: undefined })}>Take the search away</Button>}
            </State>
          )}
          {totals.map((total) => (
            <Figures key={total.currency} total={total} />
          ))}
          {!data && (
            <div className="card card-body">
              <span className="bone" />
            </div>
          )}
          {data && totals.length > 0 && (
            <>
              <SpendChart query={query} by={by} period={period} largest={largestOf(data, by)} />
              <SpendTable data={data} by={by} q={search.q} />
              <Waste query={query} q={search.q} />
              <p className="soft fine">
                {formatTime(data.from)} to {formatTime(data.to)}, days of {data.time_zone}
                {data.previous && `, beside ${formatTime(data.previous.from)} to ${formatTime(data.previous.to)}`}.
                {data.price_origins.length > 0 && ` Prices: ${data.price_origins.map(visible).join('; ')}.`}
              </p>
            </>
          )}
        </div>
      )}
    </div>
  );
}

type Total = Usage['totals'][number];

const largestOf = ({ items }: Usage, by: string): readonly (string | null)[] =>
  items.slice(0, 9).map(({ group }) => group[by] ?? null);

/** The sums of the period, one line for each currency. */
function Figures({ total }: { total: Total }) {
  const { currency, previous } = total;
  const cost = (amount: string | null | undefined) => formatMoney(amount, currency);
  const figures = [
    { title: 'Cost', value: cost(total.cost), change: <Change now={total.cost} before={previous?.cost} /> },
    {
      title: 'Jobs',
      value: formatInteger(total.jobs),
      change: <Change now={total.jobs} before={previous?.jobs} isNeutral />,
    },
    {
      title: 'Instance hours',
      value: formatHours(total.instance_seconds),
      change: <Change now={total.instance_seconds} before={previous?.instance_seconds} isNeutral />,
    },
    { title: 'Warm pools', value: cost(total.warm_pool_cost), change: formatHours(total.warm_pool_instance_seconds) },
    {
      title: 'Saved by spot',
      value: cost(total.spot_saved_cost),
      change: formatHours(total.spot_saved_instance_seconds),
    },
    ...(total.unpriced_jobs > 0
      ? [{ title: 'Without a price', value: formatInteger(total.unpriced_jobs), change: 'sagecat prices missing' }]
      : []),
  ];
  return (
    <section className="card" aria-label={`Sums in ${currency}`}>
      <dl className="figures">
        {figures.map(({ title, value, change }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
            <dd className="soft">{change}</dd>
          </div>
        ))}
      </dl>
      {total.running_jobs > 0 && (
        <p className="figures-note soft">
          {formatInteger(total.running_jobs)} jobs are still running: their cost is not all in yet.
        </p>
      )}
    </section>
  );
}

function SpendTable({ data, by, q }: { data: Usage; by: string; q: string | undefined }) {
  const { data: coverage } = useQuery(coverageQuery);
  const nameOf = (value: string) =>
    by === 'account_id' ? (coverage?.items.find(({ account_id: id }) => id === value)?.account_name ?? value) : value;
  const total = Number(data.totals[0]?.cost ?? 0);
  return (
    <section className="card">
      <ScrollX label="Spend by group">
        <table className="table spend-table">
          <thead>
            <tr>
              <th>{titleOfDimension(by)}</th>
              <th className="number">Jobs</th>
              <th className="number">Instance hours</th>
              <th className="number">Spot saved</th>
              <th className="number">Warm pool</th>
              <th className="number">Cost</th>
              <th className="number">Before</th>
              <th className="number">Change</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => {
              const value = item.group[by] ?? null;
              const share = total > 0 ? Number(item.cost ?? 0) / total : 0;
              return (
                <tr key={`${value}${item.currency}`}>
                  <td className="spend-name">
                    <Link to="/" search={{ q: jobsOf(by, value, data, q) }} title="The jobs behind it">
                      {value === null ? 'none' : visible(nameOf(value)).slice(0, 160) || '(empty)'}
                    </Link>
                  </td>
                  <td className="number">{formatInteger(item.jobs)}</td>
                  <td className="number">{formatHours(item.instance_seconds)}</td>
                  <td className="number">{formatMoney(item.spot_saved_cost, item.currency)}</td>
                  <td className="number">{formatMoney(item.warm_pool_cost, item.currency)}</td>
                  <td className="number spend-cost" style={{ backgroundSize: `${share * 100}% 20px` }}>
                    {formatMoney(item.cost, item.currency)}
                  </td>
                  <td className="number soft">{formatMoney(item.previous?.cost, item.currency)}</td>
                  <td className="number">
                    <Change now={item.cost} before={item.previous?.cost} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
      {data.truncated && <p className="notice">The dearest thousand are shown; narrow the search to see others.</p>}
    </section>
  );
}
