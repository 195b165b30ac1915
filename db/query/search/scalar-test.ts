import type { FieldPath } from '../../../catalog/field-path.ts';
import { catalogType } from '../../../catalog/fields.ts';
import { type Bound, type Literal, literalText, type Operand } from './ast.ts';
import type { End, Test } from './condition.ts';
import { ceiling, floor, isDecimal, readFloatLiteral } from './number-literal.ts';
import { type Period, readPeriod } from './period.ts';
import { SearchError } from './search-error.ts';

type Asked = Exclude<Operand, { kind: 'exists' }>;

/** Converts an operand to a test of a field's values, by the field's type; `none` if nothing can match. Throws SearchError. */
export function scalarTest(field: FieldPath, operand: Asked, now: number): Test | 'none' {
  switch (field.field.kind) {
    case 'string':
      // Map values are text that is often a number.
      return field.steps.at(-1)?.kind === 'key' ? keyTest(operand) : textTest(operand);
    case 'string-list':
      return textTest(operand);
    case 'map':
      return keyTest(operand);
    case 'boolean':
      return booleanTest(field, operand);
    case 'int32':
    case 'int64':
      return integerTest(field, operand);
    case 'float':
      return floatTest(field, operand);
    case 'timestamp':
      return timestampTest(field, operand, now);
    default:
      return 'none';
  }
}

/** Returns the operand's ends as a range: every comparison is a range with an open end. */
function bounds(operand: Exclude<Asked, { kind: 'match' }>): { from: Bound; to: Bound } {
  if (operand.kind === 'range') return operand;
  const open: Bound = { literal: undefined, inclusive: false };
  const end: Bound = { literal: operand.value, inclusive: operand.operator.endsWith('=') };
  return operand.operator.startsWith('>') ? { from: end, to: open } : { from: open, to: end };
}

function textTest(operand: Asked): Test {
  if (operand.kind === 'match') {
    const text = literalText(operand.pattern);
    return text === undefined ? { kind: 'like', pattern: operand.pattern } : { kind: 'equals', value: text };
  }
  const { from, to } = bounds(operand);
  return between(textEnd(from), textEnd(to));
}

const textEnd = ({ literal, inclusive }: Bound): End<string> | undefined =>
  literal && { value: literal.text, inclusive };

function keyTest(operand: Asked): Test {
  if (operand.kind === 'match') return textTest(operand);
  const { from, to } = bounds(operand);
  const isNumeric = [from, to].every(({ literal }) => literal === undefined || isDecimal(literal.text));
  const test = between(textEnd(from), textEnd(to));
  return isNumeric && test.kind === 'between' ? numberTest(textEnd(from), textEnd(to)) : test;
}

function numberTest(from: End<string> | undefined, to: End<string> | undefined): Test {
  return { kind: 'number-between', ...(from && { from }), ...(to && { to }) };
}

function between(from: End | undefined, to: End | undefined): Test {
  // Open at both ends: any value matches.
  if (!from && !to) return { kind: 'exists' };
  return { kind: 'between', ...(from && { from }), ...(to && { to }) };
}

/** Returns the text of a match without wildcards, for types that do not support them. */
function plain(field: FieldPath, operand: Extract<Asked, { kind: 'match' }>): Literal {
  const text = literalText(operand.pattern);
  if (text !== undefined) return { text, offset: operand.offset };
  const name = catalogType(field.field);
  throw new SearchError(`${field.path} is a ${name}, which wildcards do not match`, operand.offset);
}

const unexpectedValue = ({ path, field }: FieldPath, { text, offset }: Literal, expected: string): SearchError =>
  new SearchError(`${path} is a ${catalogType(field)}: ${JSON.stringify(text)} is not ${expected}`, offset);

function booleanTest(field: FieldPath, operand: Asked): Test {
  if (operand.kind !== 'match') {
    const { from, to } = bounds(operand);
    const offset = (from.literal ?? to.literal)?.offset ?? 0;
    throw new SearchError(`${field.path} is a BOOLEAN, which has no order: ask for true or false`, offset);
  }
  const literal = plain(field, operand);
  const text = literal.text.toLowerCase();
  if (text !== 'true' && text !== 'false') throw unexpectedValue(field, literal, 'true or false');
  return { kind: 'equals', value: text === 'true' };
}

const largest = 2n ** 63n - 1n;
const smallest = -(2n ** 63n);

function integerTest(field: FieldPath, operand: Asked): Test | 'none' {
  const decimal = (literal: Literal): string => {
    if (!isDecimal(literal.text)) throw unexpectedValue(field, literal, 'a number');
    return literal.text;
  };
  if (operand.kind === 'match') {
    const text = decimal(plain(field, operand));
    const value = floor(text);
    if (value !== ceiling(text) || value > largest || value < smallest) return 'none';
    return { kind: 'equals', value };
  }
  const { from, to } = bounds(operand);
  // For whole numbers, both above and at least 1.5 mean from 2.
  const low = from.literal && endAbove(decimal(from.literal), from.inclusive);
  const high = to.literal && endBelow(decimal(to.literal), to.inclusive);
  if ((low ?? smallest) > largest || (high ?? largest) < smallest) return 'none';
  const within = (value: bigint | undefined): End | undefined =>
    value === undefined || value < smallest || value > largest ? undefined : { value, inclusive: true };
  return between(within(low), within(high));
}

function endAbove(text: string, inclusive: boolean): bigint {
  const whole = ceiling(text);
  return !inclusive && whole === floor(text) ? whole + 1n : whole;
}

function endBelow(text: string, inclusive: boolean): bigint {
  const whole = floor(text);
  return !inclusive && whole === ceiling(text) ? whole - 1n : whole;
}

function floatTest(field: FieldPath, operand: Asked): Test {
  const read = (literal: Literal): number => {
    const value = readFloatLiteral(literal.text);
    if (value === undefined) throw unexpectedValue(field, literal, 'a number, NaN or Infinity');
    return value;
  };
  if (operand.kind === 'match') return { kind: 'equals', value: read(plain(field, operand)) };
  const end = ({ literal, inclusive }: Bound): End<number> | undefined => {
    if (!literal) return undefined;
    const value = read(literal);
    if (Number.isNaN(value)) throw new SearchError('NaN has no order; ask for it by :NaN', literal.offset);
    return { value, inclusive };
  };
  const { from, to } = bounds(operand);
  return between(end(from), end(to));
}

function timestampTest(field: FieldPath, operand: Asked, now: number): Test {
  const read = (literal: Literal): Period => {
    const period = readPeriod(literal.text, now);
    if (period) return period;
    const expected = 'a time such as 2026-01-31, 2026-01-31T12:00:00Z, now-7d or now/d';
    throw new SearchError(`${field.path} is a TIMESTAMP: ${showText(literal.text)} is not ${expected}`, literal.offset);
  };
  if (operand.kind === 'match') {
    const { start, end } = read(plain(field, operand));
    return between(instant(start, true), instant(end, false));
  }
  const { from, to } = bounds(operand);
  const low = from.literal && read(from.literal);
  const high = to.literal && read(to.literal);
  // A period is included or excluded as a whole: `>2026-01-31` begins with February.
  return between(
    low && instant(from.inclusive ? low.start : low.end, true),
    high && instant(to.inclusive ? high.end : high.start, false),
  );
}

const showText = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Formats a moment as the catalog does; the end of year 9999 is out of range, and open. */
function instant(ms: number, inclusive: boolean): End<string> | undefined {
  if (ms > 253_402_300_799_999) return inclusive ? { value: '9999-12-31T23:59:59.999Z', inclusive: false } : undefined;
  return { value: new Date(ms).toISOString(), inclusive };
}
