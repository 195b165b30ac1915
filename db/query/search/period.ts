/** A period in milliseconds since 1970; `end` is excluded. */
export interface Period {
  readonly start: number;
  readonly end: number;
}

const calendar =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i;
const relative = /^now((?:[+-]\d{1,6}[smhdwMy])*)(?:\/([smhdwMy]))?$/;

const unitMs: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
/** The range of the catalog's timestamps: years 1 to 9999. */
const earliest = -62_135_596_800_000;
const latest = 253_402_300_799_999;

/**
 * Parses a text as a period: a year, month, day, minute or second, or a moment (a period of one millisecond). `now`, `now-7d`,
 * `now-1h+30m` and `now/d` (the whole current day) are relative to `now`. Without a zone times are UTC. Returns undefined if the text is
 * not a time.
 */
export function readPeriod(text: string, now: number): Period | undefined {
  const period = readRelative(text, now) ?? readCalendar(text);
  if (!period || !(period.start >= earliest && period.end <= latest + 1)) return undefined;
  return period;
}

function readRelative(text: string, now: number): Period | undefined {
  const match = relative.exec(text);
  if (!match) return undefined;
  let moment = now;
  for (const [, sign, count, unit = ''] of (match[1] ?? '').matchAll(/([+-])(\d+)([smhdwMy])/g)) {
    moment = shift(moment, (sign === '-' ? -1 : 1) * Number(count), unit);
  }
  return match[2] === undefined ? { start: moment, end: moment + 1 } : round(moment, match[2]);
}

/** Adds a number of units; months and years keep the day, or clamp it to the month's last. */
function shift(moment: number, count: number, unit: string): number {
  const fixed = unitMs[unit];
  if (fixed !== undefined) return moment + count * fixed;
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + count * (unit === 'y' ? 12 : 1));
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}

/** Returns the whole unit in UTC that contains a moment; weeks begin on Monday. */
function round(moment: number, unit: string): Period {
  if (!Number.isFinite(moment)) return { start: moment, end: moment };
  const date = new Date(moment);
  if (unit === 'y') return { start: utc(date.getUTCFullYear(), 0), end: utc(date.getUTCFullYear() + 1, 0) };
  if (unit === 'M') {
    return {
      start: utc(date.getUTCFullYear(), date.getUTCMonth()),
      end: utc(date.getUTCFullYear(), date.getUTCMonth() + 1),
    };
  }
  const length = unitMs[unit] ?? 1;
  // 1 January 1970 was a Thursday.
  const origin = unit === 'w' ? -3 * 86_400_000 : 0;
  const start = Math.floor((moment - origin) / length) * length + origin;
  return { start, end: start + length };
}

/** Date.UTC, which takes the years 0 to 99 for 1900 to 1999, without that quirk. */
function utc(year: number, month: number, day = 1, hour = 0, minute = 0, second = 0, ms = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date.setUTCHours(hour, minute, second, ms);
}

function readCalendar(text: string): Period | undefined {
  const match = calendar.exec(text);
  if (!match) return undefined;
  const [year = 0, month, day, hour, minute, second] = match.slice(1, 7).map((part) => part && Number(part)) as (
    | number
    | undefined
  )[];
  if (month === undefined) return { start: utc(year, 0), end: utc(year + 1, 0) };
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return { start: utc(year, month - 1), end: utc(year, month) };
  const midnight = utc(year, month - 1, day);
  if (day < 1 || new Date(midnight).getUTCDate() !== day) return undefined;
  if (hour === undefined || minute === undefined) return { start: midnight, end: midnight + 86_400_000 };
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return undefined;
  const fraction = match[7];
  const ms = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const offset = zoneOffset(match[8]);
  if (offset === undefined) return undefined;
  const start = utc(year, month - 1, day, hour, minute, second ?? 0, ms) - offset;
  return { start, end: start + (second === undefined ? 60_000 : fraction === undefined ? 1000 : 1) };
}

/** Returns how many milliseconds a zone such as `+02:00` is ahead of UTC. */
function zoneOffset(zone: string | undefined): number | undefined {
  if (zone === undefined || zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 15 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3_600_000 + minutes * 60_000);
}
