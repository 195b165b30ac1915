import pg from 'pg';
import { typeParsers } from '../pg-types.ts';

const { builtins } = pg.types;

/** Floats that JSON cannot represent are the strings NaN, Infinity and -Infinity, as everywhere in the catalog. */
const readFloat = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);

/** Types that are parsed: JSON scalars, JSON itself, timestamps, and arrays of texts, integers and booleans. */
const typed = new Set<number>([
  builtins.BOOL,
  builtins.INT2,
  builtins.INT4,
  builtins.INT8,
  builtins.NUMERIC,
  builtins.OID,
  builtins.TIMESTAMPTZ,
  builtins.JSON,
  builtins.JSONB,
  // bool[], int4[], text[], varchar[]
  1000,
  1007,
  1009,
  1015,
]);

/** The parsers for any statement's values: types that JSON lacks stay the text that PostgreSQL prints. */
export const resultTypes: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === builtins.FLOAT4 || oid === builtins.FLOAT8) return readFloat;
    return typed.has(oid) ? typeParsers.getTypeParser(oid, format) : (text: string) => text;
  },
};
