import { subtractPercent } from './decimal.ts';
import { all, type Price, type PriceKinds, priceKey } from './price.ts';

/**
 * The rates of an account, region and instance type on some days: a row of `billing_rate` without its resource type. Decimals; null without
 * a price.
 */
export interface Rate {
  /** An account with its own prices, or `*` for all others. */
  readonly account_id: string;
  readonly region: string;
  /** Empty for storage. */
  readonly instance_type: string;
  readonly valid_from: string;
  /** The day after the last, or `infinity`. */
  readonly valid_to: string;
  readonly training_hourly: string | null;
  readonly warm_pool_hourly: string | null;
  readonly storage_gb_month: string | null;
}

/** A price with the day on which it ends. */
type Period = Price & { readonly until: string };

/**
 * Combines the prices of a resource type into one rate per day. An account's own price comes before one for all accounts, and that before
 * the list price minus the most specific discount: by account, then region, then the longest pattern of instance types. Warm pools cost the
 * same as training without their own price. Periods of a key do not overlap.
 */
export function effectiveRates(prices: readonly Price[], kinds: PriceKinds): Rate[] {
  const periods = endPeriods(prices);
  const discounts = periods.filter(({ discount_percent }) => discount_percent !== null);
  const byTarget = Map.groupBy(
    periods.filter(({ price, kind }) => price !== null && Object.values(kinds).includes(kind)),
    ({ region, instance_type }) => `${region} ${instance_type}`,
  );
  const accounts = accountsWithRates(prices);
  return [...byTarget.values()].flatMap((priced) =>
    [all, ...accounts].flatMap((account) => ratesOf(account, priced, discounts, kinds)),
  );
}

/** Returns the accounts with their own price or discount. */
export const accountsWithRates = (prices: readonly Price[]): string[] =>
  [...new Set(prices.map(({ account_id }) => account_id))].filter((account) => account !== all).sort();

/** Ends each price when the next one with the same key begins. */
function endPeriods(prices: readonly Price[]): Period[] {
  return [...Map.groupBy(prices, priceKey).values()].flatMap((same) => {
    const ordered = same.toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1));
    return ordered.map((price, index) => {
      const next = ordered[index + 1]?.valid_from ?? 'infinity';
      return { ...price, until: price.valid_to !== null && price.valid_to < next ? price.valid_to : next };
    });
  });
}

/** Returns the rates of one account, region and instance type by day. ISO days and `infinity` sort as text. */
function ratesOf(account: string, priced: readonly Period[], discounts: readonly Period[], kinds: PriceKinds): Rate[] {
  const [{ region, instance_type }] = priced as [Period, ...Period[]];
  const mine = priced.filter(({ account_id }) => account_id === account || account_id === all);
  const off = discounts.filter(
    (discount) =>
      (discount.account_id === account || discount.account_id === all) &&
      (discount.region === region || discount.region === all) &&
      matches(discount.instance_type, instance_type),
  );
  const days = [...new Set([...mine, ...off].flatMap(({ valid_from, until }) => [valid_from, until]))].sort();
  const rates: Rate[] = [];
  for (const [index, valid_from] of days.entries()) {
    const valid_to = days[index + 1];
    if (valid_to === undefined) break;
    const amounts = amountsOn(valid_from, account, mine, off, kinds);
    const last = rates.at(-1);
    if (last?.valid_to === valid_from && sameAmounts(last, amounts)) rates[rates.length - 1] = { ...last, valid_to };
    else if (Object.values(amounts).some((amount) => amount !== null)) {
      rates.push({ account_id: account, region, instance_type, valid_from, valid_to, ...amounts });
    }
  }
  return rates;
}

type Amounts = Pick<Rate, 'training_hourly' | 'warm_pool_hourly' | 'storage_gb_month'>;

function amountsOn(
  day: string,
  account: string,
  prices: readonly Period[],
  discounts: readonly Period[],
  kinds: PriceKinds,
): Amounts {
  const holds = (kind: string) => (period: Period) =>
    period.kind === kind && period.valid_from <= day && day < period.until;
  const amount = (kind: string | undefined): string | null => {
    if (kind === undefined) return null;
    const held = prices.filter(holds(kind));
    const own = held.filter(({ source }) => source === 'own');
    const best = own.find(({ account_id }) => account_id === account) ?? own[0];
    if (best) return best.price;
    const list = held.find(({ source }) => source === 'list')?.price;
    if (list === undefined || list === null) return null;
    const discount = discounts.filter(holds(kind)).toSorted(bySpecificity(account))[0]?.discount_percent;
    return typeof discount === 'string' ? subtractPercent(list, discount) : list;
  };
  const training_hourly = amount(kinds.instance);
  return {
    training_hourly,
    warm_pool_hourly: amount(kinds.warmPool) ?? training_hourly,
    storage_gb_month: amount(kinds.storage),
  };
}

/** Sorts discounts, the most specific first, and of equally specific ones the later first. */
const bySpecificity =
  (account: string) =>
  (a: Period, b: Period): number =>
    Number(b.account_id === account) - Number(a.account_id === account) ||
    Number(b.region !== all) - Number(a.region !== all) ||
    b.instance_type.length - a.instance_type.length ||
    (a.valid_from < b.valid_from ? 1 : -1);

const sameAmounts = (a: Amounts, b: Amounts): boolean =>
  a.training_hourly === b.training_hourly &&
  a.warm_pool_hourly === b.warm_pool_hourly &&
  a.storage_gb_month === b.storage_gb_month;

/** Returns whether an instance type matches a pattern in which `*` matches any text. */
function matches(pattern: string, instanceType: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(instanceType);
}
