import pg from 'pg';
import { parseJson } from '../catalog/exact-json.ts';

const { builtins } = pg.types;

/** A timestamp of the server (`2026-01-02 03:04:05.678+00`) as ISO 8601 to the millisecond in UTC. */
function parseTimestamp(text: string): string {
  const utc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/.exec(text);
  // A session in UTC, as most are, needs no calendar.
  if (utc) return `${utc[1]}T${utc[2]}.${(utc[3] ?? '').padEnd(3, '0')}Z`;
  if (text === 'infinity' || text === '-infinity') return text;
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return new Date(iso).toISOString();
}

/** A 64-bit integer as a number where one holds it exactly, else as a bigint. */
function parseInt8(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

/** A decimal as a number where that is exact to the last digit it prints, else as its text. */
function parseNumeric(text: string): number | string {
  const digits = text.replace(/^-|\.|(?<=\.\d*)0+$/g, '');
  return digits.length <= 15 ? Number(text) : text;
}

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, parseInt8],
  [builtins.NUMERIC, parseNumeric],
  [builtins.TIMESTAMPTZ, parseTimestamp],
  [builtins.DATE, (text) => text],
  [builtins.JSON, parseJson],
  [builtins.JSONB, parseJson],
]);

/**
 * How values of the database become values of the catalog: timestamps are ISO strings, 64-bit integers and JSON lose nothing.
 * Handed to every pool, so that nothing depends on pg's global settings.
 */
export const catalogTypes: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    // pg's own signature ties the result to the format; a text parser is one of its shapes.
    return (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format);
  },
};
