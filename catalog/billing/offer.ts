import { regionProblem } from '../partition.ts';
import { decimal } from './decimal.ts';
import { all, currencyOf, type Price } from './price.ts';
import { findTrainingUsage } from './usage-types.ts';

/** A product of AWS's price list with one of its on-demand prices, as every form of the list has them. */
export interface OfferEntry {
  /** e.g. `USE1-Train:ml.m5.xlarge`. */
  readonly usageType: string;
  readonly regionCode: string;
  /** e.g. `Hrs` or `GB-Mo`. */
  readonly unit: string;
  readonly startsAt: string;
  /** Decimals by currency. */
  readonly pricePerUnit: Readonly<Record<string, string>>;
  /** ISO 8601. */
  readonly effectiveDate: string;
}

/** What a usage type is the list price of, where it is one of training; spot, plans and tokens have no list price that we use. */
export function trainingUsage(usageType: string): Pick<Price, 'kind' | 'instance_type'> | undefined {
  const found = findTrainingUsage(usageType);
  if (found?.use === 'compute') return { kind: 'training', instance_type: found.item };
  return found?.use === 'storage' ? { kind: 'storage', instance_type: '' } : undefined;
}

const units = { training: /^h(?:ou)?rs?$/i, storage: /^GB-Mo(?:nth)?s?$/i, warm_pool: /^h(?:ou)?rs?$/i };

/**
 * The price of an entry of AWS's price list, or why it is none. An entry that costs nothing is left out: such entries stand for what
 * is paid for elsewhere, and a price of zero would hide costs. `validFrom` overrides the day from which it holds.
 */
export function priceOfEntry(entry: OfferEntry, validFrom?: string): Price | { readonly reason: string } {
  const usage = trainingUsage(entry.usageType);
  if (!usage) return { reason: 'not for training' };
  if (!units[usage.kind].test(entry.unit)) return { reason: `unit ${entry.unit}` };
  if (!/^0(?:\.0*)?$/.test(entry.startsAt)) return { reason: 'a further tier' };
  if (regionProblem(entry.regionCode) !== undefined) return { reason: 'no region' };
  const amount = entry.pricePerUnit[currencyOf(entry.regionCode)];
  const price = amount === undefined ? undefined : decimal(amount);
  if (price === undefined) return { reason: `no price in ${currencyOf(entry.regionCode)}` };
  if (price === '0') return { reason: 'a price of zero' };
  return {
    source: 'list',
    account_id: all,
    region: entry.regionCode,
    ...usage,
    valid_from: validFrom ?? entry.effectiveDate.slice(0, 10),
    valid_to: null,
    price,
    discount_percent: null,
  };
}

/** A product of the price list, in the form that the offer file and `GetProducts` share. */
export interface OfferProduct {
  readonly sku?: string;
  readonly attributes?: { readonly usagetype?: string; readonly regionCode?: string };
}

/** The on-demand terms of a product, by their codes. */
export type OfferTerms = Readonly<
  Record<
    string,
    {
      readonly effectiveDate?: string;
      readonly priceDimensions?: Readonly<
        Record<
          string,
          {
            readonly unit?: string;
            readonly beginRange?: string;
            readonly pricePerUnit?: Readonly<Record<string, string>>;
          }
        >
      >;
    }
  >
>;

/** Every price dimension of a product's on-demand terms. */
export const entriesOf = ({ attributes }: OfferProduct, terms: OfferTerms): OfferEntry[] =>
  Object.values(terms).flatMap(({ effectiveDate = '', priceDimensions = {} }) =>
    Object.values(priceDimensions).map(({ unit = '', beginRange = '0', pricePerUnit = {} }) => ({
      usageType: attributes?.usagetype ?? '',
      regionCode: attributes?.regionCode ?? '',
      unit,
      startsAt: beginRange,
      pricePerUnit,
      effectiveDate,
    })),
  );
