import pg from 'pg';
import { parseJson } from '../catalog/exact-json.ts';

const { builtins } = pg.types;

/** Converts a timestamp of the server (`2026-01-02 03:04:05.678+00`) to ISO 8601 in UTC with milliseconds. */
function parseTimestamp(text: string): string {
  const utc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/.exec(text);
  // A session in UTC, as most are, needs no date arithmetic.
  if (utc) return `${utc[1]}T${utc[2]}.${(utc[3] ?? '').padEnd(3, '0')}Z`;
  if (text === 'infinity' || text === '-infinity') return text;
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  return new Date(iso).toISOString();
}

/** Parses a 64-bit integer as a number if that is exact, otherwise as a bigint. */
function parseInt8(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

/** Parses a decimal as a number if that prints all its digits, otherwise leaves it text. */
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
 * Converts the database's values to the catalog's: timestamps to ISO strings, 64-bit integers and JSON without loss. Passed to every pool,
 * so that nothing depends on pg's global settings.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    // pg's own signature ties the result to the format; a text parser is one of its variants.
    return (format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format);
  },
};
