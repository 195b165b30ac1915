import type { ExpensiveResource } from '../db/billing/read-most-expensive.ts';
import type { UsageRow, UsageSums } from '../db/billing/read-usage.ts';
import type { WithPrevious } from '../db/billing/usage-report.ts';
import { change, count, hours, money } from '../services/report/figures.ts';
import {
  comparedPeriodName,
  costOf,
  costOfResource,
  instancesOf,
  knownNumber,
  type Measure,
  measureOf,
  remainingRowsNote,
  reportCaveats,
  reportTitle,
} from '../services/report/measure.ts';
import { type BillableReport, typeName } from '../services/report/read-report.ts';
import { paragraph } from './terminal/paragraph.ts';
import { type Column, renderTable } from './terminal/table.ts';
import { statusTone, type View } from './terminal/view.ts';

const maxTableRows = 12;

/** A month's report as text: tables, and bars on a terminal. */
export function textReport(report: BillableReport, view: View): string {
  const currencies = report.totals.map(({ now }) => now.currency);
  const heading = `${reportTitle(report)} (${report.timeZone}), beside ${comparedPeriodName(report)}`;
  const sections = [paragraph(view.paint('heading', heading), view, { hanging: 2 }), ''];
  if (currencies.length === 0) return [...sections, 'Nothing was used.', ''].join('\n');
  const cautions = reportCaveats(report);
  for (const caution of cautions) sections.push(view.paint('warn', paragraph(`! ${caution}`, view, { hanging: 2 })));
  if (cautions.length > 0) sections.push('');
  for (const currency of currencies) {
    const measure = measureOf(report, currency);
    const mine = <T extends { now: { currency: string } }>(rows: readonly T[]): T[] =>
      rows.filter(({ now }) => now.currency === currency);
    const [total] = mine(report.totals);
    if (total) sections.push(summary(total, currency, view), '');
    sections.push(renderDays(report, mine(report.days.rows), measure, view), '');
    for (const { title, rows } of report.breakdowns) {
      const shown = mine(rows);
      if (shown.length > 0) sections.push(breakdown(title, shown, measure, view), '');
    }
    const mostExpensive = report.mostExpensive.filter((resource) => resource.currency === currency);
    if (mostExpensive.length > 0) sections.push(renderMostExpensive(mostExpensive, currency, view), '');
  }
  const longest = Math.max(...report.phases.map(({ seconds }) => seconds));
  if (report.phases.length > 0) {
    sections.push(
      renderTable<BillableReport['phases'][number]>(
        [
          { title: 'Time of jobs by phase', value: ({ phase }) => phase, wraps: false },
          { title: 'hours', value: ({ seconds }) => hours(seconds), align: 'right' },
          ...barColumn(view, 44, ({ seconds }: { seconds: number }) => seconds / longest),
        ],
        report.phases,
        view,
      ),
    );
  }
  return `${sections.join('\n')}\n`;
}

function summary({ now, previous }: WithPrevious<UsageSums>, currency: string, view: View): string {
  const rows: [string, (sums: UsageSums) => string, (sums: UsageSums) => number | null][] = [
    [`Cost (${currency})`, costOf, (s) => knownNumber(s.cost)],
    ['  compute', (s) => costOf(s, 'compute_cost'), (s) => knownNumber(s.compute_cost)],
    ['  warm pools', (s) => money(s.warm_pool_cost), (s) => knownNumber(s.warm_pool_cost)],
    ['  storage', (s) => money(s.storage_cost), (s) => knownNumber(s.storage_cost)],
    [`Saved by spot (${currency})`, (s) => money(s.spot_saved_cost), (s) => knownNumber(s.spot_saved_cost)],
    ['Resources begun', (s) => count(s.jobs), (s) => s.jobs],
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
  return renderTable<(typeof rows)[number]>(
    [
      { title: '', value: ([title]) => title, wraps: false },
      { title: 'this month', value: ([, show]) => show(now), align: 'right' },
      { title: 'before', value: ([, show]) => (previous ? show(previous) : ''), align: 'right' },
      {
        title: 'change',
        value: ([, , value]) => (previous ? change(value(now), value(previous)) : ''),
        align: 'right',
      },
    ],
    rows,
    view,
  );
}

function renderDays(
  report: BillableReport,
  rows: readonly WithPrevious<UsageRow>[],
  measure: Measure,
  view: View,
): string {
  const byDay = new Map(rows.map(({ now }) => [now.bucket, now]));
  const days = report.days.starts.map((start, index) => ({
    day: `${report.month}-${String(index + 1).padStart(2, '0')}`,
    sums: byDay.get(start) ?? null,
  }));
  const longest = Math.max(...days.map(({ sums }) => measure.value(sums) ?? 0));
  return renderTable<(typeof days)[number]>(
    [
      { title: 'By day', value: ({ day }) => day, wraps: false },
      { title: measure.title, value: ({ sums }) => measure.show(sums), align: 'right' },
      ...barColumn(view, 34, ({ sums }: (typeof days)[number]) => (measure.value(sums) ?? 0) / longest),
    ],
    days,
    view,
  );
}

function breakdown(title: string, rows: readonly WithPrevious<UsageRow>[], measure: Measure, view: View): string {
  const longest = Math.max(...rows.map(({ now }) => measure.value(now) ?? 0));
  const table = renderTable<WithPrevious<UsageRow>>(
    [
      { title, value: ({ now }) => now.group[0] ?? '(none)', least: 16 },
      { title: 'begun', value: ({ now }) => count(now.jobs), align: 'right', importance: 2 },
      ...(measure.isMoney
        ? [
            {
              ...{ title: 'hours', align: 'right' as const, importance: 1 },
              value: ({ now }: WithPrevious<UsageRow>) => hours(now.instance_seconds),
            },
          ]
        : []),
      { title: measure.title, value: ({ now }) => measure.show(now), align: 'right' },
      {
        title: 'change',
        value: ({ now, previous }) => change(measure.value(now), measure.value(previous)),
        align: 'right',
      },
      ...barColumn(view, 78, ({ now }: WithPrevious<UsageRow>) => (measure.value(now) ?? 0) / longest),
    ],
    rows.slice(0, maxTableRows),
    view,
  );
  const more = rows.slice(maxTableRows);
  return more.length > 0 ? `${table}\n${view.paint('muted', paragraph(remainingRowsNote(more), view))}` : table;
}

function renderMostExpensive(resources: readonly ExpensiveResource[], currency: string, view: View): string {
  return renderTable<ExpensiveResource>(
    [
      { title: 'Most expensive', value: ({ name }) => name, least: 20, isWhole: true },
      { title: 'type', value: ({ resource_type }) => typeName(resource_type), wraps: false, importance: 5 },
      {
        title: 'account',
        value: ({ account_id, account_name }) => account_name ?? account_id,
        wraps: false,
        importance: 1,
      },
      { title: 'instances', value: instancesOf, wraps: false, importance: 2 },
      {
        title: 'status',
        value: ({ status }) => status,
        tone: ({ status }) => statusTone(status ?? ''),
        wraps: false,
        importance: 3,
      },
      { title: 'hours', value: ({ instance_seconds }) => hours(instance_seconds), align: 'right', importance: 4 },
      { title: currency, value: costOfResource, align: 'right' },
    ],
    resources,
    view,
  );
}

/** Returns a column of bars in the width that `others` columns leave; none if that is too narrow. */
function barColumn<Row>(view: View, others: number, share: (row: Row) => number): Column<Row>[] {
  const room = Math.min(60, (view.width ?? 0) - others);
  return room < 8 ? [] : [{ title: '', value: (row) => bar(share(row), room), wraps: false, importance: 0 }];
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** Returns a bar of up to `room` columns, exact to an eighth of a column. */
function bar(share: number, room: number): string {
  if (!(share > 0)) return '';
  const parts = Math.max(1, Math.round(share * room * 8));
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}
