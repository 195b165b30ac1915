// Exact decimals: money is never a float. A decimal is an integer of units of 10^-scale.

interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const pattern = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Parses a decimal such as `3.825`, `0.1150000000` or `9E-7`; returns undefined for any other text. */
function parse(text: string): Decimal | undefined {
  const match = pattern.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction) * 10n ** BigInt(Math.max(-scale, 0));
  return { units: sign === '-' ? -digits : digits, scale: Math.max(scale, 0) };
}

/** Formats a decimal without an exponent and without trailing zeros. */
function format({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${units < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}

/** Returns a decimal in canonical form, in which equal decimals are equal texts; undefined for any other text. */
export function decimal(text: string): string | undefined {
  const parsed = parse(text);
  return parsed && format(parsed);
}

/** Returns a price reduced by a percentage, exactly. Both must be decimals. */
export function subtractPercent(price: string, percent: string): string {
  const [of, off] = [parse(price), parse(percent)];
  if (!of || !off) throw new TypeError(`${price} less ${percent} % is no calculation with decimals`);
  const left = 100n * 10n ** BigInt(off.scale) - off.units;
  return format({ units: of.units * left, scale: of.scale + off.scale + 2 });
}

/** Returns the exact sum of two decimals. */
export function addDecimals(a: string, b: string): string {
  const [x, y] = [parse(a), parse(b)];
  if (!x || !y) throw new TypeError(`${a} + ${b} is no calculation with decimals`);
  const scale = Math.max(x.scale, y.scale);
  return format({ units: x.units * 10n ** BigInt(scale - x.scale) + y.units * 10n ** BigInt(scale - y.scale), scale });
}
