import { billedTypes } from '../../catalog/billing/billed-types.ts';
import type { Price } from '../../catalog/billing/price.ts';

/** The origin of the prices, which is shown wherever money is. */
export const simulatedOrigin = 'simulated: made up for the demo, not what AWS charges';

/** Prices per hour in the first region, in thousandths of a dollar. Made up, but realistic enough for plausible figures. */
const hourly: Readonly<Record<string, number>> = {
  'ml.t3.medium': 60,
  'ml.t3.large': 120,
  'ml.m5.large': 120,
  'ml.m5.xlarge': 240,
  'ml.m5.2xlarge': 480,
  'ml.m5.4xlarge': 960,
  'ml.m5.12xlarge': 2_900,
  'ml.m5.24xlarge': 5_700,
  'ml.m6i.2xlarge': 480,
  'ml.c5.4xlarge': 840,
  'ml.c5.9xlarge': 1_900,
  'ml.c5.18xlarge': 3_800,
  'ml.c6i.8xlarge': 1_700,
  'ml.c7i.xlarge': 220,
  'ml.r5.2xlarge': 620,
  'ml.r5.12xlarge': 3_700,
  'ml.g4dn.xlarge': 750,
  'ml.g5.xlarge': 1_400,
  'ml.g5.2xlarge': 1_600,
  'ml.g5.12xlarge': 7_200,
  'ml.g5.48xlarge': 20_500,
  'ml.g6.4xlarge': 1_700,
  'ml.g6e.12xlarge': 13_000,
  'ml.p3.2xlarge': 3_900,
  'ml.p3dn.24xlarge': 36_000,
  'ml.p4d.24xlarge': 26_000,
  'ml.p4de.24xlarge': 32_000,
  'ml.p5.48xlarge': 64_000,
  'ml.p5en.48xlarge': 73_000,
  'ml.p6e-gb200.36xlarge': 380_000,
  'ml.trn1.2xlarge': 1_600,
  'ml.trn1.32xlarge': 25_000,
  'ml.trn1n.32xlarge': 29_000,
};
const storageGbMonth = 140;

/** Returns prices of everything that the population uses. They rise from region to region. */
export function simulatedPrices(regions: readonly string[]): Price[] {
  return regions.flatMap((region, index) => {
    const price = (kind: Price['kind'], instance_type: string, thousandths: number): Price => ({
      source: 'list',
      account_id: '*',
      region,
      instance_type,
      kind,
      valid_from: '2015-01-01',
      valid_to: null,
      price: dollars(thousandths * (100 + 6 * index)),
      discount_percent: null,
    });
    return billedTypes.flatMap(({ billing: { prices } }) => [
      ...Object.entries(hourly).map(([type, thousandths]) => price(prices.instance, type, thousandths)),
      ...(prices.storage === undefined ? [] : [price(prices.storage, '', storageGbMonth)]),
    ]);
  });
}

/** Converts hundred-thousandths of a dollar to an exact decimal. */
const dollars = (units: number): string => `${Math.floor(units / 100_000)}.${String(units % 100_000).padStart(5, '0')}`;
