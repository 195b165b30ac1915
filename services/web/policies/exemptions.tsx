import { Link } from '@tanstack/react-router';
import type { Policy, ResourceType } from '../api/queries.ts';
import { visible } from '../format/visible.ts';
import { PlainTable } from '../parts/plain-table.tsx';

interface Props {
  readonly exemptions: NonNullable<Policy['exemptions']>;
  readonly type: ResourceType;
}

/** What need not comply, why, and until when. */
export function Exemptions({ exemptions, type }: Props) {
  if (exemptions.length === 0) return null;
  // Their last day is one of UTC.
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section className="card">
      <h2>Exemptions</h2>
      <PlainTable label="What is exempted" columns={['Resources', 'Reason', 'Until']}>
        {exemptions.map(({ about, reason, until }) => (
          <tr key={`${about} ${until}`}>
            <td>
              <Link to="/" search={{ type: type.name, q: about }} className="mono policy-query">
                {visible(about)}
              </Link>
            </td>
            <td className="prose">{visible(reason)}</td>
            <td style={{ whiteSpace: 'nowrap' }}>
              {until < today ? <span className="status-warning">ended {until}</span> : until}
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
