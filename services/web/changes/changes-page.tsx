import { Button, MultiSelect, SegmentedControl, Select, Switch } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ApiError } from '../api/client.ts';
import { type Change, changesQuery, fieldsQuery, type ResourceType } from '../api/queries.ts';
import type { ChangesSearch } from '../app/search-parameters.ts';
import { SearchBox } from '../catalog/search-box.tsx';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Middle } from '../parts/middle.tsx';
import { State } from '../parts/state.tsx';
import { Time } from '../parts/time.tsx';
import { TypeSelect } from '../parts/type-select.tsx';
import { useTitle } from '../parts/use-title.ts';
import { WithType } from '../parts/with-type.tsx';
import { ChangedField } from '../resource/changed-field.tsx';
import './changes.css';
import { useLiveChanges } from './use-live-changes.ts';

const changesRoute = getRouteApi('/changes');

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'first_seen', label: 'New' },
  { value: 'changed', label: 'Changed' },
  { value: 'deleted,restored', label: 'Deleted' },
];
const periods = [
  { value: 'now-1h', label: 'Last hour' },
  { value: 'now-24h', label: 'Last 24 hours' },
  { value: 'now-7d', label: 'Last 7 days' },
  { value: 'now-30d', label: 'Last 30 days' },
];
const names: Readonly<Record<string, string>> = {
  first_seen: 'New',
  changed: 'Changed',
  deleted: 'Deleted',
  restored: 'Back',
};

/** What changed across the catalog, the newest first, and live. */
export function ChangesPage() {
  const { type: name } = changesRoute.useSearch();
  return <WithType name={name}>{(type) => <Changes type={type} />}</WithType>;
}

/** The changes of all types, or of the one that the URL names; a search is in the words of `type`. */
function Changes({ type }: { type: ResourceType }) {
  const search = changesRoute.useSearch();
  const navigate = changesRoute.useNavigate();
  const go = (change: Partial<ChangesSearch>) => void navigate({ search: (before) => ({ ...before, ...change }) });
  const { type: only, q, kinds: kind, fields, since = 'now-24h' } = search;
  const query = { type: only, q, kinds: kind, fields, since };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useInfiniteQuery(
    changesQuery(query),
  );
  const isLive = search.live !== 'false';
  const live = useLiveChanges({ type: only, q, kinds: kind, fields }, isLive ? data?.pages[0]?.live_cursor : undefined);
  const { data: known } = useQuery(fieldsQuery(type.name));
  useTitle('Changes');
  const wrong = error instanceof ApiError && error.parameter === 'q' ? error : undefined;
  const isLiveOne = new Set(live.map(keyOf));
  const changes = [
    ...live,
    ...(data?.pages.flatMap(({ items }) => items) ?? []).filter((one) => !isLiveOne.has(keyOf(one))),
  ];
  return (
    <div className="page">
      <div className="page-head">
        <h1>Changes</h1>
        <div className="controls">
          <TypeSelect value={only} onChange={(name) => go({ type: name, q: undefined, fields: undefined })} />
          <Switch
            label="Live"
            size="xs"
            checked={isLive}
            onChange={(event) => go({ live: event.currentTarget.checked ? undefined : 'false' })}
          />
          <SegmentedControl
            data={kinds}
            value={kind ?? 'all'}
            onChange={(value) => go({ kinds: value === 'all' ? undefined : value })}
          />
          <Select
            aria-label="Seen"
            w={150}
            data={periods.some(({ value }) => value === since) ? periods : [...periods, { value: since, label: since }]}
            value={since}
            onChange={(value) => go({ since: value === 'now-24h' ? undefined : (value ?? undefined) })}
          />
        </div>
      </div>
      <div className="changes-filter">
        <SearchBox type={type} q={q ?? ''} error={wrong} onSearch={(text) => go({ q: text || undefined })} />
        <MultiSelect
          aria-label="Changed fields"
          placeholder={fields ? '' : 'Any field'}
          size="xs"
          w={280}
          searchable
          limit={60}
          data={(known ?? []).map(({ path }) => path)}
          value={fields?.split(',') ?? []}
          onChange={(chosen) => go({ fields: chosen.join(',') || undefined })}
        />
      </div>
      {error && !data ? (
        <ErrorState error={error} reset={() => void refetch()} />
      ) : !data ? (
        <div className="card card-body">
          <span className="bone" />
        </div>
      ) : changes.length === 0 ? (
        <State title="Nothing changed">
          <p>Look at a longer time, or at every kind of change.</p>
          <Button onClick={() => go({ since: 'now-30d', kinds: undefined, fields: undefined })}>
            The last 30 days
          </Button>
        </State>
      ) : (
        <div className={isPlaceholderData ? 'card stale' : 'card'}>
          <ol className="changes">
            {changes.map((change) => (
              <ChangeItem key={keyOf(change)} change={change} isNew={isLiveOne.has(keyOf(change))} />
            ))}
          </ol>
        </div>
      )}
      {hasNextPage && (
        <div className="changes-more">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show older changes
          </Button>
        </div>
      )}
      {data?.pages[0]?.history_since && (
        <p className="soft fine">
          Changes before <Time value={data.pages[0].history_since} /> are no longer kept.
        </p>
      )}
    </div>
  );
}

/** Two changes of one resource that were seen together differ in what changed. */
const keyOf = ({ seen_at: at, arn, kind, creation_time: created, differences }: Change): string =>
  [at, arn, kind, created, ...differences.map(({ field }) => field)].join(' ');

const ChangeItem = ({ change, isNew }: { change: Change; isNew: boolean }) => (
  <li className={isNew ? 'change new' : 'change'}>
    <span className="change-time">
      <Time value={change.seen_at} />
    </span>
    <span className={`change-kind kind-${change.kind}`}>{names[change.kind] ?? change.kind}</span>
    <div className="change-what">
      <div className="change-job">
        <Link
          to="/resources/$type/$arn"
          params={{ type: change.resource_type, arn: change.arn }}
          search={{ tab: 'history', creation_time: change.creation_time }}
        >
          <Middle text={visible(change.name)} />
        </Link>
        <span className="soft">
          {visible(change.account_name ?? change.account_id)} · {change.region}
        </span>
      </div>
      {change.differences.map((difference) => (
        <ChangedField key={difference.field} difference={difference} />
      ))}
    </div>
  </li>
);
