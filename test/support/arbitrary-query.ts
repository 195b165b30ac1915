import fc from 'fast-check';
import { allFields, type FieldPath, findField } from '../../catalog/field-path.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { type Query, valuesAt } from './search-evaluator.ts';

type Row = { readonly [column: string]: FlatValue };
type Leaf = Pick<Extract<Query, { kind: 'leaf' }>, 'passes'> & { readonly operand: string };

const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
const escapeWord = (text: string): string => text.replace(/[^\p{L}\p{N}_]/gu, '\\$&');

/** Generates queries over rows, most of them about fields and values that the rows have. */
export function arbitraryQuery(rows: readonly Row[]): fc.Arbitrary<Query> {
  const candidates = allFields(trainingJob)
    .map((field) => ({ field, values: rows.flatMap((row) => valuesAt(row, field.path.split('.'))) }))
    .filter(({ field }) => !['struct', 'struct-list', 'map'].includes(field.field.kind))
    // Generated rows do not include the times at which they were seen.
    .filter(({ field }) => !/_at$/.test(field.column));
  const keys = ['hyper_parameters', 'environment'].flatMap((map) =>
    rows.flatMap((row) => Object.keys(row[map] ?? {}).flatMap((key) => keyCandidate(rows, map, key))),
  );
  const filled = candidates.filter(({ values }) => values.length > 0);
  const leaf = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...filled) },
    { weight: 1, arbitrary: fc.constantFrom(...candidates) },
    ...(keys.length > 0 ? [{ weight: 3, arbitrary: fc.constantFrom(...keys) }] : []),
  );
  const leaves = leaf.chain(
    ({ field, values }): fc.Arbitrary<Query> =>
      arbitraryLeaf(field, values).map(({ operand, passes }) => ({
        kind: 'leaf',
        path: field.path,
        passes,
        text: `${writePath(field.path)}:${operand}`,
      })),
  );
  const names = rows.map((row) => String(row.training_job_name));
  const free = fc.constantFrom(...names).chain((name) =>
    fc.integer({ min: 0, max: Math.max(0, name.length - 3) }).map((start): Query => {
      const word = name.slice(start, start + 3).toUpperCase();
      return { kind: 'free', word, text: quote(word) };
    }),
  );
  return fc.letrec<{ query: Query; leaf: Query }>((tie) => ({
    leaf: fc.oneof({ weight: 9, arbitrary: leaves }, { weight: 1, arbitrary: free }),
    query: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('leaf'),
      tie('query').map((of): Query => ({ kind: 'not', of })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('query'), { minLength: 2, maxLength: 3 }))
        .map(([kind, of]): Query => ({ kind, of })),
    ),
  })).query;
}

function keyCandidate(rows: readonly Row[], map: string, key: string) {
  const field = findField(trainingJob, `${map}.${key}`);
  if (key === '' || !field) return [];
  const values = rows.flatMap((row) => {
    const held = row[map];
    return typeof held === 'object' && held !== null && !Array.isArray(held) && Object.hasOwn(held, key)
      ? [held[key] ?? null]
      : [];
  });
  return [{ field, values }];
}

const writePath = (path: string): string => path.split('.').map(escapeWord).join('.');

function arbitraryLeaf({ field, steps }: FieldPath, values: readonly FlatValue[]): fc.Arbitrary<Leaf> {
  const exists = fc.constant<Leaf>({ operand: '*', passes: () => true });
  const known = (fallback: FlatValue): fc.Arbitrary<FlatValue> =>
    fc.constantFrom(...(values.length > 0 ? values : [fallback]));
  switch (field.kind) {
    case 'boolean':
      return fc.oneof(
        exists,
        fc.boolean().map((is): Leaf => ({ operand: String(is), passes: (value) => value === is })),
      );
    case 'int32':
    case 'int64':
      return fc.oneof(
        exists,
        known(0).chain((at) =>
          ordered(
            BigInt(Number.isInteger(at) || typeof at === 'bigint' ? (at as number) : 0),
            (value) => BigInt(value as number),
            String,
          ),
        ),
      );
    case 'float':
      return fc.oneof(
        exists,
        known(0).map((at): Leaf => ({ operand: String(at), passes: (value) => value === at })),
        known(0).chain((at) => ordered(at === 'NaN' ? 0 : Number(at), Number, String)),
      );
    case 'timestamp':
      return fc.oneof(
        exists,
        known('2026-01-01T00:00:00.000Z').chain((at) =>
          ordered(
            Date.parse(String(at)),
            (value) => Date.parse(String(value)),
            (ms) => quote(new Date(ms).toISOString()),
          ),
        ),
        known('2026-01-01T00:00:00.000Z')
          .map((at) => String(at).slice(0, 10))
          .map((day): Leaf => ({ operand: day, passes: (value) => String(value).startsWith(day) })),
        known('2026-01-01T00:00:00.000Z')
          .map((at) => String(at).slice(0, 7))
          .map((month): Leaf => ({ operand: `>${month}`, passes: (value) => String(value).slice(0, 7) > month })),
      );
    default:
      if (field.kind === 'string' && field.values) return fc.oneof(exists, choice(field.values));
      if (field.kind === 'string' && field.isLowerCase) {
        return fc.oneof(
          exists,
          known('x').chain((at) => lowerCase(String(at))),
        );
      }
      return fc.oneof(
        exists,
        known('x').chain((at) => text(String(at), steps.at(-1)?.kind === 'key')),
      );
  }
}

/** Generates equality, comparisons and ranges at a value of some row. */
function ordered<T extends number | bigint>(
  at: T,
  read: (value: FlatValue) => T,
  write: (at: T) => string,
): fc.Arbitrary<Leaf> {
  const text = write(at);
  const test = (operand: string, compare: (value: T) => boolean): Leaf => ({
    operand,
    passes: (value) => compare(read(value)),
  });
  const equal =
    typeof at === 'number' && !text.startsWith('"')
      ? []
      : [test(text.startsWith('-') ? quote(text) : text, (value) => value === at)];
  return fc.constantFrom(
    ...equal,
    test(`>${text}`, (value) => value > at),
    test(`>=${text}`, (value) => value >= at),
    test(`<${text}`, (value) => value < at),
    test(`<=${text}`, (value) => value <= at),
    test(`[${text} TO *]`, (value) => value >= at),
    test(`{* TO ${text}}`, (value) => value < at),
    test(`[${text} TO ${text}}`, () => false),
  );
}

const bytes = (text: string) => Buffer.from(text);
const looksNumeric = (text: string) => /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})([eE][+-]?\d{1,3})?$/.test(text);

function text(at: string, isKey: boolean): fc.Arbitrary<Leaf> {
  const exact: Leaf = { operand: quote(at), passes: (value) => value === at };
  const letters = [...at];
  const prefix = fc.integer({ min: 0, max: letters.length }).map((length): Leaf => {
    const start = letters.slice(0, length).join('');
    return length === 0
      ? { operand: '**', passes: () => true }
      : { operand: `${escapeWord(start)}*`, passes: (value) => String(value).startsWith(start) };
  });
  const hole = fc.integer({ min: 0, max: Math.max(0, letters.length - 1) }).map((place): Leaf => {
    const before = letters.slice(0, place).join('');
    const after = letters.slice(place + 1).join('');
    return {
      operand: `${escapeWord(before)}?${escapeWord(after)}`,
      passes: (value) => {
        const held = [...String(value)];
        return held.length === letters.length && held.toSpliced(place, 1).join('') === before + after;
      },
    };
  });
  const above: Leaf =
    isKey && looksNumeric(at)
      ? { operand: `>=${quote(at)}`, passes: (value) => looksNumeric(String(value)) && Number(value) >= Number(at) }
      : { operand: `>=${quote(at)}`, passes: (value) => Buffer.compare(bytes(String(value)), bytes(at)) >= 0 };
  return fc.oneof(fc.constantFrom(exact, above), prefix, ...(at === '' ? [] : [hole]));
}

/** Generates a text in random case. */
const anyCase = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(text, text.toLowerCase(), text.toUpperCase(), `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`);

/** Generates an enumerated value in random case, whole or as a prefix; for other values, a prefix in their own case. */
const choice = (values: readonly string[]): fc.Arbitrary<Leaf> =>
  fc.tuple(fc.constantFrom(...values), fc.nat()).chain(([value, at]) =>
    anyCase(value).chain((spelled) => {
      const start = spelled.slice(0, 1 + (at % spelled.length));
      const begins = (held: string): boolean =>
        held.startsWith(start) || (values.includes(held) && held.toLowerCase().startsWith(start.toLowerCase()));
      return fc.constantFrom<Leaf>(
        { operand: quote(spelled), passes: (held) => held === value },
        { operand: `${escapeWord(start)}*`, passes: (held) => begins(String(held)) },
      );
    }),
  );

/** For a lower-case field: a value in any case finds its lower-case form. */
const lowerCase = (at: string): fc.Arbitrary<Leaf> =>
  anyCase(at).map((spelled) => ({ operand: quote(spelled), passes: (held) => held === spelled.toLowerCase() }));
