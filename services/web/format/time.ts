import { formatDuration } from './duration.ts';

const thisYear = new Intl.DateTimeFormat('en-GB', {
  day: '2-digit',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});
const otherYear = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** The zone of the viewer. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A time in the viewer's zone: `26 Nov, 18:23`, with the year where it is another. */
export function formatTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return (time.getFullYear() === new Date().getFullYear() ? thisYear : otherYear).format(time);
}

/** `2026-11-26 18:23:09 UTC`. */
export const formatUtc = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;

/** `12m ago`; `in 3h` for what is to come. */
export function formatAge(iso: string, now = Date.now()): string {
  const seconds = (now - Date.parse(iso)) / 1000;
  if (Math.abs(seconds) < 45) return 'just now';
  const largest = formatDuration(Math.abs(seconds)).split(' ')[0] ?? '';
  return seconds < 0 ? `in ${largest}` : `${largest} ago`;
}
