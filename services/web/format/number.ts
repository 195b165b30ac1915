const whole = new Intl.NumberFormat('en-US');
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 1 });

/** `1,234,567`; bigints keep every digit. */
export const formatInteger = (value: number | bigint): string => whole.format(value);

/** `1.2M`, for axes and narrow places. */
export const formatCompact = (value: number): string => compact.format(value);

/** A share as `12.3 %`. */
export const formatShare = (share: number): string => `${(share * 100).toFixed(share < 0.0995 ? 1 : 0)} %`;
