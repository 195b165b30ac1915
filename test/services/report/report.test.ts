import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { billedTypes } from '../../../catalog/billing/billed-types.ts';
import { endpoint } from '../../../catalog/endpoint/definition.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { processingJob } from '../../../catalog/processing-job/definition.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { plainView } from '../../../cli/terminal/view.ts';
import { textReport } from '../../../cli/text-report.ts';
import { recordAccountNames } from '../../../db/accounts/record-names.ts';
import { endOngoingUsage } from '../../../db/billing/ongoing-usage.ts';
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
import { describeResponse } from '../../support/responses.ts';
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
      assert.match(text, /Billable time in 2026-10/);
      assert.match(text, /have no price/);
      assert.match(text, /Cost \(USD\) +≥ [\d,.]+/);
      assert.match(text, / no price/);
      assert.match(text, /█/);
      for (const line of text.split('\n')) assert.ok(line.length <= width, `${width}: ${line}`);
    }
  });

  it('names the most expensive jobs whole, so that they can be copied', () => {
    assert.ok(report.mostExpensive.some(({ name }) => name.length > 35));
    for (const width of [60, 80]) {
      const lines = textReport(report, plainView(width)).split('\n');
      for (const { name } of report.mostExpensive)
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

describe('the billable report of several types', () => {
  let db: Database;
  const read = (type?: AnyResourceType) =>
    readBillableReport(db.kysely, {
      ...{ month: '2026-10', timeZone: 'UTC', tags: [], now: new Date('2027-01-01') },
      type: billedTypes.find(({ name }) => name === type?.name),
    });
  const arn = (resource: string) => `arn:aws:sagemaker:us-east-1:111122223333:${resource}`;
  const store = async (type: AnyResourceType, response: Record<string, unknown>, seenAt: string) => {
    const flattened = flatten(type, response, { tags: [] });
    if (!flattened.ok) throw flattened.error;
    const seen = { row: flattened.row, region: flattened.region, source: 'describe' as const };
    const at = new Date(seenAt);
    const [row] = await storeRows(db.kysely, type, [{ ...seen, askedAt: at }], { seenAt: at });
    return row?.id ?? 0;
  };
  before(async () => {
    db = await testDatabase();
    const times = { start: Date.parse('2026-10-10T08:00:00Z') / 1000, end: Date.parse('2026-10-10T09:00:00Z') / 1000 };
    await store(
      trainingJob,
      describeResponse({
        TrainingJobName: 'Trained',
        TrainingStartTime: times.start,
        TrainingEndTime: times.end,
        BillableTimeInSeconds: 3600,
        ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2 },
      }),
      '2026-10-11T00:00:00Z',
    );
    await store(
      processingJob,
      {
        ...{ ProcessingJobName: 'Cleaned', ProcessingJobArn: arn('processing-job/cleaned') },
        ...{ ProcessingJobStatus: 'Completed', CreationTime: times.start },
        ...{ ProcessingStartTime: times.start, ProcessingEndTime: times.end },
        ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 3 } },
      },
      '2026-10-11T00:00:00Z',
    );
    const serving = (CurrentInstanceCount: number, LastModifiedTime: string) => ({
      ...{ EndpointName: 'Served', EndpointArn: arn('endpoint/served'), EndpointStatus: 'InService' },
      ...{ EndpointConfigName: 'c', CreationTime: '2026-10-10T00:00:00Z', LastModifiedTime },
      ProductionVariants: [{ VariantName: 'main', CurrentInstanceCount }],
      EndpointConfig: { ProductionVariants: [{ VariantName: 'main', InstanceType: 'ml.m5.xlarge' }] },
    });
    await store(endpoint, serving(1, '2026-10-10T00:00:00Z'), '2026-10-10T00:01:00Z');
    const id = await store(endpoint, serving(4, '2026-10-11T00:00:00Z'), '2026-10-11T00:01:00Z');
    const gone = { id, account_id: '111122223333', region: 'us-east-1' };
    const hosted = billedTypes.find(({ name }) => name === endpoint.name);
    assert.ok(hosted);
    await db.kysely
      .transaction()
      .execute((trx) => endOngoingUsage(trx, hosted, [gone], new Date('2026-10-11T06:00:00Z')));
    await storePrices(
      db.kysely,
      [
        ['training', '1'],
        ['processing', '2'],
        ['hosting', '3'],
      ].map(([kind = '', price = '']) => ({
        ...{ source: 'list' as const, account_id: '*', region: 'us-east-1', instance_type: 'ml.m5.xlarge', kind },
        ...{ valid_from: '2020-01-01', valid_to: null, price, discount_percent: null },
      })),
      { origin: 'test' },
    );
  });
  after(() => db[Symbol.asyncDispose]());

  it('has the most expensive of every type, each with its own prices, and the sum of each type', async () => {
    const report = await read();
    assert.deepEqual(
      report.mostExpensive.map(({ resource_type, name, instance_count, status, cost, is_lower_bound }) => [
        ...[resource_type, name, instance_count, status, cost, is_lower_bound],
      ]),
      [
        // 24 hours of one instance, and 6 of four; what it runs on now is in its status alone.
        [endpoint.name, 'Served', null, 'InService', '144', false],
        [processingJob.name, 'Cleaned', 3, 'Completed', '6', false],
        [trainingJob.name, 'Trained', 2, 'Completed', '2', false],
      ],
    );
    const byType = report.breakdowns.find(({ dimension }) => dimension === 'resource_type')?.rows ?? [];
    assert.deepEqual(
      byType.map(({ now }) => [now.group[0], now.cost]),
      [
        ['endpoint', '144'],
        ['processing job', '6'],
        ['training job', '2'],
      ],
    );
    const text = textReport(report, plainView(120));
    assert.match(text, /^Served +endpoint +111122223333 +ml\.m5\.xlarge +InService +48\.0 +144\.00$/m);
    assert.match(text, /^Cleaned +processing job +111122223333 +3 × ml\.m5\.xlarge +Completed +3\.0 +6\.00$/m);
    assert.match(htmlReport(report), /<td class="name">Served<\/td><td class="name">endpoint<\/td>/);
  });

  it('is of one type where that is asked for', async () => {
    const report = await read(processingJob);
    assert.deepEqual(
      [report.mostExpensive.map(({ name }) => name), report.totals.map(({ now }) => now.cost)],
      [['Cleaned'], ['6']],
    );
    assert.match(textReport(report, plainView(120)), /^Billable time of processing jobs in 2026-10 /);
    assert.ok(!report.breakdowns.some(({ dimension }) => dimension === 'resource_type'));
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
