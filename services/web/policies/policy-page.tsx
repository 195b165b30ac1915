import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { facetsQuery, type Policy, policyQuery, type ResourceType } from '../api/queries.ts';
import { quoteField, quoteValue, withTerm } from '../catalog/edit-query.ts';
import { nounFor, pluralTitle } from '../format/noun.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { CardBone } from '../parts/card-bone.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { useTitle } from '../parts/use-title.ts';
import { WithType } from '../parts/with-type.tsx';
import { Facts } from '../resource/facts.tsx';
import { useNames } from '../spend/use-names.ts';
import { Exemptions } from './exemptions.tsx';
import { Score } from './score.tsx';
import { ScoreByDay } from './score-by-day.tsx';
import { Severity } from './severity.tsx';
import { Violations } from './violations.tsx';
import '../resource/resource.css';
import './policies.css';

const policyRoute = getRouteApi('/policies/$name');

/** What scores can be split by, beside tags. */
const dimensions: Readonly<Record<string, string>> = { account_id: 'Account', region: 'Region', owner: 'Owner' };

const titleOf = (by: string): string => dimensions[by] ?? `Tag ${visible(by.replace(/^tags\./, ''))}`;

/** A policy: what must hold, how much of it holds where and since when, and what violates it. */
export function PolicyPage() {
  const { name } = policyRoute.useParams();
  const { by = 'account_id' } = policyRoute.useSearch();
  const { data: policy, error, refetch } = useQuery(policyQuery(name, by));
  useTitle(policy?.title ?? name);
  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  return (
    <div className="page">
      <div className="crumbs">
        <Link to="/policies">Policies</Link>
        <Icon name="right" size={12} />
      </div>
      <div className="page-head">
        <h1>{visible(policy?.title ?? name)}</h1>
      </div>
      {policy ? (
        <WithType name={policy.type}>{(type) => <Whole policy={policy} type={type} by={by} />}</WithType>
      ) : (
        <CardBone />
      )}
    </div>
  );
}

interface Props {
  readonly policy: Policy;
  readonly type: ResourceType;
  readonly by: string;
}

function Whole({ policy, type, by }: Props) {
  const query = (q: string | undefined, otherwise: string) =>
    q === undefined || q === '' ? (
      otherwise
    ) : (
      <Link to="/" search={{ type: type.name, q }} className="mono policy-query">
        {visible(q)}
      </Link>
    );
  return (
    <>
      <div className="policy-head">
        <Severity severity={policy.severity} />
        <Score score={policy.score} />
        <span className="soft">
          {formatInteger(policy.violated)} of {formatInteger(policy.violated + policy.compliant)}{' '}
          {nounFor(policy.violated + policy.compliant, type)} violate it
          {policy.exempted > 0 && `, ${formatInteger(policy.exempted)} exempted`}
        </span>
      </div>
      <section className="card" aria-label="What must hold">
        <Facts
          facts={[
            [
              'Name',
              <span key="name" className="mono">
                {policy.name}
              </span>,
            ],
            ['About', query(policy.about, `every ${type.presentation.label}`)],
            ['Must match', query(policy.require, '')],
            ['Answers for it', policy.contact && visible(policy.contact)],
            ['What to do', policy.remedy && <span className="prose">{visible(policy.remedy)}</span>],
          ]}
        />
      </section>
      <ScoreByDay days={policy.days} />
      <Parts policy={policy} type={type} by={by} />
      <Violations policy={policy.name} type={type} />
      <Exemptions exemptions={policy.exemptions ?? []} type={type} />
    </>
  );
}

/** The score by the values of a dimension, most violations first; each leads to its violations. */
function Parts({ policy, type, by }: Props) {
  const navigate = policyRoute.useNavigate();
  const nameOf = useNames(by);
  const { data: keys } = useQuery(facetsQuery(type.name, {}, ['tag_map'], 40));
  const tags = (keys?.facets[0]?.values ?? []).map(({ value }) => `tags.${value}`);
  const choices = [...new Set([...Object.keys(dimensions), ...tags, by])];
  const field = by.startsWith('tags.') ? `tag_map.${by.slice('tags.'.length)}` : by;
  const behind = (value: string | null) =>
    withTerm(
      `violates:${policy.name}`,
      value === null ? `-${quoteField(field)}:*` : `${quoteField(field)}:${quoteValue(value)}`,
    );
  return (
    <section className="card" aria-label="Where it holds">
      <header className="card-head">
        <h2>Where it holds</h2>
        <Select
          aria-label="Split by"
          w={180}
          searchable
          value={by}
          data={choices.map((value) => ({ value, label: `by ${titleOf(value).toLowerCase()}` }))}
          onChange={(value) => value !== null && void navigate({ search: { by: value }, replace: true })}
        />
      </header>
      <PlainTable
        label="Score by value"
        columns={[
          titleOf(by).slice(0, 80),
          { number: 'Complies' },
          { number: 'Violations' },
          { number: 'Exempted' },
          { number: pluralTitle(type) },
        ]}
      >
        {(policy.by ?? []).slice(0, 200).map((part) => (
          <tr key={part.value ?? ''}>
            <td>{visible(nameOf(part.value)).slice(0, 160) || '(empty)'}</td>
            <td className="number">
              <Score score={part.score} />
            </td>
            <td className="number">
              {part.violated === 0 ? (
                <span className="soft">0</span>
              ) : (
                <Link to="/" search={{ type: type.name, q: behind(part.value) }}>
                  {formatInteger(part.violated)}
                </Link>
              )}
            </td>
            <td className="number soft">{formatInteger(part.exempted)}</td>
            <td className="number soft">{formatInteger(part.compliant + part.violated + part.exempted)}</td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
