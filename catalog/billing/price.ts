/** The kinds of prices of a resource type, e.g. `training`, `warm_pool` and `storage`. No kind is of two types. */
export interface PriceKinds {
  /** An hour of an instance at work. */
  readonly instance: string;
  /** An hour of an instance that is kept warm; that of one at work where there is no such price. */
  readonly warmPool?: string;
  /** A month of a GB of storage. */
  readonly storage?: string;
}

/** Stands for every account, and in discounts for every region. */
export const all = '*';

/** A price, or a discount on list prices, with the days on which it holds: a row of `billing_price`. */
export interface Price {
  /** `list`: from AWS; `own`: written by hand, goes before the list. */
  readonly source: 'list' | 'own';
  readonly account_id: string;
  readonly region: string;
  /** Empty for storage; in discounts a pattern such as `ml.p4*`. */
  readonly instance_type: string;
  /** Of a resource type: one of its `PriceKinds`. */
  readonly kind: string;
  /** First day, as `2026-01-31`. */
  readonly valid_from: string;
  /** First day on which it holds no more; null until the next of its kind. */
  readonly valid_to: string | null;
  /** A decimal, in the currency of the region; null in discounts. */
  readonly price: string | null;
  /** A decimal from 0 to 100; null in prices. */
  readonly discount_percent: string | null;
}

/** The currencies beside US dollars, by how the names of their regions begin. The European Sovereign Cloud is priced and billed in euros. */
export const currencyByPrefix = { 'cn-': 'CNY', 'eusc-': 'EUR' } as const;

/** The currency in which AWS bills a region: its partition's. */
export function currencyOf(region: string): 'USD' | 'CNY' | 'EUR' {
  for (const [prefix, currency] of Object.entries(currencyByPrefix)) if (region.startsWith(prefix)) return currency;
  return 'USD';
}

/** What makes two prices the same one, at different times or from different files. */
export const priceKey = ({ source, account_id, region, instance_type, kind }: Price): string =>
  [source, account_id, region, instance_type, kind].join(' ');
