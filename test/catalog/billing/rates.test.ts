import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decimal, subtractPercent } from '../../../catalog/billing/decimal.ts';
import type { Price } from '../../../catalog/billing/price.ts';
import { effectiveRates } from '../../../catalog/billing/rates.ts';

const price = (overrides: Partial<Price>): Price => ({
  source: 'list',
  account_id: '*',
  region: 'us-east-1',
  instance_type: 'ml.m5.xlarge',
  kind: 'training',
  valid_from: '2026-01-01',
  valid_to: null,
  price: '1',
  discount_percent: null,
  ...overrides,
});
const discount = (percent: string, overrides: Partial<Price> = {}) =>
  price({ source: 'own', region: '*', instance_type: '*', price: null, discount_percent: percent, ...overrides });

const kinds = { instance: 'training', warmPool: 'warm_pool', storage: 'storage' };

const brief = (...prices: Price[]) =>
  effectiveRates(prices, kinds).map((rate) =>
    [rate.account_id, rate.valid_from, rate.valid_to, rate.training_hourly, rate.warm_pool_hourly].join(' '),
  );

describe('effectiveRates', () => {
  it('lets a price hold until the next one', () => {
    assert.deepEqual(brief(price({ valid_from: '2026-03-01', price: '2' }), price({})), [
      '* 2026-01-01 2026-03-01 1 1',
      '* 2026-03-01 infinity 2 2',
    ]);
  });

  it('leaves a gap where a price has ended', () => {
    assert.deepEqual(
      brief(price({ source: 'own', valid_to: '2026-02-01' }), price({ source: 'own', valid_from: '2026-03-01' })),
      ['* 2026-01-01 2026-02-01 1 1', '* 2026-03-01 infinity 1 1'],
    );
  });

  it('puts a price of one’s own before the list, and an account’s before it', () => {
    assert.deepEqual(
      brief(
        price({}),
        price({ source: 'own', price: '0.8', valid_from: '2026-02-01', valid_to: '2026-03-01' }),
        price({ source: 'own', account_id: '111122223333', price: '0.5' }),
      ),
      [
        '* 2026-01-01 2026-02-01 1 1',
        '* 2026-02-01 2026-03-01 0.8 0.8',
        '* 2026-03-01 infinity 1 1',
        '111122223333 2026-01-01 infinity 0.5 0.5',
      ],
    );
  });

  it('takes the most specific discount off the list price', () => {
    assert.deepEqual(
      brief(
        price({ price: '3.825' }),
        discount('10', { valid_from: '2026-02-01' }),
        discount('20', { valid_from: '2026-03-01', instance_type: 'ml.m5*' }),
        discount('50', { valid_from: '2026-03-01', instance_type: 'ml.p*' }),
      ),
      [
        '* 2026-01-01 2026-02-01 3.825 3.825',
        '* 2026-02-01 2026-03-01 3.4425 3.4425',
        '* 2026-03-01 infinity 3.06 3.06',
      ],
    );
  });

  it('gives a warm pool a price of its own where there is one', () => {
    assert.deepEqual(brief(price({}), price({ source: 'own', kind: 'warm_pool', price: '0.7' })), [
      '* 2026-01-01 infinity 1 0.7',
    ]);
  });

  it('never has two rates for a day', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${String(n).padStart(2, '0')}`);
    const any = fc.record({
      source: fc.constantFrom('list' as const, 'own' as const),
      account_id: fc.constantFrom('*', '111122223333'),
      valid_from: day,
      valid_to: fc.option(day),
      price: fc.constantFrom('1', '2', '3'),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (all) => {
        const prices = all
          .filter(({ valid_from, valid_to }) => valid_to === null || valid_to > valid_from)
          .map((overrides) =>
            price(overrides.source === 'list' ? { ...overrides, account_id: '*', valid_to: null } : overrides),
          );
        for (const same of Map.groupBy(effectiveRates(prices, kinds), ({ account_id }) => account_id).values()) {
          for (const [index, rate] of same.entries()) {
            assert.ok(rate.valid_from < rate.valid_to);
            assert.ok(index === 0 || (same[index - 1]?.valid_to ?? '') <= rate.valid_from);
          }
        }
      }),
    );
  });
});

describe('decimals', () => {
  it('have one spelling', () => {
    for (const [text, canonical] of [
      ['0.1150000000', '0.115'],
      ['31', '31'],
      ['31.00', '31'],
      ['9E-7', '0.0000009'],
      ['1.5e3', '1500'],
      ['-0.50', '-0.5'],
    ]) {
      assert.equal(decimal(text ?? ''), canonical);
    }
    for (const text of ['', 'x', '1,5', '0x10', 'NaN', '1.2.3']) assert.equal(decimal(text), undefined);
  });

  it('lose no digit to a discount', () => {
    assert.equal(subtractPercent('0.1', '33.3'), '0.0667');
    assert.equal(subtractPercent('31.1', '100'), '0');
    assert.equal(subtractPercent('31.1', '0'), '31.1');
    assert.equal(subtractPercent('0.0000166667', '12.5'), '0.0000145833625');
  });
});
