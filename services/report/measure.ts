import { labelOf } from '../../catalog/label-of.ts';
import type { ExpensiveResource } from '../../db/billing/read-most-expensive.ts';
import type { UsageSums } from '../../db/billing/read-usage.ts';
import { count, hours, money } from './figures.ts';
import type { BillableReport } from './read-report.ts';

/** The measure of a report's bars: cost if there are prices, else instance hours. */
export interface Measure {
  readonly title: string;
  readonly isMoney: boolean;
  /** For the length of bars; never shown. Null where it is not known. */
  value(sums: UsageSums | null): number | null;
  show(sums: UsageSums | null): string;
}

export function measureOf(report: BillableReport, currency: string): Measure {
  const priced = report.totals.some(({ now }) => now.currency === currency && Number(now.cost ?? 0) > 0);
  return priced
    ? {
        title: `Cost (${currency})`,
        isMoney: true,
        value: (sums) => (sums === null ? 0 : knownNumber(sums.cost)),
        show: (sums) => (sums ? costOf(sums) : ''),
      }
    : {
        title: 'Instance hours',
        isMoney: false,
        value: (sums) => Number(sums?.instance_seconds ?? 0),
        show: (sums) => (sums ? hours(sums.instance_seconds) : ''),
      };
}

/** Returns the cost of sums, with `≥` if a part has no price or unknown use. */
export function costOf(sums: UsageSums, name: 'cost' | 'compute_cost' = 'cost'): string {
  const { unpriced_jobs, unpriced_storage_gb_seconds, unreported_jobs } = sums;
  const isPart = unpriced_jobs > 0 || unreported_jobs > 0 || (name === 'cost' && unpriced_storage_gb_seconds > 0);
  const text = money(sums[name], unpriced_jobs > 0 ? 'no price' : 'not known');
  return isPart && sums[name] !== null ? `≥ ${text}` : text;
}

/** `1 resource has`, `2 resources have`. */
const resources = (number: number, one: string, many: string): string =>
  number === 1 ? `1 resource ${one}` : `${count(number)} resources ${many}`;

export const knownNumber = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** Returns the warnings that limit a report's sums. */
export function reportCaveats(report: BillableReport): string[] {
  const sum = (name: 'unpriced_jobs' | 'running_jobs' | 'unreported_jobs' | 'unpriced_storage_gb_seconds') =>
    report.totals.reduce((total, { now }) => total + Number(now[name]), 0);
  const cautions: string[] = [];
  if (!report.isOver) cautions.push('the month is not over');
  for (const origin of report.priceOrigins) {
    if (origin.startsWith('simulated')) cautions.push(`prices are ${origin}`);
  }
  if (sum('unpriced_jobs') > 0) {
    cautions.push(
      `${resources(sum('unpriced_jobs'), 'has no price and is', 'have no price and are')} not in the cost: sagecat prices missing`,
    );
  }
  if (sum('unpriced_storage_gb_seconds') > 0) {
    const storage = hours(sum('unpriced_storage_gb_seconds'));
    cautions.push(`${storage} GB-hours of volumes have no price and are not in the cost: sagecat prices missing`);
  }
  if (sum('running_jobs') > 0)
    cautions.push(`${resources(sum('running_jobs'), 'is', 'are')} still running: the cost is not known yet`);
  if (sum('unreported_jobs') > 0) {
    cautions.push(
      `${resources(sum('unreported_jobs'), 'has', 'have')} no reported billable time: the cost is not known`,
    );
  }
  if (report.totals.length > 1) cautions.push('there is more than one currency: each is summed separately');
  return cautions;
}

/** Returns the title of a report: `Billable time of processing jobs in 2026-10`. */
export const reportTitle = ({ month, type }: BillableReport): string =>
  `Billable time${type ? ` of ${labelOf(type)}s` : ''} in ${month}`;

/** Returns the cost of a resource, with `≥` if a part has no price or is not known. */
export const costOfResource = ({ cost, is_lower_bound }: ExpensiveResource): string =>
  is_lower_bound && cost !== null ? `≥ ${money(cost)}` : money(cost);

/** `2 × ml.m5.xlarge`; of what scales, `ml.m5.xlarge`. */
export const instancesOf = ({ instance_count, instance_types }: ExpensiveResource): string =>
  [instance_count, instance_types ?? '?'].filter((part) => part !== null).join(' × ');

/** Returns the period that a month is compared with. */
export const comparedPeriodName = ({ isOver }: BillableReport): string =>
  isOver ? 'the month before' : 'the same days of the month before';

/** Returns a note about omitted rows. Those with unknown cost are among the last, whatever their usage. */
export function remainingRowsNote(rows: readonly { readonly now: UsageSums }[]): string {
  const unknown = rows.filter(({ now }) => now.cost === null);
  const unpriced = unknown.filter(({ now }) => now.unpriced_jobs > 0).length;
  const parts = [
    ...(unpriced > 0 ? [`${unpriced} of them without a price`] : []),
    ...(unknown.length > unpriced ? [`${unknown.length - unpriced} of them of unknown cost`] : []),
  ];
  return [`and ${rows.length} more`, ...parts].join(', ');
}
