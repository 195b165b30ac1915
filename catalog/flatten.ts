import { isArnOf, parseArn } from './arn.ts';
import type { Field, Fields } from './fields.ts';
import { isObject } from './is-object.ts';
import type { ResourceSchema } from './resource-schema.ts';
import { safeName } from './secrets/safe-name.ts';
import { snakeCase } from './snake-case.ts';

/** A flat value, as in the database's `jsonb` and the API. Integers beyond 2^53 are bigints. */
export type FlatValue = null | string | number | bigint | boolean | FlatValue[] | { [name: string]: FlatValue };

/** A resource in the catalog's names and types, with every column; null for what the response lacked. */
export interface FlatRow {
  readonly account_id: string;
  readonly tags: string[] | null;
  /** The tags as values by key. */
  readonly tag_map: { [key: string]: string } | null;
  readonly [column: string]: FlatValue;
}

/** A member whose value does not match its field. */
export interface FieldError {
  /** The provider's path, e.g. `InputDataConfig[0].ShuffleConfig.Seed`. */
  readonly member: string;
  /** The catalog's path, e.g. `input_data_config[0].shuffle_config.seed`. */
  readonly field: string;
  readonly expected: string;
  /** The kind of the actual value, e.g. `a list`; never the value itself, which may be a secret. */
  readonly got: string;
}

export type Flattened =
  | {
      readonly ok: true;
      readonly row: FlatRow;
      /** The ARN's region. */
      readonly region: string;
      /** Paths of members that the definition does not know: the SDK or the service is newer than the catalog. */
      readonly unknownMembers: readonly string[];
    }
  | { readonly ok: false; readonly error: FlattenError };

/** A resource that could not be catalogued; names it and every member that does not match. */
export class FlattenError extends Error {
  override readonly name = 'FlattenError';
  readonly resource: string;
  readonly fieldErrors: readonly FieldError[];

  constructor(title: string, resource: string, fieldErrors: readonly FieldError[]) {
    const list = fieldErrors.map(
      ({ member, field, expected, got }) => `${member} (${field}) should be ${expected}, but is ${got}`,
    );
    super(`${title} ${resource}: ${list.join('; ')}`);
    this.resource = resource;
    this.fieldErrors = fieldErrors;
  }
}

/** Where a response came from, to be checked against its ARN, and the tags that were read with it. */
export interface Origin {
  readonly accountId?: string;
  readonly region?: string;
  readonly tags?: readonly { readonly Key?: string | undefined; readonly Value?: string | undefined }[] | null;
}

/**
 * Flattens a describe response into the catalog's names and types, at every depth.
 *
 * Accepts members as the SDK gives them (Date, number, bigint), as the wire has them (epoch seconds, `"NaN"`) and as the AWS CLI prints them
 * (ISO 8601 with an offset). An absent or null member becomes null, an empty list stays an empty list, map keys are never renamed. Members
 * are in the definition's order and maps are sorted by key, so that equal rows serialize equally. Characters that PostgreSQL cannot hold
 * (U+0000, lone surrogates) become U+FFFD.
 */
export function flatten(type: ResourceSchema, response: unknown, origin: Origin = {}): Flattened {
  const reader = new Reader();
  if (!isObject(response)) {
    reader.fieldError('', '', `a ${type.title}`, response);
    return { ok: false, error: new FlattenError(type.title, '(unnamed)', reader.fieldErrors) };
  }
  const tags = origin.tags ? readTags(reader, origin.tags) : null;
  const row: { [column: string]: FlatValue } & Pick<FlatRow, 'tags' | 'tag_map'> & { account_id: string } = {
    ...reader.struct(type.members, response),
    account_id: '',
    tags: tags?.map(({ tag }) => tag) ?? null,
    // fromEntries instead of assignment, since a key may be `__proto__`.
    tag_map: tags && Object.fromEntries(tags.map(({ key, value }) => [key, value])),
  };
  const { name, arn, createdAt } = type.identity;
  for (const member of [name, arn, createdAt]) {
    if (response[member] === undefined || response[member] === null) {
      reader.fieldError(member, snakeCase(member), 'present', response[member]);
    }
  }
  const parsed =
    typeof response[arn] === 'string' ? checkArn(type, reader, response[arn], response[name], origin) : undefined;
  if (reader.fieldErrors.length > 0) {
    const label = [response[name], response[arn]].find(isNameLike) ?? '(unnamed)';
    return { ok: false, error: new FlattenError(type.title, label, reader.fieldErrors) };
  }
  row.account_id = parsed?.accountId ?? '';
  return { ok: true, row, region: parsed?.region ?? '', unknownMembers: reader.unknownMembers };
}

/**
 * Flattens the members of a document that may lack its resource's identity: columns that it does not mention are missing, members within
 * its structs are null. The result is for comparing; what is stored goes through `flatten`.
 */
export function flattenMembers(
  type: ResourceSchema,
  response: Readonly<Record<string, unknown>>,
  tags?: Origin['tags'],
): { row: Readonly<Record<string, FlatValue>>; fieldErrors: readonly FieldError[] } {
  const reader = new Reader();
  const present = Object.fromEntries(Object.entries(type.members).filter(([name]) => response[name] != null));
  const row = reader.struct(present, { ...response });
  if (tags) row.tags = readTags(reader, tags).map(({ tag }) => tag);
  return { row, fieldErrors: reader.fieldErrors };
}

/** Returns tags with their `key:value` strings, sorted, so that their order in a response never looks like a change. */
function readTags(reader: Reader, tags: NonNullable<Origin['tags']>): { tag: string; key: string; value: string }[] {
  return tags
    .map((tag, index) => {
      const { Key, Value }: { Key?: unknown; Value?: unknown } = Object(tag);
      if (typeof Key !== 'string') reader.fieldError(`Tags[${index}].Key`, `tags[${index}]`, 'STRING', Key);
      const key = typeof Key === 'string' ? storableText(Key) : '';
      const value = typeof Value === 'string' ? storableText(Value) : '';
      return { tag: `${key}:${value}`, key, value };
    })
    .sort((a, b) => (a.tag < b.tag ? -1 : a.tag > b.tag ? 1 : 0));
}

/** Checks the ARN against the type, the name and the origin. An ARN has the name in lower case. */
function checkArn(type: ResourceSchema, reader: Reader, text: string, name: unknown, origin: Origin) {
  const { arn: member } = type.identity;
  const field = snakeCase(member);
  const arn = parseArn(text);
  if (arn === undefined || !isArnOf(type, arn) || arn.region === '') {
    reader.fieldError(member, field, `the ARN of a ${type.title}`, text);
    return undefined;
  }
  if (typeof name === 'string' && arn.resource.slice(type.arnResource.length).toLowerCase() !== name.toLowerCase()) {
    reader.fieldError(
      member,
      field,
      `the ARN of ${isNameLike(name) ? name : 'the name'}`,
      text,
      'that of another name',
    );
  }
  if (origin.accountId !== undefined && origin.accountId !== arn.accountId) {
    reader.fieldError(
      member,
      field,
      `of the crawled account ${isNameLike(origin.accountId) ? origin.accountId : ''}`,
      text,
      `of ${arn.accountId}`,
    );
  }
  if (origin.region !== undefined && origin.region !== arn.region) {
    reader.fieldError(
      member,
      field,
      `of the crawled region ${isNameLike(origin.region) ? origin.region : ''}`,
      text,
      `of ${arn.region}`,
    );
  }
  return arn;
}

/** Returns whether a text may be shown as a resource's name or ARN: resource names contain no secrets, other texts may. */
const isNameLike = (text: unknown): text is string => typeof text === 'string' && /^[\w.:/-]{1,250}$/.test(text);

/** Replaces what PostgreSQL's text cannot hold: U+0000 and unpaired surrogates. */
export const storableText = (text: string): string =>
  (text.isWellFormed() ? text : text.toWellFormed()).replaceAll('\u0000', '\uFFFD');

/** Reads values by their fields, and collects errors instead of throwing. */
class Reader {
  readonly fieldErrors: FieldError[] = [];
  readonly unknownMembers: string[] = [];
  /** The members and list indexes that lead to the current value, joined to a path only for an error. */
  readonly #at: (string | number)[] = [];

  fieldError(member: string, field: string, expected: string, value: unknown, got = kindOf(value)): null {
    this.fieldErrors.push({ member, field, expected, got });
    return null;
  }

  struct(members: Fields, value: Record<string, unknown>): { [name: string]: FlatValue } {
    const flat: { [name: string]: FlatValue } = {};
    for (const name in members) {
      const inner = members[name];
      if (!inner) continue;
      const held = value[name];
      flat[columnName(name)] = held === undefined || held === null ? null : this.#below(name, inner, held);
    }
    for (const name in value) {
      if (!Object.hasOwn(members, name) && name !== '$metadata')
        this.unknownMembers.push(join(this.#path(), safeName(name)));
    }
    return flat;
  }

  #below(name: string | number, of: Field, held: unknown): FlatValue {
    this.#at.push(name);
    const flat = this.#value(of, held);
    this.#at.pop();
    return flat;
  }

  #value(of: Field, value: unknown): FlatValue {
    switch (of.kind) {
      case 'string':
        return typeof value === 'string' ? storableText(value) : this.#fieldError('STRING', value);
      case 'boolean':
        return typeof value === 'boolean' ? value : this.#fieldError('BOOLEAN', value);
      case 'int32':
        return isInt32(value) ? value : this.#fieldError('INT32', value);
      case 'int64':
        return readInt64(value) ?? this.#fieldError('INT64', value);
      case 'float':
        return readFloat(value) ?? this.#fieldError('FLOAT', value);
      case 'timestamp':
        return readTimestamp(value) ?? this.#fieldError('TIMESTAMP', value);
      case 'struct':
        return isObject(value) ? this.struct(of.members, value) : this.#fieldError('STRUCT', value);
      case 'map':
        return isObject(value) ? this.#map(value) : this.#fieldError('MAP_STRING_STRING', value);
      case 'string-list':
        return this.#list(value, 'UNORDERED_LIST_STRING', { ...of, kind: 'string' });
      case 'struct-list':
        return this.#list(value, 'UNORDERED_LIST_STRUCT', { ...of, kind: 'struct' });
    }
  }

  #list(value: unknown, expected: string, of: Field): FlatValue {
    if (!Array.isArray(value)) return this.#fieldError(expected, value);
    return value.map((item, index) => this.#below(index, of, item));
  }

  /** Keys are data. A null value counts as absent, as everywhere. */
  #map(value: Record<string, unknown>): FlatValue {
    const entries = sortedEntries(value).filter(([, held]) => held !== null && held !== undefined);
    // fromEntries instead of assignment, since a key may be `__proto__`.
    return Object.fromEntries(
      entries.map(([key, held]) => [
        storableText(key),
        typeof held === 'string' ? storableText(held) : this.#fieldError('STRING', held, key),
      ]),
    );
  }

  /** Reports that the current value, or the one under a key of it, does not match its field. */
  #fieldError(expected: string, value: unknown, key?: string): null {
    const below = key === undefined ? '' : `.${safeName(key)}`;
    return this.fieldError(this.#path() + below, this.#path(columnName) + below, expected, value);
  }

  #path(nameOf = (member: string): string => member): string {
    return this.#at.reduce<string>(
      (path, step) => (typeof step === 'number' ? `${path}[${step}]` : join(path, nameOf(step))),
      '',
    );
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** Returns the entries of a map sorted by key, so that equal maps serialize equally. */
export const sortedEntries = <Value>(map: Readonly<Record<string, Value>>): [string, Value][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

const columnNames = new Map<string, string>();
/** A cached `snakeCase`: a crawl converts the same two hundred names a million times. */
export function columnName(member: string): string {
  const known = columnNames.get(member);
  if (known !== undefined) return known;
  const name = snakeCase(member);
  columnNames.set(member, name);
  return name;
}

const isInt32 = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && (value | 0) === value;

/** Parses a 64-bit integer: a number if that is exact, otherwise a bigint. */
function readInt64(value: unknown): number | bigint | undefined {
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? narrow(value) : undefined;
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

const narrow = (value: bigint): number | bigint => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

function readFloat(value: unknown): FlatValue | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return Number(value);
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? value : undefined;
}

const isoTimestamp = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/i;

/** Checks the day against the calendar, since Date.parse takes 30 February for 1 March. */
const isCalendarDay = (text: string): boolean =>
  new Date(`${text.slice(0, 10)}T00:00:00Z`).getUTCDate() === Number(text.slice(8, 10));

/** Converts a Date, epoch seconds or ISO 8601 with a zone to ISO 8601 in UTC with milliseconds. Years 1 to 9999. */
function readTimestamp(value: unknown): string | undefined {
  const milliseconds =
    value instanceof Date
      ? value.getTime()
      : typeof value === 'number'
        ? Math.round(value * 1000)
        : typeof value === 'string' && isoTimestamp.test(value) && isCalendarDay(value)
          ? Date.parse(value.replace(' ', 'T'))
          : Number.NaN;
  // From 0001-01-01 to 9999-12-31, which ISO 8601 writes with four digits and PostgreSQL reads.
  if (!(milliseconds >= -62_135_596_800_000 && milliseconds <= 253_402_300_799_999)) return undefined;
  return new Date(milliseconds).toISOString();
}

/** Returns the kind of a value, never the value: errors are printed, logged and stored, and any value may be a secret. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'absent';
  if (typeof value === 'string') return `a string of ${value.length} character${value.length === 1 ? '' : 's'}`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return value instanceof Date ? 'an impossible date' : 'an object';
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? 'an integer' : 'an integer beyond 64 bits';
  if (!Number.isInteger(value)) return `a ${typeof value}`;
  return isInt32(value) ? 'an integer' : 'an integer beyond 32 bits';
}
