import { termsOf, withoutField, withTerm } from './edit-query.ts';

/** Ranges that are asked for most, as the search language writes them. */
export const ranges = [
  { value: '>now-1h', label: 'Last hour' },
  { value: '>now-24h', label: 'Last 24 hours' },
  { value: '>now-7d', label: 'Last 7 days' },
  { value: '>now-30d', label: 'Last 30 days' },
  { value: '>now-90d', label: 'Last 90 days' },
  { value: '', label: 'All time' },
] as const;

/** What the query says of the time of creation, which `field` has; empty where it says nothing. */
export const rangeOf = (q: string, field: string): string =>
  termsOf(q)?.find((term) => term.field === field)?.operand ?? '';

export const withRange = (q: string, field: string, range: string): string => {
  const rest = withoutField(q, field);
  return range === '' ? rest : withTerm(rest, `${field}:${range}`);
};

const whole = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

export const narrowedToRange = (q: string, field: string, from: number, to: number): string =>
  withRange(q, field, `[${whole(from)} TO ${whole(to)}}`);
