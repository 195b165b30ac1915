import type { ExpensiveResource } from '../../db/billing/read-most-expensive.ts';
import type { UsageRow, UsageSums } from '../../db/billing/read-usage.ts';
import type { WithPrevious } from '../../db/billing/usage-report.ts';
import { change, count, hours, money } from './figures.ts';
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
} from './measure.ts';
import { type BillableReport, typeName } from './read-report.ts';
import { style } from './report-style.ts';
import { escapeHtml, stackedBars } from './svg-chart.ts';

const maxTableRows = 15;

/** Returns a month's report as one self-contained HTML file, without scripts, fonts or requests. */
export function htmlReport(report: BillableReport): string {
  const title = reportTitle(report);
  const cautions = reportCaveats(report).map((text) => `<p class="caution">${escapeHtml(text)}</p>`);
  const sections = report.totals.map(({ now }) => ofCurrency(report, now.currency));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${style}</style></head><body><main>
<header><h1>${title}</h1><p>${escapeHtml(report.timeZone)} · ${report.period.from.slice(0, 10)} to ${report.period.to.slice(0, 10)} · beside ${comparedPeriodName(report)}</p></header>
${cautions.join('\n')}
${sections.length > 0 ? sections.join('\n') : '<p>Nothing was used.</p>'}
${phases(report)}
<footer>Made by sagecat. Time that crosses the edge of a day or of the month is split there. Prepaid capacity and tokens are not in the cost.</footer>
</main></body></html>
`;
}

function ofCurrency(report: BillableReport, currency: string): string {
  const measure = measureOf(report, currency);
  const mine = <T extends { now: { currency: string } }>(rows: readonly T[]): T[] =>
    rows.filter(({ now }) => now.currency === currency);
  const [total] = mine(report.totals);
  const tables = report.breakdowns.map(({ title, rows }) => breakdown(title, mine(rows), measure));
  return `<section>
${total ? cards(total, currency) : ''}
<h2>By day</h2>${days(report, mine(report.days.rows), measure)}
<div class="columns">${tables.join('\n')}</div>
${mostExpensive(report, currency)}
</section>`;
}

function cards({ now, previous }: WithPrevious<UsageSums>, currency: string): string {
  const card = (title: string, figure: string, note: string) =>
    `<div class="card"><h3>${title}</h3><strong>${figure}</strong><span>${note}</span></div>`;
  const against = (value: (sums: UsageSums) => number | null) => {
    if (!previous) return 'nothing the month before';
    const changed = change(value(now), value(previous));
    return changed === '' ? 'nothing to compare with' : `${changed} on the month before`;
  };
  return `<div class="cards">
${card(
  `Cost, ${currency}`,
  costOf(now),
  against((sums) => knownNumber(sums.cost)),
)}
${card(
  'Billed instance hours',
  hours(now.instance_seconds),
  against((sums) => Number(sums.instance_seconds)),
)}
${card(
  'Resources begun',
  count(now.jobs),
  against(({ jobs }) => jobs),
)}
${card(`Saved by spot, ${currency}`, money(now.spot_saved_cost), `${hours(now.spot_saved_instance_seconds)} instance hours`)}
${card(`Warm pools, ${currency}`, money(now.warm_pool_cost), `${hours(now.warm_pool_instance_seconds)} instance hours`)}
${card('Prepaid instance hours', hours(now.prepaid_instance_seconds), 'on training plans, not in the cost')}
${card(`Storage, ${currency}`, money(now.storage_cost), 'volumes of the instances')}
${card('Tokens', count(now.token_count), 'of serverless jobs, not in the cost')}
</div>`;
}

function days(report: BillableReport, rows: readonly WithPrevious<UsageRow>[], measure: Measure): string {
  const byDay = new Map(rows.map(({ now }) => [now.bucket, now]));
  const sums = report.days.starts.map((start) => byDay.get(start));
  const { isMoney } = measure;
  const layers = (
    isMoney
      ? [
          ['Compute', 'a', (s: UsageSums) => s.compute_cost],
          ['Warm pools', 'b', (s: UsageSums) => s.warm_pool_cost],
          ['Storage', 'c', (s: UsageSums) => s.storage_cost],
        ]
      : [
          ['On demand', 'a', (s: UsageSums) => Number(s.on_demand_instance_seconds) / 3600],
          ['Spot', 'b', (s: UsageSums) => Number(s.spot_instance_seconds) / 3600],
          ['Prepaid', 'c', (s: UsageSums) => Number(s.prepaid_instance_seconds) / 3600],
        ]
  ) as [string, string, (sums: UsageSums) => string | number | null][];
  const legend = layers.map(([name, className]) => `<span><i class="${className}"></i>${name}</span>`);
  const chart = stackedBars(
    sums.map((_, index) => String(index + 1)),
    layers.map(([name, className, value]) => ({
      name,
      className,
      values: sums.map((s) => (s ? Number(value(s) ?? 0) : 0)),
    })),
    (index) =>
      `${report.month}-${String(index + 1).padStart(2, '0')}: ${measure.show(sums[index] ?? null) || 'nothing'}`,
  );
  return `<figure><figcaption>${escapeHtml(measure.title)} ${legend.join(' ')}</figcaption>${chart}</figure>`;
}

function breakdown(title: string, rows: readonly WithPrevious<UsageRow>[], measure: Measure): string {
  if (rows.length === 0) return '';
  const longest = Math.max(...rows.map(({ now }) => measure.value(now) ?? 0));
  const body = rows.slice(0, maxTableRows).map(({ now, previous }) => {
    const share = longest > 0 ? ((measure.value(now) ?? 0) / longest) * 100 : 0;
    return `<tr><td class="name">${escapeHtml(now.group[0] ?? '(none)')}<i class="bar" style="width:${share.toFixed(1)}%"></i></td>
<td>${count(now.jobs)}</td>${measure.isMoney ? `<td>${hours(now.instance_seconds)}</td>` : ''}<td>${measure.show(now)}</td><td>${change(measure.value(now), measure.value(previous))}</td></tr>`;
  });
  const more =
    rows.length > maxTableRows ? `<tr><td colspan="5">${remainingRowsNote(rows.slice(maxTableRows))}</td></tr>` : '';
  return `<div><h2>${escapeHtml(title)}</h2><table><thead><tr><th></th><th>Begun</th>${measure.isMoney ? '<th>Hours</th>' : ''}<th>${escapeHtml(measure.title)}</th><th>Change</th></tr></thead>
<tbody>${body.join('')}${more}</tbody></table></div>`;
}

function mostExpensive(report: BillableReport, currency: string): string {
  const resources = report.mostExpensive.filter((resource) => resource.currency === currency);
  if (resources.length === 0) return '';
  const columns: [title: string, className: string, value: (resource: ExpensiveResource) => string][] = [
    ['Name', 'name', ({ name }) => name],
    ['Type', 'name', ({ resource_type }) => typeName(resource_type) ?? ''],
    ['Account', 'name', ({ account_name, account_id }) => account_name ?? account_id],
    ['Region', 'name', ({ region }) => region],
    ['Instances', 'name', instancesOf],
    ['Status', 'name', ({ status }) => status ?? ''],
    ['Hours', '', ({ instance_seconds }) => hours(instance_seconds)],
    [currency, '', costOfResource],
  ];
  const head = columns.map(([title]) => `<th>${escapeHtml(title)}</th>`);
  const rows = resources.map((resource) => {
    const cells = columns.map(([, name, value]) => `<td class="${name}">${escapeHtml(value(resource))}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<h2>Most expensive whose usage began in the month</h2><table class="wide"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function phases({ phases: all }: BillableReport): string {
  const longest = Math.max(...all.map(({ seconds }) => seconds));
  const rows = all.map(
    ({ phase, seconds }) =>
      `<tr><td class="name">${phase}<i class="bar" style="width:${((seconds / longest) * 100).toFixed(1)}%"></i></td><td>${hours(seconds)}</td></tr>`,
  );
  return rows.length === 0
    ? ''
    : `<h2>Time of jobs by phase</h2><table><thead><tr><th></th><th>Hours</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
