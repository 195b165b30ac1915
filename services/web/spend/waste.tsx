import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ResourceType, type UsageQuery, usageQuery } from '../api/queries.ts';
import { formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { pluralTitle } from '../format/noun.ts';
import { formatInteger, formatShare } from '../format/number.ts';
import { ScrollX } from '../parts/scroll-x.tsx';
import { Change } from './change.tsx';
import { behind } from './dimensions.ts';

const titles: Readonly<Record<string, string>> = {
  failed: 'Failed',
  stopped: 'Stopped by people',
  interrupted: 'Interrupted',
  timed_out: 'Stopped at their limit',
};

interface Props {
  readonly query: UsageQuery;
  readonly types: readonly ResourceType[];
}

/** What was paid for and came to nothing. */
export function Waste({ query, types }: Props) {
  const { data } = useQuery(usageQuery({ ...query, group_by: 'waste,resource_type' }));
  const wasted = (data?.items ?? []).filter(({ group }) => group.waste !== null);
  if (!data || wasted.length === 0) return null;
  const total = Number(data.totals[0]?.cost ?? 0);
  return (
    <section className="card">
      <h2>What came to nothing</h2>
      <ScrollX label="Waste">
        <table className="table">
          <thead>
            <tr>
              <th>Why</th>
              <th className="number">Started</th>
              <th className="number">Instance hours</th>
              <th className="number">Cost</th>
              <th className="number">Share</th>
              <th className="number">Change</th>
            </tr>
          </thead>
          <tbody>
            {wasted.map((item) => {
              const waste = item.group.waste ?? '';
              const type = types.find(({ name }) => name === item.group.resource_type);
              const title = `${titles[waste] ?? waste}${type && types.length > 1 ? `: ${pluralTitle(type).toLowerCase()}` : ''}`;
              return (
                <tr key={`${waste}${item.group.resource_type}${item.currency}`}>
                  <td>
                    {type ? (
                      <Link to="/" search={{ type: type.name, q: behind(type, 'waste', waste, data, query.q) }}>
                        {title}
                      </Link>
                    ) : (
                      title
                    )}
                  </td>
                  <td className="number">{formatInteger(item.jobs)}</td>
                  <td className="number">{formatHours(item.instance_seconds)}</td>
                  <td className="number">{formatMoney(item.cost, item.currency)}</td>
                  <td className="number soft">
                    {total > 0 ? `${formatShare(Number(item.cost ?? 0) / total)} of all` : ''}
                  </td>
                  <td className="number">
                    <Change now={item.cost} before={item.previous?.cost} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollX>
    </section>
  );
}
