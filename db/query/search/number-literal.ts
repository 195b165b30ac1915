/** Digits and exponent are limited, so that a short text cannot be a number of a million digits. */
export const decimalPattern = '[+-]?([0-9]{1,40}([.][0-9]{0,40})?|[.][0-9]{1,40})([eE][+-]?[0-9]{1,3})?';
const decimal = new RegExp(`^${decimalPattern}$`);

export const isDecimal = (text: string): boolean => decimal.test(text);

/** Returns the greatest integer that is not above a decimal. */
export function floor(text: string): bigint {
  const { digits, exponent } = scientific(text);
  if (exponent >= 0) return digits * 10n ** BigInt(exponent);
  const unit = 10n ** BigInt(-exponent);
  const whole = digits / unit;
  return digits < 0n && whole * unit !== digits ? whole - 1n : whole;
}

/** Returns the least integer that is not below a decimal. */
export const ceiling = (text: string): bigint =>
  -floor(text.startsWith('-') ? text.slice(1) : `-${text.replace(/^\+/, '')}`);

/** Returns a decimal as an integer times a power of ten, exactly. */
function scientific(text: string): { digits: bigint; exponent: number } {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return { digits: signedDigits(whole, fraction), exponent: Number(power) - fraction.length };
}

function signedDigits(whole: string, fraction: string): bigint {
  const magnitude = BigInt(`${whole.replace(/^[+-]/, '')}${fraction}` || '0');
  return whole.startsWith('-') ? -magnitude : magnitude;
}

/** Returns a decimal, `NaN`, `Infinity` or `-Infinity` as a number; undefined for any other text. */
export function readFloatLiteral(text: string): number | undefined {
  if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return Number(text);
  return isDecimal(text) ? Number(text) : undefined;
}
