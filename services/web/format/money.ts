const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, digits: number): Intl.NumberFormat {
  const key = `${currency} ${digits}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** An exact decimal as an amount: `$1,234.56`; whole units from 10,000 on, four digits below one cent. Null is a dash. */
export function formatMoney(amount: string | number | null | undefined, currency = 'USD'): string {
  if (amount === null || amount === undefined) return '–';
  const value = Number(amount);
  const size = Math.abs(value);
  return formatOf(currency, size >= 10_000 ? 0 : size > 0 && size < 0.01 ? 4 : 2).format(value);
}

/** `$6K`, for axes. */
export const formatCompactMoney = (value: number, currency: string): string =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(value);
