import { Checkbox } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ResourceType, type Row, rowQuery } from '../api/queries.ts';
import { nounFor } from '../format/noun.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Middle } from '../parts/middle.tsx';
import { ScrollX } from '../parts/scroll-x.tsx';
import { State } from '../parts/state.tsx';
import { useTitle } from '../parts/use-title.ts';
import { WithType } from '../parts/with-type.tsx';
import { nameOfArn } from './name.ts';
import './resource.css';
import { ResourceSkeleton } from './skeleton.tsx';

const compareRoute = getRouteApi('/compare');

const most = 6;

/** Resources of a type side by side, field by field; those that differ, or all. */
export function ComparePage() {
  const { type: name } = compareRoute.useSearch();
  return <WithType name={name}>{(type) => <Compare type={type} />}</WithType>;
}

function Compare({ type }: { type: ResourceType }) {
  const { resources = '', all } = compareRoute.useSearch();
  const navigate = compareRoute.useNavigate();
  const arns = resources.split(',').filter(Boolean).slice(0, most);
  const answers = useQueries({ queries: arns.map((arn) => rowQuery({ type: type.name, arn })) });
  const nouns = nounFor(2, type);
  useTitle(`Compare ${arns.length} ${nouns}`);
  const failed = answers.find(({ error }) => error);
  if (arns.length < 2) {
    return (
      <State title={`Choose two ${nouns} or more`}>
        <p>Mark them in the catalog, with their boxes or with x, and press Compare.</p>
        <Link to="/" search={{ type: type.name }}>
          Go to the catalog
        </Link>
      </State>
    );
  }
  if (failed?.error) return <ErrorState error={failed.error} reset={() => void failed.refetch()} />;
  const rows = answers.map(({ data }) => data && new Map(flat(data)));
  const fields = [...new Set(rows.flatMap((row) => [...(row?.keys() ?? [])]))];
  const differs = (field: string) => new Set(rows.map((row) => row?.get(field) ?? '')).size > 1;
  const shown = fields.filter((field) => all === 'true' || differs(field));
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          Compare {arns.length} {nouns}
        </h1>
        <div className="controls">
          <Checkbox
            label="Only what differs"
            size="xs"
            checked={all !== 'true'}
            onChange={(event) =>
              void navigate({
                search: (before) => ({ ...before, all: event.currentTarget.checked ? undefined : 'true' }),
                replace: true,
              })
            }
          />
        </div>
      </div>
      <div className="card">
        {rows.some((row) => row === undefined) ? (
          <ResourceSkeleton />
        ) : (
          <ScrollX label={`Fields of the ${nouns}`}>
            <table className="table compare">
              <thead>
                <tr>
                  <th>Field</th>
                  {arns.map((arn) => (
                    <th key={arn}>
                      <Link to="/resources/$type/$arn" params={{ type: type.name, arn }}>
                        <Middle text={visible(nameOfArn(arn))} />
                      </Link>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((field) => (
                  <tr key={field}>
                    <td className="mono soft">{visible(field)}</td>
                    {arns.map((arn, index) => (
                      <td key={arn} className="prose">
                        {visible((rows[index]?.get(field) ?? '–').slice(0, 1000))}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        )}
      </div>
    </div>
  );
}

/** Tags are there twice, and when sagecat looked is no property of a resource. */
const left = new Set(['tags', 'described_at', 'first_seen_at', 'changed_at']);

/** Every value at every depth by its path; lists whole. */
function flat(row: Row): [string, string][] {
  const found: [string, string][] = [];
  const visit = (path: string, value: unknown) => {
    if (value === null || value === undefined || left.has(path)) return;
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [name, member] of Object.entries(value)) visit(path === '' ? name : `${path}.${name}`, member);
    } else found.push([path, textOf(value)]);
  };
  visit('', row);
  return found;
}
