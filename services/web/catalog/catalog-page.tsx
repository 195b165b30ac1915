import { Button, Select } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { aggregateQuery, fieldsQuery, type Selection } from '../api/queries.ts';
import type { CatalogSearch } from '../app/search-parameters.ts';
import { formatTime } from '../format/time.ts';
import { Icon } from '../parts/icon.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useTitle } from '../parts/use-title.ts';
import { columnOf } from './columns.tsx';
import { Facets } from './facets.tsx';
import { Groups } from './groups.tsx';
import { JobTable, NothingFound } from './job-table.tsx';
import { SearchBox } from './search-box.tsx';
import { defaultColumns, defaultSort } from './table-fields.ts';
import { rangeOf, ranges, withRange } from './time-range.ts';
import { Toolbar } from './toolbar.tsx';
import './catalog-page.css';

const catalogRoute = getRouteApi('/');

const JobPanel = lazy(async () => ({ default: (await import('../job/job-panel.tsx')).JobPanel }));

const Histogram = lazy(async () => ({ default: (await import('./histogram.tsx')).Histogram }));
const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));
const FacetsDrawer = lazy(async () => ({ default: (await import('./facets-drawer.tsx')).FacetsDrawer }));

const none: readonly string[] = [];

/** The catalog: a search, what its rows have in common, when they ran, and the rows themselves. */
export function CatalogPage() {
  const search = catalogRoute.useSearch();
  const navigate = catalogRoute.useNavigate();
  const router = useRouter();
  const { q = '', sort = defaultSort, group, job } = search;
  const go = useCallback(
    (change: Partial<CatalogSearch>, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace }),
    [navigate],
  );
  const searchFor = useCallback((text: string) => go({ q: text === '' ? undefined : text }), [go]);

  useTitle(q === '' ? 'Catalog' : q);
  const selection: Selection = useMemo(
    () => ({ q: q || undefined, deleted: search.deleted === 'true' || undefined, as_of: search.as_of }),
    [q, search.deleted, search.as_of],
  );
  const { data: type } = useQuery(fieldsQuery);
  const types = useMemo(() => new Map((type?.fields ?? []).map((field) => [field.path, field.type])), [type]);
  const [kept, setKept] = useKept<readonly string[]>('columns', none);
  const fields = search.columns?.split(',') ?? (kept.length > 0 ? kept : defaultColumns);
  const names = fields.join(',');
  const columns = useMemo(() => names.split(',').map((field) => columnOf(field, types)), [names, types]);

  // The cheapest request says whether the query is right; the editor underlines where it is not.
  const { error } = useQuery(aggregateQuery({ ...selection, metrics: 'min(creation_time),max(creation_time)' }));
  const wrong = error instanceof ApiError && error.parameter === 'q' ? error : undefined;

  const [total, setTotal] = useState<number | undefined>(undefined);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (arn: string) => {
    const next = new Set(chosen);
    if (!next.delete(arn)) next.add(arn);
    setChosen(next);
  };
  const [helpOpened, help] = useDisclosure(false);
  const [facetsOpened, drawer] = useDisclosure(false);
  const isNarrow = useMediaQuery('(max-width: 1000px)', undefined, { getInitialValueInEffect: false });
  useHotkeys([
    ['shift+?', help.open],
    ['Escape', () => job !== undefined && go({ job: undefined, tab: undefined })],
  ]);

  const range = rangeOf(q);
  const facets = <Facets selection={selection} onQuery={searchFor} />;
  return (
    <div className={job === undefined ? 'catalog' : 'catalog with-panel'}>
      {!isNarrow && (
        <aside className="catalog-facets" aria-label="Filters">
          {facets}
        </aside>
      )}
      {isNarrow && facetsOpened && (
        <Suspense>
          <FacetsDrawer onClose={drawer.close}>{facets}</FacetsDrawer>
        </Suspense>
      )}
      <div className="catalog-main">
        <h1 className="hidden-title">Catalog</h1>
        <div className="catalog-search">
          <SearchBox q={q} error={wrong} onSearch={searchFor} />
          <Select
            aria-label="Created"
            w={158}
            size="sm"
            data={[
              ...ranges.map(({ value, label }) => ({ value: value || 'all', label })),
              ...(ranges.some(({ value }) => value === range) ? [] : [{ value: range, label: 'Range of the query' }]),
            ]}
            value={range || 'all'}
            onChange={(value) => searchFor(withRange(q, value === 'all' || value === null ? '' : value))}
          />
        </div>
        {search.as_of !== undefined && (
          <div className="notice">
            <Icon name="history" size={14} /> The catalog as it was known at {formatTime(search.as_of)}
            <button type="button" className="link" onClick={() => go({ as_of: undefined })}>
              back to now
            </button>
          </div>
        )}
        {!wrong && (
          <Suspense fallback={<div className="histogram" />}>
            <Histogram selection={selection} onQuery={searchFor} />
          </Suspense>
        )}
        <Toolbar
          selection={selection}
          total={total}
          group={group}
          columns={fields}
          fields={type?.fields.map(({ path }) => path) ?? none}
          chosen={chosen.size}
          onGroup={(field) => go({ group: field })}
          onColumns={(next) => {
            setKept(next ?? none);
            go({ columns: next?.join(',') }, true);
          }}
          onCompare={() => void router.navigate({ to: '/compare', search: { jobs: [...chosen].join(',') } })}
          onForget={() => setChosen(new Set())}
          onDeleted={(shown) => go({ deleted: shown ? 'true' : undefined })}
          onFacets={drawer.open}
          onHelp={help.open}
        />
        <div className="catalog-rows">
          {group === undefined ? (
            <JobTable
              selection={selection}
              sort={sort}
              columns={columns}
              types={types}
              openArn={job}
              chosen={chosen}
              linkTo={(arn) => router.buildLocation({ to: '/jobs/$arn', params: { arn } }).href}
              onSort={(next) => go({ sort: next === defaultSort ? undefined : next })}
              onOpen={(arn) => go({ job: arn }, job !== undefined)}
              onChoose={choose}
              onTotal={setTotal}
              empty={
                <NothingFound>
                  <p>
                    {q === ''
                      ? 'Nothing has been crawled yet, or this key sees no account.'
                      : 'Take a term out, or look at a longer time.'}
                  </p>
                  {range !== '' && <Button onClick={() => searchFor(withRange(q, ''))}>Search all time</Button>}
                  {q !== '' && <Button onClick={() => searchFor('')}>Show every job</Button>}
                </NothingFound>
              }
            />
          ) : (
            <Groups selection={selection} field={group} onQuery={(next) => go({ q: next, group: undefined })} />
          )}
        </div>
      </div>
      {job !== undefined && (
        <Suspense fallback={<aside className="panel" />}>
          <JobPanel
            arn={job}
            tab={search.tab}
            onTab={(tab) => go({ tab }, true)}
            onClose={() => go({ job: undefined, tab: undefined })}
          />
        </Suspense>
      )}
      {helpOpened && (
        <Suspense>
          <Help onClose={help.close} />
        </Suspense>
      )}
    </div>
  );
}
