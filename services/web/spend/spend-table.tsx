import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ResourceType, type Usage, type UsageQuery, usageQuery } from '../api/queries.ts';
import { formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { nounFor, pluralTitle } from '../format/noun.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { PlainTable } from '../parts/plain-table.tsx';
import { Change } from './change.tsx';
import { behind, titleOfDimension } from './dimensions.ts';
import { useNames } from './use-names.ts';

interface Props {
  readonly data: Usage;
  readonly query: UsageQuery;
  readonly by: string;
  /** The types whose use is added up. */
  readonly types: readonly ResourceType[];
}

/** The groups of a period, the dearest first; each leads to what is behind it. */
export function SpendTable({ data, query, by, types }: Props) {
  const nameOf = useNames(by);
  const typesOf = useTypesOf(query, by, types);
  const total = Number(data.totals[0]?.cost ?? 0);
  return (
    <section className="card">
      <PlainTable
        label="Spend by group"
        columns={[
          titleOfDimension(by),
          { number: 'Started' },
          { number: 'Instance hours' },
          { number: 'Spot saved' },
          { number: 'Warm pool' },
          { number: 'Cost' },
          { number: 'Before' },
          { number: 'Change' },
        ]}
        className="table spend-table"
      >
        {data.items.map((item) => {
          const value = item.group[by] ?? null;
          const share = total > 0 ? Number(item.cost ?? 0) / total : 0;
          const [first, ...others] = typesOf(value);
          const title = visible(nameOf(value)).slice(0, 160) || '(empty)';
          return (
            <tr key={`${value}${item.currency}`}>
              <td className="spend-name">
                {first ? (
                  <Link
                    to="/"
                    search={{ type: first.name, q: behind(first, by, value, data, query.q) }}
                    title={`The ${nounFor(2, first)} behind it`}
                  >
                    {title}
                  </Link>
                ) : (
                  title
                )}
                {others.map((type) => (
                  <Link
                    key={type.name}
                    className="spend-other"
                    to="/"
                    search={{ type: type.name, q: behind(type, by, value, data, query.q) }}
                  >
                    {pluralTitle(type)}
                  </Link>
                ))}
              </td>
              <td className="number">{formatInteger(item.jobs)}</td>
              <td className="number">{formatHours(item.instance_seconds)}</td>
              <td className="number">{formatMoney(item.spot_saved_cost, item.currency)}</td>
              <td className="number">{formatMoney(item.warm_pool_cost, item.currency)}</td>
              <td className="number spend-cost" style={{ backgroundSize: `${share * 100}% 20px` }}>
                {formatMoney(item.cost, item.currency)}
              </td>
              <td className="number soft">{formatMoney(item.previous?.cost, item.currency)}</td>
              <td className="number">
                <Change now={item.cost} before={item.previous?.cost} />
              </td>
            </tr>
          );
        })}
      </PlainTable>
      {data.truncated && <p className="notice">The dearest thousand are shown; narrow the search to see others.</p>}
    </section>
  );
}

/** Which types used something in a group, the dearest first: its link leads to these. */
function useTypesOf(query: UsageQuery, by: string, types: readonly ResourceType[]) {
  const [only, ...others] = types;
  const isSplit = others.length > 0 && by !== 'resource_type';
  const { data } = useQuery({
    ...usageQuery({
      ...query,
      compare: undefined,
      group_by: `${by.replaceAll(',', '\\,')},resource_type`,
      limit: 5000,
    }),
    enabled: isSplit,
  });
  return (value: string | null): readonly ResourceType[] => {
    if (by === 'resource_type') return types.filter(({ name }) => name === value);
    if (!isSplit) return only ? [only] : [];
    const names = (data?.items ?? []).filter(({ group }) => (group[by] ?? null) === value);
    return names.flatMap(({ group }) => types.find(({ name }) => name === group.resource_type) ?? []);
  };
}
