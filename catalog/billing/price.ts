/** What a price is for: an hour of an instance that trains, or that is kept warm, or a month of a GB of storage. */
export type PriceKind = 'training' | 'warm_pool' | 'storage';

export const priceKinds: readonly PriceKind[] = ['training', 'warm_pool', 'storage'];

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
  readonly kind: PriceKind;
  /** First day, as `2026-01-31`. */
  readonly valid_from: string;
  /** First day on which it holds no more; null until the next of its kind. */
  readonly valid_to: string | null;
  /** A decimal, in the currency of the region; null in discounts. */
  readonly price: string | null;
  /** A decimal from 0 to 100; null in prices. */
  readonly discount_percent: string | null;
}

/** The currency in which AWS bills a region: its partition's. The European Sovereign Cloud is priced and billed in euros. */
export function currencyOf(region: string): 'USD' | 'CNY' | 'EUR' {
  if (region.startsWith('cn-')) return 'CNY';
  return region.startsWith('eusc-') ? 'EUR' : 'USD';
}

/** What makes two prices the same one, at different times or from different files. */
export const priceKey = ({ source, account_id, region, instance_type, kind }: Price): string =>
  [source, account_id, region, instance_type, kind].join(' ');
