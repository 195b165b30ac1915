const units = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

/** Seconds as the two largest units: `3h 12m`, `6m 44s`, `0s`. */
export function formatDuration(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const first = units.findIndex(([, size]) => total >= size);
  if (first === -1) return '0s';
  const [name, size] = units[first] ?? units[3];
  const next = units[first + 1];
  const rest = next ? Math.floor((total % size) / next[1]) : 0;
  return `${seconds < 0 ? '−' : ''}${Math.floor(total / size)}${name}${next && rest > 0 ? ` ${rest}${next[0]}` : ''}`;
}

const hours = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Instance seconds as hours: `1,234.5 h`. */
export const formatHours = (seconds: number | bigint): string => `${hours.format(Number(seconds) / 3600)} h`;
