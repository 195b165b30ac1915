import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ResourceType, typesQuery, type Watch, watchesQuery } from '../api/queries.ts';
import { pluralTitle } from '../format/noun.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { CardBone } from '../parts/card-bone.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { State } from '../parts/state.tsx';
import { Time } from '../parts/time.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Deliveries } from './deliveries.tsx';
import { occasionOf } from './occasion.ts';
import './watches.css';

const watchesRoute = getRouteApi('/watches');

/** What people are told of without asking, and what they were told. */
export function WatchesPage() {
  useTitle('Watches');
  const { data, error, refetch } = useQuery(watchesQuery);
  const { data: types = [] } = useQuery(typesQuery);
  const { watch: name = data?.[0]?.name } = watchesRoute.useSearch();
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>Watches</h1>
      </div>
      {!data ? (
        <CardBone />
      ) : data.length === 0 ? (
        <State title="There is no watch">
          <p>
            A watch tells people what happened, such as that a job failed or that a budget is nearly spent. They stand
            in sagecat.yaml, under watches and channels.
          </p>
        </State>
      ) : (
        <section className="card">
          <PlainTable
            label="Watches"
            columns={['Watch', 'About', 'When', 'Channels', { number: 'Messages in 30 days' }, 'Last told']}
          >
            {data.map((watch) => (
              <tr key={watch.name} className={watch.name === name ? 'current' : undefined}>
                <td className="watch-title">
                  <Link
                    to="/watches"
                    search={{ watch: watch.name }}
                    aria-current={watch.name === name ? 'true' : undefined}
                  >
                    {visible(watch.title ?? watch.name)}
                  </Link>
                  {watch.title !== undefined && <span className="mono">{watch.name}</span>}
                </td>
                <td className="watch-about">
                  <About watch={watch} types={types} />
                </td>
                <td className="watch-when">{visible(occasionOf(watch))}</td>
                <td className="mono">{watch.channels.join(', ')}</td>
                <td className="number">{formatInteger(watch.messages)}</td>
                <td>
                  <Time value={watch.last_told_at} age />
                </td>
              </tr>
            ))}
          </PlainTable>
        </section>
      )}
      {name !== undefined && data && data.length > 0 && <Deliveries key={name} watch={name} />}
    </div>
  );
}

/** What is watched; it leads to what the query finds now, or to the budget. */
function About({ watch, types }: { watch: Watch; types: readonly ResourceType[] }) {
  const { type: name, about, measure, budget } = watch;
  if (measure === 'budget') return <Link to="/budgets">{budget}</Link>;
  const type = name === undefined ? types[0] : types.find((one) => one.name === name);
  if (!type) return name ?? null;
  return (
    <Link to="/" search={{ type: type.name, q: about }}>
      {about ? <span className="mono policy-query">{visible(about)}</span> : pluralTitle(type)}
    </Link>
  );
}
