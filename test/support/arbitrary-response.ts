import fc from 'fast-check';
import type { Field, Fields } from '../../catalog/fields.ts';
import type { FlatValue } from '../../catalog/flatten.ts';
import { snakeCase } from '../../catalog/snake-case.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';

/** A DescribeTrainingJob response in the forms in which it may arrive, with the row that is expected of it. */
export interface ArbitraryResponse {
  /** As the SDK gives it: Date, number, bigint beyond 2^53; absent members are missing. */
  readonly sdk: Readonly<Record<string, unknown>>;
  /** As the wire has it: epoch seconds, `"NaN"`; absent members are missing or null. Write it with `stringifyJson`. */
  readonly wire: Readonly<Record<string, unknown>>;
  /** The members of `sdk` in the catalog's names and types, with every column of the response. */
  readonly flat: Readonly<Record<string, FlatValue>>;
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
}

export interface ResponseLimits {
  readonly accountIds?: readonly string[];
  readonly regions?: readonly string[];
}

interface Forms {
  readonly sdk: unknown;
  readonly wire: unknown;
  readonly flat: FlatValue;
}

/** Any text, including what quoting often gets wrong. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 6 }) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          ...['${', '%{', '$${', '%%{', '"', "'", '\\', '\n', '\r\n', '\t', '<<EOT\n', '~}', '---\n', ': ', ' #'],
          ...[
            '\u0000',
            '\u2028',
            '\u0085',
            '\uFEFF',
            'null',
            'true',
            '1e3',
            '0x1F',
            '{}',
            '- ',
            '%YAML',
            'é',
            '日本',
            '😀',
          ],
        ),
      },
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(''));

const arbitraryKey = fc.oneof(
  { weight: 9, arbitrary: arbitraryText },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'SM_CamelCase', 'sagemaker.x/y', '1'),
  },
);

/** PostgreSQL cannot hold U+0000. */
const storableText = (text: string): string => text.replaceAll('\u0000', '\uFFFD');

const same = (value: FlatValue): Forms => ({ sdk: value, wire: value, flat: value });

const text = arbitraryText.map((value): Forms => ({ sdk: value, wire: value, flat: storableText(value) }));

const int64 = fc
  .oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: -1000n, max: 1_000_000n }))
  .map((value) => same(-(2n ** 53n) < value && value < 2n ** 53n ? Number(value) : value));

/** Single precision, as SageMaker's metric values; minus zero is zero in JSON and in PostgreSQL. */
const float = fc.float().map((value): Forms => {
  if (Number.isFinite(value)) return same(value === 0 ? 0 : value);
  return { sdk: value, wire: String(value), flat: String(value) };
});

/** With milliseconds, mostly within SageMaker's own years. */
const timestamp = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: Date.UTC(2017, 10), max: Date.UTC(2038, 2) }) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: Date.parse('0001-01-01'), max: Date.parse('9999-12-31T23:59:59.999Z') }),
    },
  )
  .map(instant);

function instant(milliseconds: number): Forms {
  const date = new Date(milliseconds);
  return { sdk: date, wire: milliseconds / 1000, flat: date.toISOString() };
}

const list = (items: fc.Arbitrary<Forms>): fc.Arbitrary<Forms> =>
  fc.array(items, { maxLength: 3 }).map((forms) => ({
    sdk: forms.map(({ sdk }) => sdk),
    wire: forms.map(({ wire }) => wire),
    flat: forms.map(({ flat }) => flat),
  }));

/** Excludes names such as PWD, whose values are masked. */
const harmlessKey = arbitraryKey.filter((key) => !/pwd|pass|secret|token|key|auth|cred|cookie|sas/i.test(key));
const map = fc.array(fc.tuple(harmlessKey, arbitraryText), { maxLength: 4 }).map((entries): Forms => {
  const held = Object.fromEntries(entries);
  const flat = Object.fromEntries(Object.entries(held).map(([key, value]) => [storableText(key), storableText(value)]));
  return { sdk: held, wire: held, flat };
});

/** Generates every value that fits the field. */
export function arbitraryValue(field: Field): fc.Arbitrary<Forms> {
  switch (field.kind) {
    case 'string':
      if (!field.values) return text;
      // Mostly an enumerated value, sometimes one that the provider has added since.
      return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...field.values).map(same) }, text);
    case 'boolean':
      return fc.boolean().map(same);
    case 'int32':
      return fc.oneof(fc.integer(), fc.nat(1000)).map(same);
    case 'int64':
      return int64;
    case 'float':
      return float;
    case 'timestamp':
      return timestamp;
    case 'map':
      return map;
    case 'string-list':
      return list(text);
    case 'struct':
      return struct(field.members);
    case 'struct-list':
      return list(struct(field.members));
  }
}

/** Generates a struct in which any member may be absent, unless `fixed` gives it. */
function struct(members: Fields, fixed: Readonly<Record<string, fc.Arbitrary<Forms>>> = {}): fc.Arbitrary<StructForms> {
  const names = Object.keys(members);
  const values = Object.entries(members).map(
    ([name, field]): fc.Arbitrary<Forms | null | undefined> =>
      fixed[name] ??
      fc.oneof(
        { weight: 4, arbitrary: arbitraryValue(field) },
        { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
      ),
  );
  return fc.tuple(...values).map((held) => {
    const sdk: Record<string, unknown> = {};
    const wire: Record<string, unknown> = {};
    const flat: Record<string, FlatValue> = {};
    for (const [index, name] of names.entries()) {
      const forms = held[index];
      if (forms) sdk[name] = forms.sdk;
      if (forms !== undefined) wire[name] = forms?.wire ?? null;
      flat[snakeCase(name)] = forms?.flat ?? null;
    }
    return { sdk, wire, flat };
  });
}

interface StructForms extends Forms {
  readonly sdk: Record<string, unknown>;
  readonly wire: Record<string, unknown>;
  readonly flat: Record<string, FlatValue>;
}

/** Names that CreateTrainingJob accepts: letters, digits and inner hyphens, at most 63 characters. */
const jobName = fc.stringMatching(/^[a-zA-Z0-9](-?[a-zA-Z0-9]){0,30}$/);

/** Generates every DescribeTrainingJob response: any member may be absent except those that identify the job. */
export function arbitraryResponse(limits: ResponseLimits = {}): fc.Arbitrary<ArbitraryResponse> {
  const { accountIds = ['111122223333', '444455556666'], regions = ['us-east-1', 'cn-north-1'] } = limits;
  return fc
    .record({
      name: jobName,
      accountId: fc.constantFrom(...accountIds),
      region: fc.constantFrom(...regions),
      milliseconds: fc.integer({ min: Date.UTC(2017, 10), max: Date.UTC(2038, 2) }),
    })
    .chain(({ name, accountId, region, milliseconds }) => {
      const partition = region.startsWith('cn-') ? 'aws-cn' : 'aws';
      const arn = `arn:${partition}:sagemaker:${region}:${accountId}:training-job/${name.toLowerCase()}`;
      return struct(trainingJob.members, {
        TrainingJobName: fc.constant(same(name)),
        TrainingJobArn: fc.constant(same(arn)),
        CreationTime: fc.constant(instant(milliseconds)),
      }).map((forms) => ({ ...forms, name, arn, accountId, region }));
    });
}

/** Tags as AWS returns them: keys are distinct, values may be empty. */
export const arbitraryTags: fc.Arbitrary<{ Key: string; Value: string }[]> = fc.uniqueArray(
  fc.record({ Key: arbitraryText.filter((key) => key !== ''), Value: arbitraryText }),
  { selector: ({ Key }) => storableText(Key), maxLength: 5 },
);
