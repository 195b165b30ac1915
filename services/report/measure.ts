import type { UsageSums } from '../../db/billing/read-usage.ts';
import { hours, money } from './figures.ts';
import type { BillableReport } from './read-report.ts';

/** What a report's bars are as long as: money where there are prices, else instance hours. */
export interface Measure {
  readonly title: string;
  readonly isMoney: boolean;
  /** For the length of bars; never shown. Null where it is not known. */
  value(sums: UsageSums | null): number | null;
  show(sums: UsageSums | null): string;
}

export function measureOf(report: BillableReport, currency: string): Measure {
  const priced = report.totals.some(({ now }) => Number(now.cost ?? 0) > 0);
  return priced
    ? {
        title: `Cost (${currency})`,
        isMoney: true,
        value: (sums) => (sums === null ? 0 : knownNumber(sums.cost)),
        show: (sums) => (sums ? money(sums.cost) : ''),
      }
    : {
        title: 'Instance hours',
        isMoney: false,
        value: (sums) => Number(sums?.instance_seconds ?? 0),
        show: (sums) => (sums ? hours(sums.instance_seconds) : ''),
      };
}

export const knownNumber = (decimal: string | null): number | null => (decimal === null ? null : Number(decimal));

/** What a report must say before anybody believes its sums. */
export function cautionsOf(report: BillableReport): string[] {
  const sum = (name: 'unpriced_jobs' | 'running_jobs' | 'unreported_jobs') =>
    report.totals.reduce((total, { now }) => total + now[name], 0);
  const cautions: string[] = [];
  if (!report.isOver) cautions.push('the month is not over, and stands beside the whole month before');
  if (sum('unpriced_jobs') > 0) {
    cautions.push(`${sum('unpriced_jobs')} jobs have no price and are in no cost: sagecat prices missing`);
  }
  if (sum('running_jobs') > 0)
    cautions.push(`${sum('running_jobs')} jobs are still running: what they cost is not known yet`);
  if (sum('unreported_jobs') > 0) {
    cautions.push(`${sum('unreported_jobs')} jobs have ended and SageMaker does not say what was billed`);
  }
  if (report.totals.length > 1) cautions.push('there is more than one currency: each is added up apart');
  return cautions;
}
