import { useQuery } from '@tanstack/react-query';
import { deliveriesQuery } from '../api/queries.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';

/** What a watch told lately, on which channel, and what the receiver answered. */
export function Deliveries({ watch }: { watch: string }) {
  const { data, error, refetch } = useQuery(deliveriesQuery(watch));
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  return (
    <section className="card" aria-label={`What ${watch} told`}>
      <h2>
        What <span className="mono">{watch}</span> told
      </h2>
      {data?.length === 0 && <p className="card-body policy-none soft">Nothing in the last 30 days.</p>}
      {data && data.length > 0 && (
        <PlainTable
          label="Messages"
          columns={['When', 'Message', 'Channel', 'Status', { number: 'Attempts' }, 'Answer']}
        >
          {data.map((delivery) => (
            <tr key={delivery.id}>
              <td>
                <Time value={delivery.created_at} />
              </td>
              <td className="prose delivery-text">{visible(summaryOf(delivery.body)).slice(0, 400)}</td>
              <td className="mono">{delivery.channel}</td>
              <td>
                <Status status={delivery.status} />
              </td>
              <td className="number">{delivery.attempts}</td>
              <td className="prose soft">
                {[delivery.answer_status, visible(delivery.answer ?? '').slice(0, 200)].filter(Boolean).join(' ')}
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}

/** What a message says in a sentence. */
const summaryOf = (body: Readonly<Record<string, unknown>>): string =>
  textOf((body.data as { summary?: unknown } | undefined)?.summary);
