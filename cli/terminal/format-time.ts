/** Formats an instant for people: `2026-11-26T14:36:33.120Z` -> `2026-11-26 14:36:33Z`. */
export const formatTime = (iso: string): string =>
  iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?/, '$1 $2');

/** The same to the minute, for tables. */
export const formatMinute = (iso: string): string => formatTime(iso).replace(/^(.{16}):\d\d/, '$1');
