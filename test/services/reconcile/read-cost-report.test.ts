import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { readCostReport } from '../../../services/reconcile/read-cost-report.ts';

interface Line {
  readonly job: string;
  /** Hour of 1 March 2026, or an ISO time. */
  readonly at: number | string;
  readonly hours?: string;
  readonly cost?: string;
  readonly usage?: string;
  readonly kind?: string;
}

const arn = (job: string) => `arn:aws:sagemaker:us-east-1:111122223333:training-job/${job}`;
const span = ({ at }: Line) => {
  const start = typeof at === 'string' ? new Date(at) : new Date(Date.UTC(2026, 2, 1, at));
  return [start, new Date(start.getTime() + 3_600_000)].map((time) => time.toISOString()) as [string, string];
};
const legacy = (line: Line, id = 'x'): Record<string, string> => ({
  'identity/LineItemId': id,
  'lineItem/UsageAccountId': '111122223333',
  'lineItem/LineItemType': line.kind ?? 'Usage',
  'lineItem/UsageStartDate': span(line)[0],
  'lineItem/UsageEndDate': span(line)[1],
  'lineItem/UsageType': line.usage ?? 'USE1-Train:ml.m5.xlarge',
  'lineItem/ResourceId': arn(line.job),
  'lineItem/UsageAmount': line.hours ?? '1',
  'lineItem/UnblendedCost': line.cost ?? '0.23',
});
const second = (line: Line): Record<string, string> => ({
  bill_billing_period_start_date: `${span(line)[0].slice(0, 7)}-01 00:00:00.000`,
  resource_tags: '{"team":"nlp, \\"vision\\""}',
  ...Object.fromEntries(
    Object.entries(legacy(line)).map(([name, value]) => [
      name
        .replace('/', '_')
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .toLowerCase(),
      value.replace(/^(\d{4}-\d\d-\d\d)T(.*)Z$/, '$1 $2'),
    ]),
  ),
});
const focus = (line: Line): Record<string, string> => ({
  BilledCost: line.kind ? '0' : (line.cost ?? '0.23'),
  EffectiveCost: line.cost ?? '0.23',
  ChargeCategory: 'Usage',
  ChargePeriodStart: span(line)[0],
  ChargePeriodEnd: span(line)[1],
  BillingPeriodStart: `${span(line)[0].slice(0, 7)}-01T00:00:00Z`,
  CommitmentDiscountType: line.kind ?? '',
  ConsumedQuantity: line.hours ?? '1',
  ConsumedUnit: 'Hrs',
  ResourceId: arn(line.job),
  SubAccountId: '111122223333',
  x_UsageType: line.usage ?? 'USE1-Train:ml.m5.xlarge',
});

const csv = (records: readonly Record<string, string>[]): string =>
  [Object.keys(records[0] ?? {}), ...records.map((record) => Object.values(record))]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n');

const parquet = (records: readonly Record<string, string>[]): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: Object.keys(records[0] ?? {}).map((name) => ({
        name,
        data: records.map((record) =>
          /Quantity$|Cost$|_amount$|_cost$/.test(name) ? Number(record[name]) : record[name],
        ) as string[],
      })),
    }),
  );

/** An archive of one file. */
function zip(name: string, content: string): Buffer {
  const data = deflateRawSync(content);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(Buffer.byteLength(content), 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('a cost report', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sagecat-cost-report-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function write(name: string, content: string | Uint8Array): Promise<string> {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    return path;
  }
  /** Seconds and costs by job. */
  const read = async (...paths: string[]) => {
    const report = await readCostReport(paths);
    const jobs = Object.fromEntries(
      report.resources.map((job) => [job.arn.replace(/.*\//, ''), [job.instance_seconds, job.compute_cost]]),
    );
    return { ...report, jobs };
  };
  const one = { job: 'a', at: 1 };
  const two = { job: 'a', at: 2 };
  const other = { job: 'b', at: 3 };
  const all = { a: [7200, '0.46'], b: [3600, '0.23'] };

  for (const [format, records] of [
    ['legacy', legacy],
    ['CUR 2.0', second],
    ['FOCUS', focus],
  ] as const) {
    it(`is read in parts of every kind: ${format}`, async () => {
      const parts = [
        await write('1.csv', csv([one].map((line) => records(line)))),
        await write('2.csv.gz', gzipSync(csv([two].map((line) => records(line))))),
        await write('3.zip', zip('3.csv', csv([other].map((line) => records(line))))),
      ];
      assert.deepEqual((await read(...parts)).jobs, all);
      assert.deepEqual((await read(folder)).jobs, all);
      if (format === 'legacy') return;
      const path = await write('4.snappy.parquet', parquet([one, two, other].map((line) => records(line))));
      assert.deepEqual((await read(path)).jobs, all);
    });
  }

  it('counts what a savings plan covers at what it is worth', async () => {
    const line = { ...one, kind: 'Savings Plan', cost: '0.15' };
    const { resources: jobs } = await readCostReport([await write('focus.csv', csv([focus(line)]))]);
    assert.deepEqual([jobs[0]?.compute_cost, jobs[0]?.line_item_types], ['0.15', ['Savings Plan']]);
  });

  it('counts a file that was given twice once, and lines of another delivery', async () => {
    const first = await write('march.csv', csv([one, two].map((line) => legacy(line))));
    const twice = await read(first, first);
    assert.deepEqual([twice.jobs.a, twice.leftOut[0]?.reason], [[7200, '0.46'], 'it was given twice']);
    const later = await write(
      'march-again.csv',
      csv([one, { ...two, hours: '0.5', cost: '0.115' }, other].map((line) => legacy(line, 'y'))),
    );
    const both = await read(first, later);
    assert.deepEqual(both.jobs, all);
    assert.deepEqual(both.repeated, [{ path: later, other: first, lines: 2, differing: 1 }]);
  });

  it('is found by the manifest of a legacy report, and of the deliveries the newest counts', async () => {
    const [month, older, newer] = ['report/20260301-20260401', 'f2aa0000-old', '01bb0000-new'];
    const manifest = (assemblyId: string) =>
      JSON.stringify({
        assemblyId,
        reportName: 'report',
        billingPeriod: { start: '20260301T000000.000Z' },
        reportKeys: [1, 2].map((part) => `prefix/${month}/${assemblyId}/report-${part}.csv.gz`),
      });
    const parts = async (assembly: string, lines: readonly Line[]) => {
      for (const [index, line] of lines.entries()) {
        await write(`${month}/${assembly}/report-${index + 1}.csv.gz`, gzipSync(csv([legacy(line)])));
      }
      await write(`${month}/${assembly}/report-Manifest.json`, manifest(assembly));
    };
    await parts(newer, [one, two]);
    await parts(older, [other, one]);
    const top = await write(`${month}/report-Manifest.json`, manifest(newer));
    for (const path of [top, folder, join(folder, month, newer, 'report-Manifest.json')]) {
      const { jobs, files } = await read(path);
      assert.deepEqual([jobs, files], [{ a: [7200, '0.46'] }, 2], path);
    }
    assert.equal((await read(folder)).leftOut.length, 2);
    await rm(join(folder, month, newer, 'report-2.csv.gz'));
    const partial = await read(top);
    assert.match(partial.leftOut[0]?.reason ?? '', /names it, and it is not there/);
    assert.equal(partial.leftOut[0]?.isFault, true);
  });

  it('is found by the manifest of a data export', async () => {
    const month = 'export/data/BILLING_PERIOD=2026-03';
    await write(`${month}/20260310T010000Z-1/export-00001.csv.gz`, gzipSync(csv([second(other)])));
    await write(`${month}/20260320T010000Z-2/export-00001.csv.gz`, gzipSync(csv([second(one)])));
    await write(`${month}/20260320T010000Z-2/export-00002.csv.gz`, gzipSync(csv([second(two)])));
    const manifest = await write(
      'export/metadata/BILLING_PERIOD=2026-03/export-Manifest.json',
      JSON.stringify({
        executionId: '2',
        exportArn: 'arn:aws:bcm-data-exports:us-east-1:111122223333:export/e',
        dataFiles: [1, 2].map((part) => `s3://bucket/prefix/${month}/20260320T010000Z-2/export-0000${part}.csv.gz`),
      }),
    );
    assert.deepEqual((await read(manifest)).jobs, { a: [7200, '0.46'] });
    assert.deepEqual((await read(folder)).jobs, { a: [7200, '0.46'] });
    await rm(manifest);
    assert.deepEqual((await read(folder)).jobs, { a: [7200, '0.46'] });
  });

  it('loses a damaged or foreign file only', async () => {
    const good = await write('good.csv', csv([one].map((line) => legacy(line))));
    const whole = csv([two, other].map((line) => legacy(line)));
    const packed = gzipSync(whole);
    const archive = zip('part.csv', whole);
    const bad = [
      await write('cut.csv', whole.slice(0, -40)),
      await write('cut.csv.gz', packed.subarray(0, packed.length - 20)),
      await write('cut.zip', archive.subarray(0, archive.length - 30)),
      await write('cut.parquet', parquet([two, other].map((line) => second(line))).subarray(0, 900)),
      await write('foreign.csv', 'a,b\n1,2\n'),
      await write('foreign.zip', zip('other.csv', 'a,b\n1,2\n')),
      await write('empty.csv', ''),
      join(folder, 'missing.csv'),
    ];
    const { jobs, leftOut, files } = await read(...bad, good);
    assert.deepEqual([jobs, files], [{ a: [3600, '0.23'] }, 1]);
    assert.deepEqual(leftOut.map(({ path }) => path).sort(), bad.toSorted());
    const archived = leftOut.find(({ path }) => path.endsWith('foreign.zip'));
    assert.match(archived?.reason ?? '', /^other\.csv in it: neither a Cost and Usage Report/);
    // What was read of a damaged file is not taken for a line of it when it comes whole.
    assert.deepEqual((await read(bad[0] ?? '', await write('whole.csv', whole), good)).jobs, all);
    await assert.rejects(readCostReport(bad), { name: 'CostReportError', message: /cut\.csv: .*\n.*foreign\.csv/s });
  });

  it('says which months it covers', async () => {
    const lines = [one, { job: 'a', at: '2026-04-30T23:00:00Z' }, { job: 'b', at: '2026-06-02T00:00:00Z' }];
    const { spans } = await read(await write('all.csv', csv(lines.map((line) => legacy(line)))));
    assert.deepEqual(spans, [
      { from: '2026-03-01T01:00:00.000Z', to: '2026-05-01T00:00:00.000Z' },
      { from: '2026-06-02T00:00:00.000Z', to: '2026-06-02T01:00:00.000Z' },
    ]);
  });

  it('counts the usage types of training, and tells those that it does not know', async () => {
    const lines = [
      'EU-Train:ml.p4d.24xlarge',
      'Train:ml.m5.xlarge',
      'USE1-Train:VolumeUsage.gp3',
      'USE1-Processing:ml.m5.xlarge',
      'USE1-TrainingPlan:ml.p5.48xlarge',
      'USE1-Astrology:ml.m5.xlarge',
      'USE1-Host:ml.m5.xlarge',
    ].map((usage, index) => legacy({ job: 'a', at: index, usage }));
    const { jobs, unknownUsage } = await read(await write('types.csv', csv(lines)));
    assert.deepEqual(jobs, { a: [7200, '0.46'] });
    assert.deepEqual([...unknownUsage.keys()], ['USE1-Astrology:ml.m5.xlarge', 'USE1-Host:ml.m5.xlarge']);
  });

  it('tells how far it has come, every thousand lines', async () => {
    const lines = Array.from({ length: 2500 }, (_, index) => legacy({ job: 'a', at: index }));
    const told: unknown[] = [];
    await readCostReport([await write('long.csv', csv(lines))], { onProgress: (progress) => told.push(progress) });
    assert.deepEqual(
      told,
      [1, 1001, 2001].map((lines) => ({ lines, files: 0, of: 1 })),
    );
  });
});
