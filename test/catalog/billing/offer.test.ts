import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OfferEntry, priceOfEntry } from '../../../catalog/billing/offer.ts';
import { currencyOf } from '../../../catalog/billing/price.ts';

const entry = (regionCode: string, pricePerUnit: Record<string, string>): OfferEntry => ({
  usageType: 'Train:ml.m5.xlarge',
  regionCode,
  unit: 'Hrs',
  startsAt: '0',
  pricePerUnit,
  effectiveDate: '2026-01-01T00:00:00Z',
});

describe('a price of the list', () => {
  for (const [region, currency] of [
    ['us-east-1', 'USD'],
    ['us-gov-west-1', 'USD'],
    ['cn-north-1', 'CNY'],
    ['eusc-de-east-1', 'EUR'],
  ] as const) {
    it(`is in ${currency} in ${region}`, () => {
      assert.equal(currencyOf(region), currency);
      const price = priceOfEntry(entry(region, { [currency]: '0.23' }));
      assert.ok('price' in price);
      assert.deepEqual([price.region, price.price], [region, '0.23']);
    });
  }

  it('is none where the entry is of no region, or is in another currency', () => {
    assert.deepEqual(priceOfEntry(entry('', { USD: '0.23' })), { reason: 'no region' });
    assert.deepEqual(priceOfEntry(entry('eusc-de-east-1', { USD: '0.23' })), { reason: 'no price in EUR' });
  });
});
