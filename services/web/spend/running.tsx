import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { runningQuery } from '../api/queries.ts';
import { formatDuration } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { Middle } from '../parts/middle.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { useNames } from './use-names.ts';

const most = 10;

/** What runs now: what it has cost so far, and what it will have cost when it runs for as long as it may. */
export function Running({ type, q }: { type: string | undefined; q: string | undefined }) {
  const { data } = useQuery(runningQuery({ type, q, limit: most }));
  const nameOf = useNames('account_id');
  if (!data || data.items.length === 0) return null;
  const running = data.totals.reduce((sum, total) => sum + total.running, 0);
  return (
    <section className="card">
      <h2>
        Running now: {formatInteger(running)}
        {data.totals.map(({ currency, cost_so_far: soFar, cost_at_limit: atLimit, unpriced }) => (
          <span key={currency} className="soft">
            {' '}
            · {formatMoney(soFar, currency)} so far, {formatMoney(atLimit, currency)} when all run to their limits
            {unpriced > 0 && `, ${formatInteger(unpriced)} without a price`}
          </span>
        ))}
      </h2>
      <PlainTable
        label="What runs now"
        columns={[
          'Name',
          'Account',
          'Region',
          { number: 'Running for' },
          { number: 'Limit' },
          { number: 'So far' },
          { number: 'At its limit' },
        ]}
      >
        {data.items.map((one) => (
          <tr key={one.arn}>
            <td style={{ maxWidth: 0, width: '40%' }}>
              <Link to="/resources/$type/$arn" params={{ type: one.resource_type, arn: one.arn }}>
                <Middle text={visible(one.name)} />
              </Link>
            </td>
            <td>{visible(nameOf(one.account_id))}</td>
            <td>{one.region}</td>
            <td className="number">{one.started_at ? formatDuration(one.elapsed_seconds) : 'waits'}</td>
            <td className="number soft">{one.max_seconds === null ? 'none' : formatDuration(one.max_seconds)}</td>
            <td className="number">{formatMoney(one.cost_so_far, one.currency)}</td>
            <td className="number">{formatMoney(one.cost_at_limit, one.currency)}</td>
          </tr>
        ))}
      </PlainTable>
      {running > most && <p className="notice">The dearest {most} are shown.</p>}
    </section>
  );
}
