import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { coverageQuery, type Target } from '../api/queries.ts';
import { formatAge } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { Copy } from '../parts/copyable.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { State } from '../parts/state.tsx';
import { Status, toneOf } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Crawls } from './crawls.tsx';
import './coverage.css';
import { ScrollX } from '../parts/scroll-x.tsx';
import { remedyOf } from './remedy.ts';
import { useCrawlNow } from './use-crawl-now.ts';

/** What the catalog covers: accounts by regions, why something is missing, and the crawls. */
export function CoveragePage() {
  useTitle('Coverage');
  const { data, error, refetch } = useQuery(coverageQuery);
  const [status, setStatus] = useState('all');
  const crawl = useCrawlNow();
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  const targets = (data?.items ?? []).filter((target) => status === 'all' || target.status === status);
  const counts = data?.coverage.by_status ?? {};
  return (
    <div className="page">
      <div className="page-head">
        <h1>Coverage</h1>
        {data && (
          <span className="soft">
            {data.coverage.targets} accounts and regions
            {data.as_of && (
              <>
                {' '}
                · complete as of <Time value={data.as_of} age />
              </>
            )}
          </span>
        )}
        <div className="controls">
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
          <Button
            variant="filled"
            leftSection={<Icon name="play" size={13} />}
            loading={crawl.isPending}
            onClick={() => crawl.mutate({})}
          >
            Crawl now
          </Button>
        </div>
      </div>
      {crawl.message && (
        <div className={crawl.failed ? 'notice boxed status-failed' : 'notice boxed'} role="status">
          {crawl.message}
        </div>
      )}
      {!data ? (
        <div className="card card-body">
          <span className="bone" />
        </div>
      ) : data.items.length === 0 ? (
        <State title="Nothing was crawled yet">
          <p>Press Crawl now, or run sagecat crawl.</p>
        </State>
      ) : (
        <>
          <Matrix
            targets={targets}
            onCrawl={(account, region) => crawl.mutate({ accounts: [account], ...(region && { regions: [region] }) })}
          />
          <Reasons targets={targets} />
        </>
      )}
      <Crawls />
    </div>
  );
}

/** Accounts by regions: the status of each by shape, word and colour, and how old it is. */
function Matrix({
  targets,
  onCrawl,
}: {
  targets: readonly Target[];
  onCrawl: (account: string, region?: string) => void;
}) {
  const regions = [...new Set(targets.map(({ region }) => region))].sort();
  const types = new Set(targets.map(({ resource_type: type }) => type));
  const rows = new Map<string, { target: Target; byRegion: Map<string, Target[]> }>();
  for (const target of targets) {
    const row = rows.get(target.account_id) ?? { target, byRegion: new Map<string, Target[]>() };
    row.byRegion.set(target.region, [...(row.byRegion.get(target.region) ?? []), target]);
    rows.set(target.account_id, row);
  }
  return (
    <section className="card" aria-label="Accounts by regions">
      <ScrollX label="Matrix">
        <table className="table matrix">
          <thead>
            <tr>
              <th>Account</th>
              {regions.map((region) => (
                <th key={region}>{region}</th>
              ))}
              <th aria-label="Actions" />
            </tr>
          </thead>
          <tbody>
            {[...rows].map(([account, { target, byRegion }]) => (
              <tr key={account}>
                <td>
                  <strong>{visible(target.account_name ?? account)}</strong>
                  {target.account_name && <span className="soft"> {account}</span>}
                </td>
                {regions.map((region) => (
                  <td key={region}>
                    {(byRegion.get(region) ?? []).map((one) => (
                      <div
                        key={one.resource_type}
                        className={`cell tone-${toneOf(one.status)}`}
                        title={one.reason ? visible(one.reason) : undefined}
                      >
                        <Status status={one.status} />
                        <span className="soft">{one.as_of ? formatAge(one.as_of) : 'never'}</span>
                        {types.size > 1 && (
                          <span className="soft">{one.resource_type.replace('aws_sagemaker_', '')}</span>
                        )}
                      </div>
                    ))}
                    {!byRegion.has(region) && <span className="soft">–</span>}
                  </td>
                ))}
                <td className="number">
                  <button
                    type="button"
                    className="link"
                    onClick={() => onCrawl(account)}
                    aria-label={`Crawl ${target.account_name ?? account} now`}
                  >
                    crawl
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
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
              <span className="soft">{group.map(({ region }) => region).join(', ')}</span>
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
