/** The kinds of prices of a resource type, e.g. `training`, `warm_pool` and `storage`. Each kind belongs to one type. */
export interface PriceKinds {
  /** An hour of a running instance. */
  readonly instance: string;
  /** An hour of an instance in a warm pool; the price of a running one if absent. */
  readonly warmPool?: string;
  /** A month of a GB of storage. */
  readonly storage?: string;
}

/** Means every account, and in discounts every region. */
export const all = '*';

/** A price, or a discount on list prices, with its days: a row of `billing_price`. */
export interface Price {
  /** `list`: from AWS; `own`: written by hand, which takes precedence. */
  readonly source: 'list' | 'own';
  readonly account_id: string;
  readonly region: string;
  /** Empty for storage; in discounts a pattern such as `ml.p4*`. */
  readonly instance_type: string;
  /** One of the `PriceKinds` of a resource type. */
  readonly kind: string;
  /** First day, as `2026-01-31`. */
  readonly valid_from: string;
  /** The day after the last; null until the next price of the same kind. */
  readonly valid_to: string | null;
  /** A decimal, in the currency of the region; null in discounts. */
  readonly price: string | null;
  /** A decimal from 0 to 100; null in prices. */
  readonly discount_percent: string | null;
}

/** Currencies other than US dollars, by the prefix of the region's name. The European Sovereign Cloud is priced and billed in euros. */
export const currencyByPrefix = { 'cn-': 'CNY', 'eusc-': 'EUR' } as const;

/** Returns the currency in which AWS bills a region. */
export function currencyOf(region: string): 'USD' | 'CNY' | 'EUR' {
  for (const [prefix, currency] of Object.entries(currencyByPrefix)) if (region.startsWith(prefix)) return currency;
  return 'USD';
}

/** Returns the key of a price: two prices with the same key are the same one at different times. */
export const priceKey = ({ source, account_id, region, instance_type, kind }: Price): string =>
  [source, account_id, region, instance_type, kind].join(' ');
