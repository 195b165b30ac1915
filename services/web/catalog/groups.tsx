import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listed } from '../api/listed.ts';
import { aggregateQuery, coverageQuery, type ResourceType, type Selection, usageQuery } from '../api/queries.ts';
import { formatDuration, formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { pluralTitle } from '../format/noun.ts';
import { formatInteger } from '../format/number.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Middle } from '../parts/middle.tsx';
import { titleOf } from './columns.tsx';
import { type FacetValue, narrowed } from './edit-query.ts';

/** What spend calls a field of a type; undefined where it does not know it. */
function dimensionOf(field: string, { presentation: { billing } }: ResourceType): string | undefined {
  if (billing === null) return undefined;
  if (field === 'account_id' || field === 'region') return field;
  if (field.startsWith('tag_map.')) return `tag:${field.slice('tag_map.'.length)}`;
  return Object.entries(billing.dimensions).find(([, fields]) => fields.includes(field))?.[0];
}

const most = 500;

interface Props {
  readonly type: ResourceType;
  readonly selection: Selection;
  readonly field: string;
  readonly onQuery: (q: string) => void;
}

/** What a query finds by a field: how many, how long, what it cost. A group leads to what is in it. */
export function Groups({ type, selection, field, onQuery }: Props) {
  const { billing } = type.presentation;
  const billable = billing?.seconds ? `sum(${billing.seconds})` : undefined;
  const { data, error, refetch } = useQuery(
    aggregateQuery(type.name, {
      ...selection,
      group_by: listed(field),
      metrics: ['count', billable].filter(Boolean).join(),
      sort: '-count',
      limit: most,
    }),
  );
  const dimension = dimensionOf(field, type);
  const { data: usage } = useQuery({
    ...usageQuery({
      type: type.name,
      from: '2015-01-01',
      group_by: dimension?.replaceAll(',', '\\,'),
      q: selection.q,
      limit: 10_000,
    }),
    enabled: dimension !== undefined && selection.as_of === undefined,
  });
  const { data: coverage } = useQuery(coverageQuery);
  const costs = useMemo(() => {
    const found = new Map<string, { cost: string; hours: string }>();
    for (const item of usage?.items ?? []) {
      found.set(textOf(dimension && item.group[dimension]), {
        cost: formatMoney(item.cost, item.currency),
        hours: formatHours(item.instance_seconds),
      });
    }
    return found;
  }, [usage, dimension]);
  const nameOf = (value: unknown) =>
    field === 'account_id' ? coverage?.items.find(({ account_id: id }) => id === value)?.account_name : undefined;

  if (error) return <ErrorState error={error} reset={() => void refetch()} />;
  const largest = Math.max(1, ...(data?.groups ?? []).map(({ count }) => Number(count)));
  return (
    <div className="groups">
      <table className="table">
        <thead>
          <tr>
            <th>{titleOf(type, field)}</th>
            <th className="number">{pluralTitle(type)}</th>
            <th aria-label="Share" className="groups-share" />
            {billable !== undefined && (
              <th className="number" title="Billable seconds per instance, added up">
                Billable time
              </th>
            )}
            {dimension !== undefined && <th className="number">Instance hours</th>}
            {dimension !== undefined && <th className="number">Cost</th>}
          </tr>
        </thead>
        <tbody>
          {data?.groups.map((group) => {
            const value = (group[field] ?? null) as FacetValue;
            const text = textOf(value);
            return (
              <tr key={text} className={value === null ? 'soft' : ''}>
                <td style={{ maxWidth: 0, width: '50%' }}>
                  <button
                    type="button"
                    className="link"
                    onClick={() => onQuery(narrowed(selection.q ?? '', field, value))}
                  >
                    <Middle
                      text={value === null ? 'none' : visible(nameOf(value) ?? (text === '' ? '(empty)' : text))}
                    />
                  </button>
                </td>
                <td className="number">{formatInteger(Number(group.count))}</td>
                <td className="groups-share">
                  <span style={{ width: `${(Number(group.count) / largest) * 100}%` }} />
                </td>
                {billable !== undefined && <td className="number">{formatDuration(Number(group[billable] ?? 0))}</td>}
                {dimension !== undefined && <td className="number">{usage ? (costs.get(text)?.hours ?? '–') : '…'}</td>}
                {dimension !== undefined && <td className="number">{usage ? (costs.get(text)?.cost ?? '–') : '…'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {data?.truncated && (
        <p className="notice">The {most} largest groups are shown; narrow the search to see others.</p>
      )}
    </div>
  );
}
