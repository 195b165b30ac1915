import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { reconcile } from '../../../catalog/billing/reconcile.ts';
import { flatten } from '../../../catalog/flatten.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { readBilledResources } from '../../../db/billing/read-billed-resources.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import type { Database } from '../../../db/database.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { readCostReport } from '../../../services/reconcile/read-cost-report.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const arn = (name: string) => `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name}`;
const line = (name: string, hours: number, cost: string, overrides: Record<string, string> = {}) => ({
  'lineItem/UsageAccountId': '111122223333',
  'lineItem/LineItemType': 'Usage',
  'lineItem/UsageStartDate': '2026-10-01T00:00:00Z',
  'lineItem/UsageEndDate': '2026-11-01T00:00:00Z',
  'lineItem/UsageType': 'USE1-Train:ml.m5.xlarge',
  'lineItem/UsageAmount': String(hours),
  'lineItem/UnblendedCost': cost,
  'lineItem/ResourceId': arn(name),
  ...overrides,
});

// Every job of the catalog: two instances for 3600 billed seconds at 0.25, from 10 October.
const lines = [
  line('agrees', 1.5, '0.375'),
  line('agrees', 0.5, '0.125'),
  line('agrees', 0.01, '0.002', { 'lineItem/UsageType': 'USE1-Train:VolumeUsage.gp2' }),
  line('agrees', 0, '0.09', { 'lineItem/LineItemType': 'Tax' }),
  line('longer', 3, '0.75'),
  line('dearer', 2, '0.60'),
  line('saved', 2, '0.40', { 'lineItem/LineItemType': 'SavingsPlanCoveredUsage' }),
  line('running', 1, '0.25'),
  line('unknown', 1, '0.25'),
  {
    ...line('notebook', 1, '9'),
    'lineItem/ResourceId': 'arn:aws:sagemaker:us-east-1:111122223333:notebook-instance/n',
  },
];

describe('reconcile', () => {
  let db: Database;
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sagecat-cur-'));
    db = await testDatabase();
    const job = (TrainingJobName: string, overrides = {}) => {
      const flattened = flatten(
        trainingJob,
        describeResponse({
          TrainingJobName,
          TrainingStartTime: Date.parse('2026-10-10T08:00:00Z') / 1000,
          TrainingEndTime: Date.parse('2026-10-10T09:00:00Z') / 1000,
          BillableTimeInSeconds: 3600,
          ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 2 },
          ...overrides,
        }),
        { tags: [] },
      );
      assert.ok(flattened.ok);
      return { row: flattened.row, region: flattened.region, source: 'describe' as const };
    };
    await storeRows(db.kysely, trainingJob, [
      ...['Agrees', 'longer', 'dearer', 'saved', 'missing'].map((name) => job(name)),
      job('running', { TrainingJobStatus: 'InProgress', TrainingEndTime: undefined }),
    ]);
    await storePrices(
      db.kysely,
      [
        {
          ...{ source: 'list', account_id: '*', region: 'us-east-1', instance_type: 'ml.m5.xlarge', kind: 'training' },
          ...{ valid_from: '2026-01-01', valid_to: null, price: '0.25', discount_percent: null },
        },
      ],
      { origin: 'test' },
    );
  });
  after(async () => {
    await db[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const expected = [
    ['agrees', 'agrees', /^$/],
    ['dearer', 'cost differs', /billed at 0.3 on average and is priced at 0.25/],
    ['longer', 'time differs', /more was billed/],
    ['missing', 'only in the catalog', /no line for it/],
    ['running', 'time differs', /not settled/],
    ['saved', 'cost differs', /SavingsPlanCoveredUsage/],
    ['unknown', 'only in the report', /is its account and region crawled/],
  ] as const;

  async function check(file: string, content: string | Uint8Array) {
    const path = join(folder, file);
    await writeFile(path, content);
    const report = await readCostReport([path]);
    assert.deepEqual([report.lines, report.accounts], [8, ['111122223333']]);
    const findings = reconcile(report.resources, await readBilledResources(db.kysely, report)).sort((a, b) =>
      a.arn < b.arn ? -1 : 1,
    );
    assert.deepEqual(
      findings.map((f) => [f.arn.replace(/.*\//, ''), f.verdict]),
      expected.map(([name, verdict]) => [name, verdict]),
    );
    for (const [index, [name, , why]] of expected.entries()) assert.match(findings[index]?.reason ?? '', why, name);
    assert.deepEqual([findings[0]?.reported_cost, findings[0]?.catalogued_cost], ['0.5', '0.5']);
  }

  const names = Object.keys(lines[0] ?? {});
  const csv = [names, ...lines.map((of) => Object.values(of))]
    .map((cells) => cells.map((cell) => JSON.stringify(cell)).join(','))
    .join('\n');

  it('compares with a report in CSV', () => check('report.csv', csv));
  it('compares with a report in CSV and gzip', () => check('report.csv.gz', gzipSync(csv)));
  it('compares with a report in Parquet', () => {
    const snake = (name: string) =>
      name
        .replace('/', '_')
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .toLowerCase();
    const data = (name: string): unknown[] =>
      lines.map((of) => {
        const value = of[name as keyof typeof of];
        return /Date$/.test(name) ? new Date(value) : /Amount$|Cost$/.test(name) ? Number(value) : value;
      });
    return check(
      'report.parquet',
      new Uint8Array(
        parquetWriteBuffer({ columnData: names.map((name) => ({ name: snake(name), data: data(name) as string[] })) }),
      ),
    );
  });
  it('refuses what is no report of jobs', async () => {
    const path = join(folder, 'other.csv');
    await writeFile(path, 'a,b\n1,2\n');
    await assert.rejects(readCostReport([path]), /other.csv: neither a Cost and Usage Report/);
    await writeFile(path, csv.split('\n').slice(0, 1).join('\n'));
    await assert.rejects(readCostReport([path]), /no line of a training job/);
    await assert.rejects(readCostReport([join(folder, 'none.csv')]), { name: 'CostReportError' });
  });
});
