import { regionProblem } from '../partition.ts';
import { billedTypes } from './billed-types.ts';
import { decimal } from './decimal.ts';
import { all, currencyOf, type Price } from './price.ts';
import { findUsageType } from './usage-types.ts';

/** A product of AWS's price list with one of its on-demand prices, in any form of the list. */
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

interface PricedUse extends Pick<Price, 'kind' | 'instance_type'> {
  readonly unit: RegExp;
}

const hours = /^h(?:ou)?rs?$/i;
const gigabyteMonths = /^GB-Mo(?:nth)?s?$/i;

/** Returns what a usage type is the list price of; undefined for spot, plans and tokens, whose list prices are not used. */
export function pricedUse(usageType: string): PricedUse | undefined {
  for (const { billing } of billedTypes) {
    const { use, item = '' } = findUsageType(billing.usageTypes, usageType) ?? {};
    const { instance, storage } = billing.prices;
    if (use === 'compute') return { kind: instance, instance_type: item, unit: hours };
    if (use === 'storage' && storage) return { kind: storage, instance_type: '', unit: gigabyteMonths };
  }
  return undefined;
}

/** The reason why most entries of the list are skipped. */
export const notPriced = 'for nothing that is catalogued';

/**
 * Returns the price of an entry of AWS's price list, or the reason why it is skipped. Entries with a price of zero are skipped: they are
 * paid for elsewhere, and a price of zero would hide costs. `validFrom` overrides the first day of the price.
 */
export function priceOfEntry(entry: OfferEntry, validFrom?: string): Price | { readonly reason: string } {
  const use = pricedUse(entry.usageType);
  if (!use) return { reason: notPriced };
  if (!use.unit.test(entry.unit)) return { reason: `unit ${entry.unit}` };
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
    kind: use.kind,
    instance_type: use.instance_type,
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

/** Returns every price dimension of a product's on-demand terms. */
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
