// JSON without loss: JSON.parse rounds integers beyond 2^53 and JSON.stringify refuses bigints, but SageMaker's `Long` members
// (shuffle seeds, token counts) use all 64 bits.

import { JsonSyntaxError } from './json-syntax-error.ts';

declare global {
  interface JSON {
    /** ES2026: a JSON literal that JSON.stringify writes as it is. */
    rawJSON(text: string): unknown;
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/** An integer of 16 digits or more where a value may start: only then is the slower, exact reading needed. */
const mayHoldLongInteger = /(?:^|[:[,\s])-?\d{16,}/;

/** Up to 21 digits; from there on JavaScript writes numbers with an exponent, and what comes as digits is a float written out. */
const longInteger = /^-?\d{16,21}$/;

const keepLongIntegers: Reviver = (_key, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && longInteger.test(source)
    ? BigInt(source)
    : value;

/** Parses JSON; integers that a number cannot hold come as bigints. Throws JsonSyntaxError. */
export function parseJson(text: string): unknown {
  try {
    if (!mayHoldLongInteger.test(text)) return JSON.parse(text);
    // The ECMAScript library type of a reviver does not know its third argument yet (Node 22 has it).
    return JSON.parse(text, keepLongIntegers as (this: unknown, key: string, value: unknown) => unknown);
  } catch (error) {
    throw new JsonSyntaxError(text, error);
  }
}

const writeBigints = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? JSON.rawJSON(String(value)) : value;

/** Writes JSON; bigints are written as the integers they are. `space` as in JSON.stringify. */
export function stringifyJson(value: unknown, space?: number): string {
  try {
    return JSON.stringify(value, undefined, space);
  } catch (error) {
    // A bigint somewhere inside, which is rare: only then is a replacer, several times as slow, worth its price.
    if (error instanceof TypeError) return JSON.stringify(value, writeBigints, space);
    throw error;
  }
}
