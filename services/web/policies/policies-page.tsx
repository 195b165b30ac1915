import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { policiesQuery, typesQuery } from '../api/queries.ts';
import { pluralTitle } from '../format/noun.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { CardBone } from '../parts/card-bone.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { State } from '../parts/state.tsx';
import { TypeSelect } from '../parts/type-select.tsx';
import { useTitle } from '../parts/use-title.ts';
import { Score } from './score.tsx';
import { Severity } from './severity.tsx';
import './policies.css';

const policiesRoute = getRouteApi('/policies');

/** What must hold, and how much of it holds. */
export function PoliciesPage() {
  useTitle('Policies');
  const { type } = policiesRoute.useSearch();
  const navigate = policiesRoute.useNavigate();
  const { data, error, refetch } = useQuery(policiesQuery);
  const { data: types = [] } = useQuery(typesQuery);
  const titleOf = (name: string) => {
    const known = types.find((one) => one.name === name);
    return known ? pluralTitle(known) : name;
  };
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  const policies = (data ?? []).filter((policy) => type === undefined || policy.type === type);
  const violated = policies.filter((policy) => policy.violated > 0).length;
  return (
    <div className="page">
      <div className="page-head">
        <h1>Policies</h1>
        {policies.length > 0 && (
          <span className="soft">
            {violated === 0 ? 'all hold everywhere' : `${violated} of ${policies.length} are violated`}
          </span>
        )}
        <div className="controls">
          <TypeSelect
            value={type}
            types={(name) => (data ?? []).some((policy) => policy.type === name)}
            onChange={(name) => void navigate({ search: { type: name } })}
          />
        </div>
      </div>
      {!data ? (
        <CardBone />
      ) : policies.length === 0 ? (
        <State title="No policy holds">
          <p>
            A policy says what must hold of resources, such as that each names its team. Some twenty are built in: name
            them under policies in sagecat.yaml, or run sagecat policies apply FILE.
          </p>
        </State>
      ) : (
        <section className="card">
          <PlainTable
            label="Policies with their scores"
            columns={[
              'Policy',
              'Severity',
              'About',
              { number: 'Complies' },
              { number: 'Violations' },
              { number: 'Exempted' },
            ]}
          >
            {policies.map((policy) => (
              <tr key={policy.name}>
                <td className="policy-title">
                  <Link to="/policies/$name" params={{ name: policy.name }}>
                    {visible(policy.title)}
                  </Link>
                  <span className="mono">{policy.name}</span>
                </td>
                <td>
                  <Severity severity={policy.severity} />
                </td>
                <td>{titleOf(policy.type)}</td>
                <td className="number">
                  <Score score={policy.score} />
                </td>
                <td className="number">
                  {policy.violated === 0 ? (
                    <span className="soft">0</span>
                  ) : (
                    <Link to="/" search={{ type: policy.type, q: `violates:${policy.name}` }}>
                      {formatInteger(policy.violated)}
                    </Link>
                  )}
                </td>
                <td className="number soft">{formatInteger(policy.exempted)}</td>
              </tr>
            ))}
          </PlainTable>
        </section>
      )}
    </div>
  );
}
