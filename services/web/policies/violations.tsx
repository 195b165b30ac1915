import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { pageQuery, type ResourceType } from '../api/queries.ts';
import { columnOf } from '../catalog/columns.tsx';
import { defaultSort, fieldsFor } from '../catalog/table-fields.ts';
import { formatInteger } from '../format/number.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Middle } from '../parts/middle.tsx';
import { PlainTable } from '../parts/plain-table.tsx';

const most = 25;

/** The newest resources that violate a policy; the catalog has all of them. */
export function Violations({ policy, type }: { policy: string; type: ResourceType }) {
  const { statuses, key } = type.presentation;
  const shown = [...statuses.slice(0, 1), 'account_id', 'region', 'owner', key.created_at];
  const q = `violates:${policy}`;
  const { data, error, refetch } = useQuery(
    pageQuery(type.name, { q, sort: defaultSort(type), fields: fieldsFor(type, shown), limit: most }),
  );
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  const columns = shown.map((field) => columnOf(type, field, new Map()));
  return (
    <section className="card" aria-label="Violations">
      <header className="card-head">
        <h2>Violations</h2>
        {data && data.items.length > 0 && (
          <Link to="/" search={{ type: type.name, q }}>
            all {formatInteger(data.total ?? data.items.length)} in the catalog
          </Link>
        )}
      </header>
      {data?.items.length === 0 && <p className="card-body policy-none soft">Nothing violates it.</p>}
      {data && data.items.length > 0 && (
        <PlainTable label="What violates it" columns={['Name', ...columns.map(({ title }) => title)]}>
          {data.items.map((row) => (
            <tr key={`${textOf(row[key.arn])}${textOf(row[key.created_at])}`}>
              <td className="violation-name">
                <Link to="/resources/$type/$arn" params={{ type: type.name, arn: textOf(row[key.arn]) }}>
                  <Middle text={visible(textOf(row[key.name]))} />
                </Link>
              </td>
              {columns.map(({ field, cell }) => (
                <td key={field}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </PlainTable>
      )}
    </section>
  );
}
