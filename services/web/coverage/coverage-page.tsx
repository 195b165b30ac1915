import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { coverageQuery, type Target } from '../api/queries.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { CardBone } from '../parts/card-bone.tsx';
import { Copy } from '../parts/copyable.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { State } from '../parts/state.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Crawls } from './crawls.tsx';
import './coverage.css';
import { TypeSelect } from '../parts/type-select.tsx';
import { Matrix } from './matrix.tsx';
import { remedyOf } from './remedy.ts';
import { useCrawlNow } from './use-crawl-now.ts';

/** What the catalog covers: accounts by regions, why something is missing, and the crawls. */
export function CoveragePage() {
  useTitle('Coverage');
  const { data, error, refetch } = useQuery(coverageQuery);
  const [status, setStatus] = useState('all');
  const [type, setType] = useState<string | undefined>(undefined);
  const crawl = useCrawlNow();
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  const targets = (data?.items ?? []).filter(
    (target) => (status === 'all' || target.status === status) && (type === undefined || target.resource_type === type),
  );
  const counts = data?.coverage.by_status ?? {};
  return (
    <div className="page">
      <div className="page-head">
        <h1>Coverage</h1>
        {data && (
          <span className="soft">
            {formatInteger(data.coverage.targets)} targets
            {data.as_of && (
              <>
                {' '}
                · complete as of <Time value={data.as_of} age />
              </>
            )}
          </span>
        )}
        <div className="controls">
          <TypeSelect
            value={type}
            types={(name) => (data?.items ?? []).some((target) => target.resource_type === name)}
            onChange={setType}
          />
          <Select
            aria-label="Status"
            w={170}
            value={status}
            onChange={(value) => setStatus(value ?? 'all')}
            data={[
              { value: 'all', label: 'Every status' },
              ...Object.entries(counts).map(([value, count]) => ({ value, label: `${value} (${count})` })),
            ]}
          />
          {crawl.isAllowed && (
            <Button
              variant="filled"
              leftSection={<Icon name="play" size={13} />}
              loading={crawl.isPending}
              onClick={() => crawl.mutate({})}
            >
              Crawl now
            </Button>
          )}
          {crawl.isAllowed === false && <span className="soft">To crawl now takes a key with the scope crawl.</span>}
        </div>
      </div>
      {crawl.message && (
        <div className={crawl.failed ? 'notice boxed status-failed' : 'notice boxed'} role="status">
          {crawl.message}
        </div>
      )}
      {!data ? (
        <CardBone />
      ) : data.items.length === 0 ? (
        <State title="Nothing was crawled yet">
          <p>{crawl.isAllowed ? 'Press Crawl now, or run' : 'Run'} sagecat crawl.</p>
        </State>
      ) : (
        <>
          <Matrix targets={targets} onCrawl={crawl.isAllowed ? crawl.mutate : undefined} />
          <Reasons targets={targets} />
        </>
      )}
      <Crawls />
    </div>
  );
}

/** Why targets are not complete, each reason once, with what to do about it. */
function Reasons({ targets }: { targets: readonly Target[] }) {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    if (target.reason === null || target.status === 'complete' || target.status === 'retired') continue;
    const key = `${target.status} ${target.account_id} ${target.reason}`;
    groups.set(key, [...(groups.get(key) ?? []), target]);
  }
  if (groups.size === 0) return null;
  return (
    <section className="card">
      <h2>What is missing, and what to do</h2>
      {[...groups].map(([key, group]) => {
        const [first] = group;
        if (!first) return null;
        const remedy = remedyOf(first);
        return (
          <article key={key} className="reason">
            <header>
              <Status status={first.status} />
              <strong>{visible(first.account_name ?? first.account_id)}</strong>
              <span className="soft">{[...new Set(group.map(({ region }) => region))].join(', ')}</span>
            </header>
            <p className="prose">{visible(first.reason ?? '').slice(0, 2000)}</p>
            <p className="remedy">{remedy.advice}</p>
            {remedy.policy && (
              <details>
                <summary>The trust policy to paste</summary>
                <div className="policy">
                  <Copy text={remedy.policy} label="Copy the trust policy" />
                  <pre className="source mono">{remedy.policy}</pre>
                </div>
              </details>
            )}
          </article>
        );
      })}
    </section>
  );
}
