import Table from 'cli-table3';
import type { UsageRow, UsageSums } from '../../db/billing/read-usage.ts';
import type { Compared } from '../../db/billing/usage-report.ts';
import { change, count, hours, money } from './figures.ts';
import { cautionsOf, knownNumber, type Measure, measureOf } from './measure.ts';
import type { BillableReport } from './read-report.ts';

const mostRows = 12;

/** A month's report for a terminal of a width in columns: tables and bars, without colours. */
export function textReport(report: BillableReport, width = 100): string {
  const currencies = report.totals.map(({ now }) => now.currency);
  const sections = [`Billable training in ${report.month} (${report.timeZone}), beside the month before`, ''];
  if (currencies.length === 0) return [...sections, 'Nothing was used.', ''].join('\n');
  for (const caution of cautionsOf(report)) sections.push(`! ${caution}`);
  for (const currency of currencies) {
    const measure = measureOf(report, currency);
    const mine = <T extends { now: { currency: string } }>(rows: readonly T[]): T[] =>
      rows.filter(({ now }) => now.currency === currency);
    const [total] = mine(report.totals);
    if (total) sections.push(summary(total, currency), '');
    sections.push(`By day, ${measure.title}`, ...dayBars(report, mine(report.days.rows), measure, width), '');
    for (const { title, rows } of report.breakdowns) {
      const shown = mine(rows);
      if (shown.length > 0) sections.push(breakdown(title, shown, measure, width), '');
    }
    const jobs = report.topJobs.filter((job) => job.currency === currency);
    if (jobs.length > 0) {
      sections.push(
        table(
          ['Dearest jobs', 'account', 'instances', 'status', 'hours', currency],
          jobs.map((job) => [
            cut(job.name, 44),
            job.account_id,
            `${job.instance_count ?? '?'} × ${job.instance_types ?? '?'}`,
            job.status ?? '',
            hours(job.instance_seconds),
            money(job.cost),
          ]),
          [4, 5],
        ),
        '',
      );
    }
  }
  const longest = Math.max(...report.phases.map(({ seconds }) => seconds));
  if (report.phases.length > 0) sections.push('Time of jobs by phase, hours');
  for (const { phase, seconds } of report.phases) {
    sections.push(`  ${phase.padEnd(12)} ${hours(seconds).padStart(12)} ${bar(seconds / longest, width - 32)}`);
  }
  return `${sections.join('\n')}\n`;
}

function summary({ now, previous }: Compared<UsageSums>, currency: string): string {
  const rows: [string, (sums: UsageSums) => string, (sums: UsageSums) => number | null][] = [
    [`Cost (${currency})`, (s) => money(s.cost), (s) => knownNumber(s.cost)],
    ['  compute', (s) => money(s.compute_cost), (s) => knownNumber(s.compute_cost)],
    ['  warm pools', (s) => money(s.warm_pool_cost), (s) => knownNumber(s.warm_pool_cost)],
    ['  storage', (s) => money(s.storage_cost), (s) => knownNumber(s.storage_cost)],
    [`Saved by spot (${currency})`, (s) => money(s.spot_saved_cost), (s) => knownNumber(s.spot_saved_cost)],
    ['Jobs begun', (s) => count(s.jobs), (s) => s.jobs],
    ['Billed instance hours', (s) => hours(s.instance_seconds), (s) => Number(s.instance_seconds)],
    ['  on spot capacity', (s) => hours(s.spot_instance_seconds), (s) => Number(s.spot_instance_seconds)],
    ['Prepaid instance hours', (s) => hours(s.prepaid_instance_seconds), (s) => Number(s.prepaid_instance_seconds)],
    [
      'Warm pool instance hours',
      (s) => hours(s.warm_pool_instance_seconds),
      (s) => Number(s.warm_pool_instance_seconds),
    ],
    ['Tokens of serverless jobs', (s) => count(s.token_count), (s) => Number(s.token_count)],
  ];
  return table(
    ['', 'this month', 'before', 'change'],
    rows.map(([title, show, value]) => [
      title,
      show(now),
      previous ? show(previous) : '',
      previous ? change(value(now), value(previous)) : '',
    ]),
    [1, 2, 3],
  );
}

function dayBars(
  report: BillableReport,
  rows: readonly Compared<UsageRow>[],
  measure: Measure,
  width: number,
): string[] {
  const byDay = new Map(rows.map(({ now }) => [now.bucket, now]));
  const values = report.days.starts.map((start) => byDay.get(start) ?? null);
  const longest = Math.max(...values.map((sums) => measure.value(sums) ?? 0));
  return values.map((sums, index) => {
    const day = `${report.month}-${String(index + 1).padStart(2, '0')}`;
    return `  ${day} ${(sums ? measure.show(sums) : '').padStart(12)} ${bar((measure.value(sums) ?? 0) / longest, width - 28)}`;
  });
}

function breakdown(title: string, rows: readonly Compared<UsageRow>[], measure: Measure, width: number): string {
  const longest = Math.max(...rows.map(({ now }) => measure.value(now) ?? 0));
  const room = Math.max(8, Math.min(28, width - 78));
  const shown = rows.slice(0, mostRows);
  const body = shown.map(({ now, previous }) => [
    cut(now.group[0] ?? '(none)', 30),
    count(now.jobs),
    ...(measure.isMoney ? [hours(now.instance_seconds)] : []),
    measure.show(now),
    change(measure.value(now), measure.value(previous)),
    bar((measure.value(now) ?? 0) / longest, room),
  ]);
  const head = [title, 'jobs', ...(measure.isMoney ? ['hours'] : []), measure.title, 'change', ''];
  if (rows.length > mostRows) body.push([`and ${rows.length - mostRows} more`, ...head.slice(1).map(() => '')]);
  return table(head, body, [1, 2, 3, 4].slice(0, head.length - 2));
}

function table(head: string[], rows: string[][], right: readonly number[]): string {
  const made = new Table({
    head,
    colAligns: head.map((_, index) => (right.includes(index) ? 'right' : 'left')),
    style: { head: [], border: [] },
    chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
  });
  made.push(...rows);
  return made.toString();
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar of up to `room` columns, exact to an eighth of one. */
function bar(share: number, room: number): string {
  if (!(share > 0)) return '';
  const parts = Math.max(1, Math.round(share * room * 8));
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
