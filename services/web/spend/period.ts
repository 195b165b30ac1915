import type { SpendSearch } from '../app/search-parameters.ts';

export interface Period {
  readonly title: string;
  /** Undefined where it is no whole month. */
  readonly month: string;
  /** Days and times on the viewer's clocks, as the API takes them. */
  readonly from: string;
  readonly to: string | undefined;
  readonly days: number;
}

const monthTitle = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' });

const written = (year: number, month: number): string => {
  const date = new Date(Date.UTC(year, month, 1));
  return date.toISOString().slice(0, 7);
};

/** The period that the URL names: a month, a range, or this month so far. */
export function periodOf({ month, from, to }: SpendSearch, now = new Date()): Period {
  const current = written(now.getFullYear(), now.getMonth());
  if (from !== undefined) {
    const end = to === undefined ? now.getTime() : Date.parse(to);
    const days = Math.max(1, (end - Date.parse(from)) / 86_400_000);
    return { title: `${from} to ${to ?? 'now'}`, month: current, from, to, days };
  }
  const chosen = /^\d{4}-(0[1-9]|1[0-2])$/.test(month ?? '') ? (month ?? current) : current;
  const [year = 2000, number = 1] = chosen.split('-').map(Number);
  const next = written(year, number);
  return {
    title: monthTitle.format(new Date(year, number - 1, 1)),
    month: chosen,
    from: `${chosen}-01`,
    to: chosen === current ? undefined : `${next}-01`,
    days: 31,
  };
}

/** This month and those before it, the newest first. */
export const monthsBefore = (count: number, now = new Date()): { value: string; label: string }[] =>
  Array.from({ length: count }, (_, back) => {
    const first = new Date(now.getFullYear(), now.getMonth() - back, 1);
    return { value: written(first.getFullYear(), first.getMonth()), label: monthTitle.format(first) };
  });

/** The day so many days ago, on the viewer's calendar. */
export const daysAgo = (days: number, now = new Date()): string =>
  new Date(now.getTime() - days * 86_400_000 - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
