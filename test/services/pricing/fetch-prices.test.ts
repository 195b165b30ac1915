import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PricingClient } from '@aws-sdk/client-pricing';
import { fetchPrices } from '../../../services/pricing/fetch-prices.ts';
import { pricingServer } from '../../support/pricing-server.ts';

describe('fetchPrices', () => {
  let server: Awaited<ReturnType<typeof pricingServer>>;
  before(async () => {
    server = await pricingServer();
    process.env.AWS_ENDPOINT_URL_PRICING = server.url;
    process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY = 'secret';
    client = new PricingClient({ region: 'us-east-1' });
  });
  let client: PricingClient;
  after(() => client.destroy());
  after(() => server[Symbol.asyncDispose]());

  it('reads the list prices of the regions, page by page, with the real client', async () => {
    const { prices, skipped } = await fetchPrices({ client, regions: ['us-east-1', 'cn-north-1'] });
    assert.deepEqual(prices.map((p) => [p.region, p.instance_type, p.kind, p.valid_from, p.price].join(' ')).sort(), [
      'cn-north-1 ml.m5.xlarge training 2026-03-01 1.9',
      'us-east-1  storage 2026-03-01 0.14',
      'us-east-1 ml.c5.xlarge training 2026-03-01 0.2',
      'us-east-1 ml.m5.xlarge training 2026-03-01 0.25',
      'us-east-1 ml.p4d.24xlarge training 2026-03-01 31.1',
    ]);
    assert.equal(skipped.get('for nothing that is catalogued'), 1);
    assert.ok(server.calls > 2);
  });

  it('lets them hold from a day of choice', async () => {
    const { prices } = await fetchPrices({ client, regions: ['eu-west-1'], validFrom: '2025-01-01' });
    assert.deepEqual(
      prices.map(({ valid_from, price }) => [valid_from, price]),
      [['2025-01-01', '0.27']],
    );
  });

  it('tells how many of the regions are done', async () => {
    const told: number[] = [];
    const onProgress = ({ regions }: { regions: number }) => told.push(regions);
    await fetchPrices({ client, regions: ['us-east-1', 'cn-north-1'], onProgress });
    assert.deepEqual([told[0], told.at(-1)], [0, 1]);
  });
});
