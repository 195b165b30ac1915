import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listed } from '../api/listed.ts';
import { aggregateQuery, coverageQuery, type Selection, usageQuery } from '../api/queries.ts';
import { formatDuration } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { formatInteger } from '../format/number.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Middle } from '../parts/middle.tsx';
import { titleOf } from './columns.tsx';
import { type FacetValue, narrowed } from './edit-query.ts';

/** Fields of which the spend is known, and what it calls them. */
const dimensions: Readonly<Record<string, string>> = {
  account_id: 'account_id',
  region: 'region',
  'resource_config.instance_type': 'instance_type',
  training_job_status: 'status',
  role_arn: 'role_arn',
  'experiment_config.experiment_name': 'experiment',
  tuning_job_arn: 'tuning_job_arn',
};
const dimensionOf = (field: string): string | undefined =>
  dimensions[field] ?? (field.startsWith('tag_map.') ? `tag:${field.slice('tag_map.'.length)}` : undefined);

const most = 500;
const billable = 'sum(billable_time_in_seconds)';

interface Props {
  readonly selection: Selection;
  readonly field: string;
  readonly onQuery: (q: string) => void;
}

/** The jobs of a query by a field: how many, how long, what they cost. A group leads to its jobs. */
export function Groups({ selection, field, onQuery }: Props) {
  const { data, error, refetch } = useQuery(
    aggregateQuery({
      ...selection,
      group_by: listed(field),
      metrics: `count,${billable}`,
      sort: '-count',
      limit: most,
    }),
  );
  const dimension = dimensionOf(field);
  const { data: usage } = useQuery({
    ...usageQuery({
      from: '2015-01-01',
      group_by: dimension?.replaceAll(',', '\\,'),
      q: selection.q,
      limit: 10_000,
    }),
    enabled: dimension !== undefined && selection.as_of === undefined,
  });
  const { data: coverage } = useQuery(coverageQuery);
  const costs = useMemo(() => {
    const found = new Map<string, string>();
    for (const item of usage?.items ?? []) {
      found.set(textOf(dimension && item.group[dimension]), formatMoney(item.cost, item.currency));
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
            <th>{titleOf(field)}</th>
            <th className="number">Jobs</th>
            <th aria-label="Share" className="groups-share" />
            <th className="number" title="Billable seconds per instance, added up">
              Billable time
            </th>
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
                <td className="number">{formatDuration(Number(group[billable] ?? 0))}</td>
                {dimension !== undefined && <td className="number">{usage ? (costs.get(text) ?? '–') : '…'}</td>}
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
