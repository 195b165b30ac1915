/** Formats the figures of a report. Amounts stay exact decimals until they are rounded half up for display. */

/** Formats money: `1234.5` becomes `1,234.50`. Null, for usage without a known price, is `missing` and never zero. */
export function money(decimal: string | null, missing = 'no price'): string {
  if (decimal === null) return missing;
  const negative = decimal.startsWith('-');
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const cents = BigInt(whole + fraction.slice(0, 2).padEnd(2, '0')) + ((fraction[2] ?? '0') >= '5' ? 1n : 0n);
  const digits = cents.toString().padStart(3, '0');
  return `${negative && cents > 0n ? '-' : ''}${group(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** Formats seconds as hours with one decimal place: `1,234.5`. */
export const hours = (seconds: number | bigint | string): string => {
  const tenths = BigInt(Math.round(Number(seconds) / 360));
  const digits = tenths.toString().padStart(2, '0');
  return `${group(digits.slice(0, -1))}.${digits.slice(-1)}`;
};

export const count = (value: number | bigint): string => group(value.toString());

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/**
 * Returns how a figure changed: `+12 %`, or `× 25` beyond ten times; `new` if there was nothing before, and an empty text if one of them is
 * unknown.
 */
export function change(now: number | null, before: number | null): string {
  if (now === null || before === null || (before === 0 && now === 0)) return '';
  if (before === 0) return 'new';
  if (now / before >= 10) return `× ${count(Math.round(now / before))}`;
  const percent = Math.round((now / before - 1) * 100);
  return `${percent > 0 ? '+' : percent < 0 ? '−' : '±'}${Math.abs(percent)} %`;
}
