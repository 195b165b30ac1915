import { Button, Select } from '@mantine/core';
import { useDisclosure, useHotkeys, useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { ApiError } from '../api/client.ts';
import { aggregateQuery, facetsQuery, fieldsQuery, type ResourceType, type Selection } from '../api/queries.ts';
import type { CatalogSearch } from '../app/search-parameters.ts';
import { nounFor, pluralTitle } from '../format/noun.ts';
import { formatTime } from '../format/time.ts';
import { Icon } from '../parts/icon.tsx';
import { State } from '../parts/state.tsx';
import { useKept } from '../parts/use-kept.ts';
import { useTitle } from '../parts/use-title.ts';
import { WithType } from '../parts/with-type.tsx';
import { columnOf } from './columns.tsx';
import { Facets } from './facets.tsx';
import { Groups } from './groups.tsx';
import { JobTable } from './job-table.tsx';
import { SearchBox } from './search-box.tsx';
import { defaultColumns, defaultSort } from './table-fields.ts';
import { rangeOf, ranges, withRange } from './time-range.ts';
import { Toolbar } from './toolbar.tsx';
import './catalog-page.css';

const catalogRoute = getRouteApi('/');

const ResourcePanel = lazy(async () => ({ default: (await import('../resource/resource-panel.tsx')).ResourcePanel }));
const Histogram = lazy(async () => ({ default: (await import('./histogram.tsx')).Histogram }));
const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));
const FacetsDrawer = lazy(async () => ({ default: (await import('./facets-drawer.tsx')).FacetsDrawer }));

const none: readonly string[] = [];

/** The catalog of the type that the URL names. */
export function CatalogPage() {
  const { type: name } = catalogRoute.useSearch();
  return <WithType name={name}>{(type) => <Catalog key={type.name} type={type} />}</WithType>;
}

/** A search, what its rows have in common, when they were created, and the rows themselves. */
function Catalog({ type }: { type: ResourceType }) {
  const search = catalogRoute.useSearch();
  const { created_at: created } = type.presentation.key;
  const usualSort = defaultSort(type);
  const navigate = catalogRoute.useNavigate();
  const router = useRouter();
  const { q = '', sort = usualSort, group, resource } = search;
  const go = useCallback(
    (change: Partial<CatalogSearch>, replace = false) =>
      void navigate({ search: (before) => ({ ...before, ...change }), replace }),
    [navigate],
  );
  const searchFor = useCallback((text: string) => go({ q: text === '' ? undefined : text }), [go]);

  useTitle(q === '' ? pluralTitle(type) : q);
  const selection: Selection = useMemo(
    () => ({ q: q || undefined, deleted: search.deleted === 'true' || undefined, as_of: search.as_of }),
    [q, search.deleted, search.as_of],
  );
  const { data: fields } = useQuery(fieldsQuery(type.name));
  const byPath = useMemo(() => new Map((fields ?? []).map((field) => [field.path, field])), [fields]);
  const [kept, setKept] = useKept<readonly string[]>(`columns.${type.name}`, none);
  const shown = search.columns?.split(',') ?? (kept.length > 0 ? kept : defaultColumns(type));
  const names = shown.join(',');
  const columns = useMemo(() => names.split(',').map((field) => columnOf(type, field, byPath)), [names, type, byPath]);
  const { data: tagKeys } = useQuery(facetsQuery(type.name, { ...selection, q: undefined }, ['tag_map'], 40));
  const tags = (tagKeys?.facets[0]?.values ?? []).map(({ value }) => `tag_map.${value}`);

  // The cheapest request says whether the query is right; the editor underlines where it is not.
  const { error } = useQuery(aggregateQuery(type.name, { ...selection, metrics: `min(${created}),max(${created})` }));
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
    ['Escape', () => resource !== undefined && go({ resource: undefined, tab: undefined })],
  ]);

  const range = rangeOf(q, created);
  const facets = <Facets type={type} selection={selection} onQuery={searchFor} />;
  return (
    <div className={resource === undefined ? 'catalog' : 'catalog with-panel'}>
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
          <SearchBox type={type} q={q} error={wrong} onSearch={searchFor} />
          <Select
            aria-label="Created"
            w={158}
            size="sm"
            data={[
              ...ranges.map(({ value, label }) => ({ value: value || 'all', label })),
              ...(ranges.some(({ value }) => value === range) ? [] : [{ value: range, label: 'Range of the query' }]),
            ]}
            value={range || 'all'}
            onChange={(value) => searchFor(withRange(q, created, value === 'all' || value === null ? '' : value))}
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
            <Histogram type={type} selection={selection} onQuery={searchFor} />
          </Suspense>
        )}
        <Toolbar
          type={type}
          tags={tags}
          selection={selection}
          total={total}
          group={group}
          columns={shown}
          fields={fields?.map(({ path }) => path) ?? none}
          chosen={chosen.size}
          onGroup={(field) => go({ group: field })}
          onColumns={(next) => {
            setKept(next ?? none);
            go({ columns: next?.join(',') }, true);
          }}
          onCompare={() =>
            void router.navigate({ to: '/compare', search: { type: search.type, resources: [...chosen].join(',') } })
          }
          onForget={() => setChosen(new Set())}
          onDeleted={(shown) => go({ deleted: shown ? 'true' : undefined })}
          onFacets={drawer.open}
          onHelp={help.open}
        />
        <div className="catalog-rows">
          {group === undefined ? (
            <JobTable
              type={type}
              selection={selection}
              sort={sort}
              columns={columns}
              fields={byPath}
              openArn={resource}
              chosen={chosen}
              linkTo={(arn) =>
                router.buildLocation({ to: '/resources/$type/$arn', params: { type: type.name, arn } }).href
              }
              onSort={(next) => go({ sort: next === usualSort ? undefined : next })}
              onOpen={(arn) => go({ resource: arn }, resource !== undefined)}
              onChoose={choose}
              onTotal={setTotal}
              empty={
                <State title={`No ${nounFor(2, type)} match`}>
                  <p>
                    {q === ''
                      ? 'Nothing has been crawled yet, or this key sees no account.'
                      : 'Take a term out, or look at a longer time.'}
                  </p>
                  {range !== '' && (
                    <Button onClick={() => searchFor(withRange(q, created, ''))}>Search all time</Button>
                  )}
                  {q !== '' && <Button onClick={() => searchFor('')}>Show every {type.presentation.noun}</Button>}
                </State>
              }
            />
          ) : (
            <Groups
              type={type}
              selection={selection}
              field={group}
              onQuery={(next) => go({ q: next, group: undefined })}
            />
          )}
        </div>
      </div>
      {resource !== undefined && (
        <Suspense fallback={<aside className="panel" />}>
          <ResourcePanel
            type={type}
            arn={resource}
            tab={search.tab}
            onTab={(tab) => go({ tab }, true)}
            onClose={() => go({ resource: undefined, tab: undefined })}
          />
        </Suspense>
      )}
      {helpOpened && (
        <Suspense>
          <Help type={type} onClose={help.close} />
        </Suspense>
      )}
    </div>
  );
}
