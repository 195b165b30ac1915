import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { coverageQuery } from '../api/queries.ts';
import { formatAge, formatTime, formatUtc } from '../format/time.ts';
import { Icon } from '../parts/icon.tsx';

/** Whether something is missing in all that the page shows, and as of when the rest is. */
export function CoverageLine() {
  const { data } = useQuery(coverageQuery);
  if (!data) return null;
  const { as_of: asOf, coverage } = data;
  const { complete = 0, retired = 0 } = coverage.by_status;
  const counted = coverage.targets - retired;
  const missing = counted - complete;
  const age = asOf === null ? 'nothing is complete yet' : `as of ${formatAge(asOf)}`;
  const title = asOf === null ? undefined : `Complete as of ${formatTime(asOf)} (${formatUtc(asOf)})`;
  return (
    <Link to="/coverage" className={missing > 0 ? 'coverage-line partial' : 'coverage-line'} title={title}>
      {missing > 0 && <Icon name="warning" size={14} />}
      <span className="coverage-text">
        {missing > 0 ? `${missing} of ${counted} incomplete` : 'Complete'}
        <span className="wide-only coverage-age">{age}</span>
      </span>
    </Link>
  );
}
