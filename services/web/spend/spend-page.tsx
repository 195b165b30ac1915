import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { facetsQuery, type ResourceType, typesQuery, type Usage, type UsageQuery, usageQuery } from '../api/queries.ts';
import type { SpendSearch } from '../app/search-parameters.ts';
import { formatTime, timeZone } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { CardBone } from '../parts/card-bone.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { State } from '../parts/state.tsx';
import { TypeSelect } from '../parts/type-select.tsx';
import { useTitle } from '../parts/use-title.ts';
import { WithType } from '../parts/with-type.tsx';
import { dimensions, titleOfDimension } from './dimensions.ts';
import { Figures } from './figures.tsx';
import { daysAgo, monthsBefore, periodOf } from './period.ts';
import { SpendChart } from './spend-chart.tsx';
import './spend.css';
import { Running } from './running.tsx';
import { SpendSearchBox } from './spend-search-box.tsx';
import { SpendTable } from './spend-table.tsx';
import { Unpriced } from './unpriced.tsx';
import { Waste } from './waste.tsx';

const spendRoute = getRouteApi('/spend');

/** What was used and what it cost in a period, beside the one before. */
export function SpendPage() {
  const { type: name } = spendRoute.useSearch();
  return <WithType name={name}>{(type) => <Spend type={type} />}</WithType>;
}

/** The spend of all types, or of the one that the URL names; a search is in the words of `type`. */
function Spend({ type }: { type: ResourceType }) {
  const search = spendRoute.useSearch();
  const navigate = spendRoute.useNavigate();
  const go = (change: Partial<SpendSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const by = search.by ?? 'instance_type';
  const period = periodOf(search);
  useTitle(`Spend · ${period.title}`);
  const query = useMemo<UsageQuery>(
    () =>
      ({
        type: search.type,
        from: period.from,
        to: period.to,
        time_zone: timeZone,
        q: search.q,
        compare: 'previous',
      }) as UsageQuery,
    [search.type, period.from, period.to, search.q],
  );
  const { data, error, refetch, isPlaceholderData } = useQuery(
    usageQuery({ ...query, group_by: by.replaceAll(',', '\\,'), limit: 1000 }),
  );
  const { data: keys } = useQuery(facetsQuery(type.name, {}, ['tag_map'], 40));
  const tags = (keys?.facets[0]?.values ?? []).map(({ value }) => `tag:${value}`);
  const choices = [...new Set([...dimensions.map(({ name }) => name), ...tags, by])];
  const { data: known } = useQuery(typesQuery);
  const billed = (known ?? [type]).filter(({ presentation }) => presentation.billing !== null);
  const types = search.type === undefined ? billed : [type];
  const totals = data?.totals ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>Spend</h1>
        <div className="controls">
          <TypeSelect
            value={search.type}
            types={(name) => billed.some((one) => one.name === name)}
            onChange={(name) => go({ type: name, q: undefined })}
          />
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
      <SpendSearchBox
        type={type}
        q={search.q ?? ''}
        // A search is of one type.
        onSearch={(q) => go({ q: q || undefined, type: q ? type.name : search.type })}
        error={error}
      />
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
          {!data && <CardBone />}
          {data && totals.length > 0 && (
            <>
              {totals.some(({ unpriced_jobs: jobs }) => jobs > 0) && <Unpriced query={query} />}
              <SpendChart type={type} query={query} by={by} period={period} largest={largestOf(data, by)} />
              <SpendTable data={data} query={query} by={by} types={types} />
              {period.to === undefined && <Running type={search.type} q={search.q} />}
              <Waste query={query} types={types} />
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

const largestOf = ({ items }: Usage, by: string): readonly (string | null)[] =>
  items.slice(0, 9).map(({ group }) => group[by] ?? null);
