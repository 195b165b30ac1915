import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { plainView } from '../../../cli/terminal/view.ts';
import { textReport } from '../../../cli/text-report.ts';
import { recordAccountNames } from '../../../db/accounts/record-names.ts';
import type { UsageSums } from '../../../db/billing/read-usage.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { change, hours, money } from '../../../services/report/figures.ts';
import { htmlReport } from '../../../services/report/html-report.ts';
import { remainingRowsNote } from '../../../services/report/measure.ts';
import { type BillableReport, nextMonth, readBillableReport } from '../../../services/report/read-report.ts';
import { ticks } from '../../../services/report/svg-chart.ts';
import { generatedJobs, observationOf } from '../../support/generated-jobs.ts';
import { testDatabase } from '../../support/test-database.ts';

describe('the billable report', () => {
  let db: Database;
  let report: BillableReport;
  before(async () => {
    db = await testDatabase();
    const jobs = generatedJobs({
      jobs: 400,
      accounts: 3,
      regions: 2,
      historyDays: 60,
      anchor: Date.UTC(2026, 9, 31, 12),
    });
    const batch = [...jobs].map(observationOf);
    await storeRows(db.kysely, trainingJob, batch);
    await recordAccountNames(db.kysely, [{ id: String(batch[0]?.row.account_id), name: 'research' }]);
    const prices = ['ml.m5.xlarge', 'ml.p4d.24xlarge', 'ml.g5.2xlarge', 'ml.g5.xlarge'].flatMap((instance_type) =>
      ['us-east-1', 'us-west-2', 'eu-west-1'].map((region) => ({
        ...{ source: 'list' as const, account_id: '*', region, instance_type, kind: 'training' as const },
        ...{ valid_from: '2020-01-01', valid_to: null, price: '1.5', discount_percent: null },
      })),
    );
    await storePrices(db.kysely, prices, { origin: 'test' });
    report = await readBillableReport(db.kysely, {
      month: '2026-10',
      timeZone: 'UTC',
      tags: ['team', '<b>"odd"</b>'],
      now: new Date('2027-01-01'),
    });
  });
  after(() => db[Symbol.asyncDispose]());

  it('breaks the same total down in every way', () => {
    const total = report.totals[0]?.now.instance_seconds;
    assert.ok(Number(total) > 0);
    for (const { title, dimension, rows } of report.breakdowns) {
      if (dimension === 'waste') continue;
      assert.equal(
        rows.reduce((sum, { now }) => sum + Number(now.instance_seconds), 0),
        total,
        title,
      );
    }
    assert.equal(
      report.days.rows.reduce((sum, { now }) => sum + Number(now.instance_seconds), 0),
      total,
    );
    assert.equal(report.days.starts.length, 31);
  });

  it('names the accounts', () => {
    const accounts = report.breakdowns.find(({ dimension }) => dimension === 'account_id')?.rows ?? [];
    assert.equal(accounts.filter(({ now }) => /^\d{12} research$/.test(now.group[0] ?? '')).length, 1);
    assert.match(textReport(report, plainView()), /^\d{12} research +\d/m);
  });

  it('is text that fits its width', () => {
    for (const width of [60, 80, 110, 200]) {
      const text = textReport(report, plainView(width));
      assert.match(text, /Billable training in 2026-10/);
      assert.match(text, /have no price/);
      assert.match(text, /Cost \(USD\) +≥ [\d,.]+/);
      assert.match(text, / no price/);
      assert.match(text, /█/);
      for (const line of text.split('\n')) assert.ok(line.length <= width, `${width}: ${line}`);
    }
  });

  it('names the dearest jobs whole, so that they can be copied', () => {
    assert.ok(report.topJobs.some(({ name }) => name.length > 35));
    for (const width of [60, 80]) {
      const lines = textReport(report, plainView(width)).split('\n');
      for (const { name } of report.topJobs)
        assert.ok(
          lines.some((line) => line.startsWith(`${name} `)),
          name,
        );
    }
  });

  it('says of the rows that it leaves out which have no price, and of which the cost is not known', () => {
    const [row] = report.breakdowns[0]?.rows ?? [];
    assert.ok(row);
    const left = (more: Partial<UsageSums>) => ({ now: { ...row.now, cost: null, unpriced_jobs: 0, ...more } });
    assert.equal(remainingRowsNote([left({ cost: '1' })]), 'and 1 more');
    assert.equal(remainingRowsNote([left({ unreported_jobs: 2 })]), 'and 1 more, 1 of them of unknown cost');
    assert.equal(
      remainingRowsNote([left({ unpriced_jobs: 1 }), left({ cost: '1' })]),
      'and 2 more, 1 of them without a price',
    );
  });

  it('has no bars in a pipe', () => {
    assert.doesNotMatch(textReport(report, plainView()), /[█-▏]/);
  });

  it('is HTML that needs nothing else and shows nothing unescaped', () => {
    const html = htmlReport(report);
    assert.doesNotMatch(html, /<script|https?:|@import|url\(|<b>/);
    assert.match(html, /&#60;b&#62;/);
    assert.equal(html.match(/<rect class="target"/g)?.length, 31);
    assert.doesNotMatch(html, /NaN|undefined|Infinity/);
  });

  it('shows of a month that is not over the days that have begun, and says so', async () => {
    const early = await readBillableReport(db.kysely, {
      ...{ month: '2026-10', timeZone: 'UTC', tags: [] },
      now: new Date('2026-10-05T12:00:00Z'),
    });
    assert.equal(early.days.starts.length, 5);
    assert.deepEqual(
      [early.previous.from, early.previous.to],
      ['2026-09-01T00:00:00.000Z', '2026-09-05T12:00:00.000Z'],
    );
    assert.match(textReport(early, plainView(100)), /beside the same days of the month before/);
    assert.match(textReport(early, plainView(100)), /! the month is not over/);
    assert.match(htmlReport(early), /the month is not over/);
    assert.doesNotMatch(textReport({ ...early, isOver: true }, plainView(100)), /not over/);
  });

  it('is made for a month without a job', async () => {
    const empty = await readBillableReport(db.kysely, { month: '2020-01', timeZone: 'UTC', tags: [] });
    assert.match(textReport(empty, plainView(100)), /Nothing was used/);
    assert.match(htmlReport(empty), /Nothing was used/);
  });
});

describe('figures', () => {
  it('round money half up, exactly', () => {
    assert.deepEqual(
      ['1234.505', '0.994', '0.995', '12345678901234567890.1', '-0.005', '7'].map((amount) => money(amount)),
      ['1,234.51', '0.99', '1.00', '12,345,678,901,234,567,890.10', '-0.01', '7.00'],
    );
    assert.equal(money(null), 'no price');
  });
  it('show hours and changes', () => {
    assert.deepEqual([hours(3600), hours(4_446_000), hours(0)], ['1.0', '1,235.0', '0.0']);
    assert.deepEqual([change(112, 100), change(50, 100), change(1, 0), change(0, 0)], ['+12 %', '−50 %', 'new', '']);
    assert.deepEqual([change(12_345, 2), change(null, 1), change(1, null)], ['× 6,173', '', '']);
  });
  it('find months and ticks', () => {
    assert.equal(nextMonth('2026-12'), '2027-01');
    assert.deepEqual(ticks(87), [0, 20, 40, 60, 80, 100]);
    for (const highest of [0.003, 1, 9.99, 10, 51, 12_345]) assert.ok((ticks(highest).at(-1) ?? 0) >= highest);
  });
});
