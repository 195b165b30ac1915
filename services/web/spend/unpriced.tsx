import { useQuery } from '@tanstack/react-query';
import { type UsageQuery, usageQuery } from '../api/queries.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { Icon } from '../parts/icon.tsx';

/** What has no price and so is in no cost, and what to do about it. */
export function Unpriced({ query }: { query: UsageQuery }) {
  const { data } = useQuery(
    usageQuery({ ...query, compare: undefined, group_by: 'instance_type,region', limit: 5000 }),
  );
  const missing = (data?.items ?? []).filter(({ unpriced_jobs: jobs }) => jobs > 0);
  const jobs = data?.totals.reduce((sum, total) => sum + total.unpriced_jobs, 0) ?? 0;
  if (missing.length === 0) return null;
  const places = missing.slice(0, 6).map(({ group }) => `${group.instance_type ?? 'unknown type'} in ${group.region}`);
  return (
    <div className="notice boxed status-warning" role="status">
      <Icon name="warning" size={14} />
      <span>
        {formatInteger(jobs)} have no price and are in no cost: {visible(places.join(', '))}
        {missing.length > places.length && ` and ${formatInteger(missing.length - places.length)} more`}.{' '}
        <code>sagecat prices sync</code> reads the prices of AWS, <code>sagecat prices import</code> takes your own, and{' '}
        <code>sagecat prices missing</code> lists what is left.
      </span>
    </div>
  );
}
