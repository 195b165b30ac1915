import { Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { parseJson } from '../../../catalog/exact-json.ts';
import { apiUrl } from '../api/client.ts';
import { type Crawl, crawlsQuery } from '../api/queries.ts';
import { formatDuration } from '../format/duration.ts';
import { formatInteger } from '../format/number.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { PlainTable } from '../parts/plain-table.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';

const isGoingOn = ({ status }: Crawl): boolean => status === 'queued' || status === 'running';

/** The latest crawls; those under way as they move on. */
export function Crawls() {
  const { data } = useQuery(crawlsQuery);
  if (!data || data.items.length === 0) return null;
  return (
    <section className="card">
      <h2>Crawls</h2>
      <PlainTable
        label="Latest crawls"
        columns={['Crawl', 'Status', 'Kind', 'Asked by', 'Began', { number: 'Took' }, 'Targets']}
      >
        {data.items.map((crawl) => (
          <CrawlRow key={crawl.id} crawl={crawl} />
        ))}
      </PlainTable>
    </section>
  );
}

interface Progressing extends Crawl {
  readonly targets?: readonly { status: string; progress: unknown }[];
}

function CrawlRow({ crawl: listed }: { crawl: Crawl }) {
  const live = useLiveCrawl(listed);
  const crawl = live ?? listed;
  const counts = Object.entries(crawl.targets_by_status);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const open = (crawl.targets_by_status.queued ?? 0) + (crawl.targets_by_status.running ?? 0);
  const scope = textOf(crawl.scope) === '{}' ? 'everything' : Object.values(crawl.scope).flat().join(', ');
  return (
    <tr>
      <td className="mono">{crawl.id}</td>
      <td>
        <Status status={crawl.status} />
      </td>
      <td title={visible(scope).slice(0, 400)}>
        {crawl.kind} <span className="soft clamp-one">{visible(scope).slice(0, 60)}</span>
      </td>
      <td>{crawl.trigger}</td>
      <td>
        <Time value={crawl.started_at ?? crawl.requested_at} />
      </td>
      <td className="number">
        {crawl.started_at && crawl.finished_at
          ? formatDuration((Date.parse(crawl.finished_at) - Date.parse(crawl.started_at)) / 1000)
          : '–'}
      </td>
      <td>
        {isGoingOn(crawl) && all > 0 ? (
          <span className="crawl-progress">
            <Progress value={((all - open) / all) * 100} size="sm" aria-label={`${all - open} of ${all} targets`} />
            {all - open} of {all}
          </span>
        ) : (
          counts.map(([status, count]) => `${formatInteger(count)} ${status}`).join(', ')
        )}
      </td>
    </tr>
  );
}

/** What a crawl that goes on does now, as the API tells it. */
function useLiveCrawl(crawl: Crawl): Progressing | undefined {
  const [live, setLive] = useState<Progressing | undefined>(undefined);
  const queries = useQueryClient();
  const goesOn = isGoingOn(crawl);
  useEffect(() => {
    if (!goesOn) return;
    const events = new EventSource(apiUrl(`v1/crawls/${crawl.id}/events`));
    events.addEventListener('crawl', ({ data }) => setLive(parseJson(data) as Progressing));
    events.addEventListener('end', () => {
      events.close();
      void queries.invalidateQueries({ queryKey: ['crawls'] });
      void queries.invalidateQueries({ queryKey: ['coverage'] });
    });
    events.addEventListener('problem', () => events.close());
    return () => events.close();
  }, [crawl.id, goesOn, queries]);
  return goesOn ? live : undefined;
}
