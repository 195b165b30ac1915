import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { type ResourceKey, type ResourceType, type Row, shownQuery } from '../api/queries.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Configuration } from './configuration.tsx';
import { Overview } from './overview.tsx';
import { Related } from './related.tsx';
import { ResourceSkeleton } from './skeleton.tsx';

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const Source = lazy(async () => ({ default: (await import('./source.tsx')).Source }));

interface Props {
  readonly type: ResourceType;
  readonly row: Row;
  readonly of: ResourceKey;
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly onAsOf?: (moment: string) => void;
}

const tabs = [
  { name: 'overview', title: 'Overview' },
  { name: 'configuration', title: 'Configuration' },
  { name: 'history', title: 'History' },
  { name: 'related', title: 'Related' },
  { name: 'source', title: 'Source' },
] as const;

/** All about one resource. */
export function ResourceView({ type, row, of, tab, onTab, onAsOf }: Props) {
  const active = tabs.some(({ name }) => name === tab) ? (tab ?? 'overview') : 'overview';
  const { data: shown, error, refetch } = useQuery(shownQuery(of));
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  return (
    <Tabs value={active} onChange={(next) => next !== null && onTab(next)} keepMounted={false} className="job">
      <Tabs.List>
        {tabs.map(({ name, title }) => (
          <Tabs.Tab key={name} value={name}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        {shown ? <Overview type={type} row={row} shown={shown} of={of} /> : <ResourceSkeleton />}
      </Tabs.Panel>
      <Tabs.Panel value="configuration">
        {shown ? <Configuration region={String(row.region)} sections={shown.sections} /> : <ResourceSkeleton />}
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <Suspense fallback={<ResourceSkeleton />}>
          <History type={type} of={of} onAsOf={onAsOf} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="related">
        <Related type={type} row={row} name={shown?.name ?? ''} />
      </Tabs.Panel>
      <Tabs.Panel value="source">
        <Suspense fallback={<ResourceSkeleton />}>
          <Source type={type} row={row} of={of} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
