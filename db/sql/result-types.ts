import pg from 'pg';
import { catalogTypes } from '../pg-types.ts';

const { builtins } = pg.types;

/** Floats that are no JSON number are the strings NaN, Infinity and -Infinity, as everywhere in the catalog. */
const readFloat = (text: string): number | string => (Number.isFinite(Number(text)) ? Number(text) : text);

/** Types that come as something else than text: scalars of JSON, JSON itself, timestamps, and lists of texts, integers and booleans. */
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

/** How the values of any statement are read: what JSON has no form for comes as the text that PostgreSQL prints. */
export const resultTypes: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === builtins.FLOAT4 || oid === builtins.FLOAT8) return readFloat;
    return typed.has(oid) ? catalogTypes.getTypeParser(oid, format) : (text: string) => text;
  },
};
