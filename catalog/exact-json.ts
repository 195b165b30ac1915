// Lossless JSON: JSON.parse rounds integers beyond 2^53 and JSON.stringify rejects bigints, but SageMaker's `Long` members
// (shuffle seeds, token counts) use all 64 bits.

import { JsonSyntaxError } from './json-syntax-error.ts';

declare global {
  interface JSON {
    /** ES2026: a JSON literal that JSON.stringify writes as it is. */
    rawJSON(text: string): unknown;
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/** An integer of 16 digits or more where a value may start; only then is the slower, exact parser needed. */
const mayHoldLongInteger = /(?:^|[:[,\s])-?\d{16,}/;

/** Up to 21 digits; larger numbers are written with an exponent in JavaScript, so more digits mean a float written out. */
const longInteger = /^-?\d{16,21}$/;

const keepLongIntegers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && longInteger.test(source)
    ? BigInt(source)
    : value;

/** Parses JSON; integers that a number cannot represent become bigints. Throws JsonSyntaxError. */
export function parseJson(text: string): unknown {
  try {
    if (!mayHoldLongInteger.test(text)) return JSON.parse(text);
    // TypeScript's library type of a reviver lacks its third argument (Node 22 has it).
    return JSON.parse(text, keepLongIntegers as (this: unknown, key: string, value: unknown) => unknown);
  } catch (error) {
    throw new JsonSyntaxError(text, error);
  }
}

const writeBigints = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? JSON.rawJSON(String(value)) : value;

/** Serializes JSON; bigints become integers. `space` as in JSON.stringify. */
export function stringifyJson(value: unknown, space?: number): string {
  try {
    return JSON.stringify(value, undefined, space);
  } catch (error) {
    // There is a bigint inside, which is rare: only then is a replacer used, which is several times as slow.
    if (error instanceof TypeError) return JSON.stringify(value, writeBigints, space);
    throw error;
  }
}
