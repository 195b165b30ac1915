import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readPriceFile } from '../../../services/pricing/read-price-file.ts';
import { offerCsv, offerJson } from '../../support/offer-file.ts';

describe('readPriceFile', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sagecat-prices-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function read(text: string, validFrom?: string) {
    const path = join(folder, 'prices');
    await writeFile(path, text);
    return readPriceFile(path, validFrom);
  }
  const brief = (file: Awaited<ReturnType<typeof read>>) =>
    file.prices.map((p) => [p.region, p.instance_type, p.kind, p.valid_from, p.price].join(' ')).sort();

  const expected = [
    'cn-north-1 ml.m5.xlarge training 2026-03-01 1.9',
    'eu-west-1 ml.m5.xlarge training 2026-03-01 0.27',
    'us-east-1  storage 2026-03-01 0.14',
    'us-east-1 ml.c5.xlarge training 2026-03-01 0.2',
    'us-east-1 ml.m5.xlarge training 2026-03-01 0.25',
    'us-east-1 ml.p4d.24xlarge training 2026-03-01 31.1',
  ];

  it('reads an offer file in JSON', async () => {
    const file = await read(offerJson());
    assert.equal(file.kind, 'offer JSON');
    assert.deepEqual(brief(file), expected);
    assert.equal(file.skipped.get('a price of zero'), 1);
    assert.equal(file.skipped.get('a further tier'), 1);
    assert.equal(file.skipped.get('for nothing that is catalogued'), 1);
  });

  it('reads the same from CSV', async () => {
    const file = await read(offerCsv());
    assert.equal(file.kind, 'offer CSV');
    assert.deepEqual(brief(file), expected);
    assert.equal(file.skipped.get('not on demand'), 1);
  });

  it('lets list prices hold from a day of choice', async () => {
    const file = await read(offerJson(), '2025-01-01');
    assert.ok(file.prices.every(({ valid_from }) => valid_from === '2025-01-01'));
  });

  it('refuses JSON that is cut off or is something else', async () => {
    await assert.rejects(read(offerJson().slice(0, -40)), /ends in the middle/);
    await assert.rejects(read('{"products": {}, "terms": {}}'), /no on-demand price for training/);
    await assert.rejects(read('{"products": nonsense'), { name: 'PriceFileError' });
  });

  it('reads prices and discounts of one’s own', async () => {
    const file = await read(
      'valid_from,valid_to,account_id,region,instance_type,kind,price,discount_percent\n' +
        '2026-01-01,,,us-east-1,ml.p5.48xlarge,,50.5,\n' +
        '# a comment\n' +
        '2026-01-01,2027-01-01,111122223333,,ml.p4*,training,,12.5\n' +
        '2026-01-01,,,us-east-1,,storage,0.1,\n',
    );
    assert.equal(file.kind, 'own prices');
    assert.deepEqual(
      file.prices.map((p) => [
        p.account_id,
        p.region,
        p.instance_type,
        p.kind,
        p.price,
        p.discount_percent,
        p.valid_to,
      ]),
      [
        ['*', 'us-east-1', 'ml.p5.48xlarge', 'training', '50.5', null, null],
        ['111122223333', '*', 'ml.p4*', 'training', null, '12.5', '2027-01-01'],
        ['*', 'us-east-1', '', 'storage', '0.1', null, null],
      ],
    );
  });

  it('says on which line a price of one’s own is wrong', async () => {
    const line = (row: string) =>
      read(`valid_from,valid_to,region,instance_type,kind,price,discount_percent,currency\n${row}\n`);
    await assert.rejects(line('2026-02-30,,us-east-1,ml.m5.large,,1,,'), /line 2: valid_from must be a day/);
    await assert.rejects(line('2026-01-01,,us-east-1,ml.m5.large,,1,5,'), /either price or discount/);
    await assert.rejects(line('2026-01-01,,us-east-1,ml.m5.large,,-1,,'), /must be a number/);
    await assert.rejects(line('2026-01-01,,us-east-1,ml.m5.*,,1,,'), /stands in discounts only/);
    await assert.rejects(line('2026-01-01,,us-east-1,ml.m5.large,,1,,EUR'), /bills us-east-1 in USD/);
    await assert.rejects(line('2026-01-01,2025-01-01,us-east-1,ml.m5.large,,1,,'), /valid_to/);
    await assert.rejects(read('valid_from,prize\n2026-01-01,1\n'), /no column "prize"/);
  });

  it('says that a file is missing', async () => {
    await assert.rejects(readPriceFile(join(folder, 'none')), /none: there is no such file or folder/);
  });
});
