import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type UsageQuery, usageQuery } from '../api/queries.ts';
import { withTerm } from '../catalog/edit-query.ts';
import { formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { formatInteger, formatShare } from '../format/number.ts';
import { ScrollX } from '../parts/scroll-x.tsx';
import { Change } from './change.tsx';

const kinds: Readonly<Record<string, { title: string; q: string }>> = {
  failed: { title: 'Jobs that failed', q: 'training_job_status:Failed' },
  stopped: { title: 'Jobs that were stopped', q: 'training_job_status:Stopped' },
  interrupted: { title: 'Jobs that were interrupted', q: 'secondary_status:Interrupted' },
};

/** What was paid for and came to nothing. */
export function Waste({ query, q }: { query: UsageQuery; q: string | undefined }) {
  const { data } = useQuery(usageQuery({ ...query, group_by: 'waste' }));
  const wasted = (data?.items ?? []).filter(({ group }) => group.waste !== null);
  if (!data || wasted.length === 0) return null;
  const total = Number(data.totals[0]?.cost ?? 0);
  return (
    <section className="card">
      <h2>What came to nothing</h2>
      <ScrollX label="Waste">
        <table className="table">
          <tbody>
            {wasted.map((item) => {
              const kind = kinds[item.group.waste ?? ''];
              return (
                <tr key={`${item.group.waste}${item.currency}`}>
                  <td>
                    {kind ? (
                      <Link
                        to="/"
                        search={{
                          q: withTerm(withTerm(q ?? '', kind.q), `creation_time:[${data.from} TO ${data.to}}`),
                        }}
                      >
                        {kind.title}
                      </Link>
                    ) : (
                      item.group.waste
                    )}
                  </td>
                  <td className="number">{formatInteger(item.jobs)} jobs</td>
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
