import type { SnakeCase } from './snake-case.ts';

/** The catalog's type names, as the reference catalog spells them. */
export type CatalogType =
  | 'STRING'
  | 'BOOLEAN'
  | 'INT32'
  | 'INT64'
  | 'FLOAT'
  | 'TIMESTAMP'
  | 'STRUCT'
  | 'MAP_STRING_STRING'
  | 'UNORDERED_LIST_STRING'
  | 'UNORDERED_LIST_STRUCT';

export type ScalarKind = 'string' | 'boolean' | 'int32' | 'int64' | 'float' | 'timestamp';

interface Described {
  /** One or two short sentences for database comments and the API's schema. */
  readonly description: string;
  /** True for fields that the reference catalog lacks: sagecat's own additions. */
  readonly extension?: true;
}

export interface ScalarField<Kind extends ScalarKind = ScalarKind> extends Described {
  readonly kind: Kind;
  /** For a string: the values that the provider enumerates, if it enumerates all of them. */
  readonly values?: readonly string[];
  /** For a string: whether all values are lower case, such as regions and instance types. */
  readonly isLowerCase?: true;
}
/** A string whose values the provider enumerates. */
export interface ChoiceField<Value extends string = string> extends ScalarField<'string'> {
  readonly values: readonly Value[];
  /** Has no value: makes the compiler require every value of the SDK's type, and no other. */
  readonly takes?: (value: Value) => void;
}
export interface StructField<Members extends Fields = Fields> extends Described {
  readonly kind: 'struct';
  readonly members: Members;
}
/** A list of strings, or of structs if `members` is given. */
export interface StringListField extends Described {
  readonly kind: 'string-list';
}
export interface StructListField<Members extends Fields = Fields> extends Described {
  readonly kind: 'struct-list';
  readonly members: Members;
}
/** Strings by key; the keys are data and are never renamed. */
export interface MapField extends Described {
  readonly kind: 'map';
}

export type Field = ScalarField | StructField | StringListField | StructListField | MapField;

/** Fields by the provider's member name. */
export interface Fields {
  readonly [member: string]: Field;
}

export const string = (description: string): ScalarField<'string'> => ({ kind: 'string', description });
export const choice = <const Value extends string>(
  description: string,
  values: readonly Value[],
): ChoiceField<Value> => ({ kind: 'string', description, values });
export const lowerCase = (description: string): ScalarField<'string'> => ({
  kind: 'string',
  description,
  isLowerCase: true,
});
export const boolean = (description: string): ScalarField<'boolean'> => ({ kind: 'boolean', description });
export const int32 = (description: string): ScalarField<'int32'> => ({ kind: 'int32', description });
export const int64 = (description: string): ScalarField<'int64'> => ({ kind: 'int64', description });
export const float = (description: string): ScalarField<'float'> => ({ kind: 'float', description });
export const timestamp = (description: string): ScalarField<'timestamp'> => ({ kind: 'timestamp', description });
export const map = (description: string): MapField => ({ kind: 'map', description });
export const strings = (description: string): StringListField => ({ kind: 'string-list', description });
export const struct = <const M extends Fields>(description: string, members: M): StructField<M> => ({
  kind: 'struct',
  description,
  members,
});
export const structs = <const M extends Fields>(description: string, members: M): StructListField<M> => ({
  kind: 'struct-list',
  description,
  members,
});

/** Marks a field, and all fields below it, as sagecat's addition to the reference catalog. */
export const extension = <F extends Field>(field: F): F & { readonly extension: true } => ({
  ...field,
  extension: true,
});

/**
 * The flattened value of a field: timestamps are ISO 8601 strings in UTC with milliseconds, integers beyond 2^53 are bigints, and floats that
 * JSON cannot represent are the strings `NaN`, `Infinity` and `-Infinity`. An absent member is null.
 */
export type FieldValue<F extends Field> =
  F extends ScalarField<infer K>
    ? {
        string: string;
        boolean: boolean;
        int32: number;
        int64: number | bigint;
        float: number | NonFinite;
        timestamp: string;
      }[K]
    : F extends StructField<infer M>
      ? StructValue<M>
      : F extends StructListField<infer M>
        ? StructValue<M>[]
        : F extends StringListField
          ? string[]
          : Record<string, string>;

/** The strings for floats that JSON cannot represent, in the database and the API. */
export type NonFinite = 'NaN' | 'Infinity' | '-Infinity';

export type StructValue<M extends Fields> = {
  [K in keyof M & string as SnakeCase<K>]: FieldValue<M[K]> | null;
};

const catalogTypes: Record<Field['kind'], CatalogType> = {
  string: 'STRING',
  boolean: 'BOOLEAN',
  int32: 'INT32',
  int64: 'INT64',
  float: 'FLOAT',
  timestamp: 'TIMESTAMP',
  struct: 'STRUCT',
  map: 'MAP_STRING_STRING',
  'string-list': 'UNORDERED_LIST_STRING',
  'struct-list': 'UNORDERED_LIST_STRUCT',
};

/** Returns the reference catalog's name for the type of a field. */
export const catalogType = (field: Field): CatalogType => catalogTypes[field.kind];

/** Returns the members of a struct or of a list of structs; undefined for any other field. */
export const membersOf = (field: Field): Fields | undefined =>
  field.kind === 'struct' || field.kind === 'struct-list' ? field.members : undefined;

/**
 * The fields that a type of the SDK requires, for every member at every depth. `satisfies FieldsFor<Response>` fails to compile if the
 * definition lacks a member of the SDK, has a member that the SDK lacks, has another type, or if a `choice` lacks a value that the SDK
 * enumerates. The SDK uses `number` for both integers and floats.
 */
export type FieldsFor<Shape> = { [K in keyof Shape]-?: FieldFor<NonNullable<Shape[K]>> };

type FieldFor<T> = [T] extends [string]
  ? TextFieldFor<T>
  : [T] extends [boolean]
    ? ScalarField<'boolean'>
    : [T] extends [number]
      ? ScalarField<'int32' | 'int64' | 'float'>
      : [T] extends [Date]
        ? ScalarField<'timestamp'>
        : [T] extends [readonly string[]]
          ? StringListField
          : [T] extends [readonly (infer Element)[]]
            ? StructListField<FieldsFor<Element> & Fields>
            : string extends keyof T
              ? MapField
              : StructField<FieldsFor<T> & Fields>;

/** The SDK enumerates instance types too, but new ones appear every month, in jobs before the SDK. */
type TextFieldFor<T extends string> = string extends T
  ? ScalarField<'string'>
  : [T] extends [`ml.${string}`]
    ? ScalarField<'string'>
    : ChoiceField<T>;
