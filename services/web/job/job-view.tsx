import { Tabs } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { Job, JobKey } from '../api/queries.ts';
import { Configuration } from './configuration.tsx';
import { JobSkeleton } from './job-skeleton.tsx';
import { Overview } from './overview.tsx';
import { Related } from './related.tsx';

const History = lazy(async () => ({ default: (await import('./history.tsx')).History }));
const Source = lazy(async () => ({ default: (await import('./source.tsx')).Source }));

interface Props {
  readonly job: Job;
  readonly jobKey: JobKey;
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

/** All about one job. */
export function JobView({ job, jobKey, tab, onTab, onAsOf }: Props) {
  const shown = tabs.some(({ name }) => name === tab) ? (tab ?? 'overview') : 'overview';
  return (
    <Tabs value={shown} onChange={(next) => next !== null && onTab(next)} keepMounted={false} className="job">
      <Tabs.List>
        {tabs.map(({ name, title }) => (
          <Tabs.Tab key={name} value={name}>
            {title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="overview">
        <Overview job={job} jobKey={jobKey} />
      </Tabs.Panel>
      <Tabs.Panel value="configuration">
        <Configuration job={job} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <Suspense fallback={<JobSkeleton />}>
          <History jobKey={jobKey} onAsOf={onAsOf} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="related">
        <Related job={job} />
      </Tabs.Panel>
      <Tabs.Panel value="source">
        <Suspense fallback={<JobSkeleton />}>
          <Source job={job} jobKey={jobKey} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
