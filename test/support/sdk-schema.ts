import { CreateTrainingJobRequest$, DescribeTrainingJobResponse$ } from '@aws-sdk/client-sagemaker';
import type { Field, Fields } from '../../catalog/fields.ts';

// The SDK carries its model at run time as nested arrays: [3, namespace, name, traits, member names, member schemas] is a
// structure, [1, namespace, name, traits, element] a list, [2, namespace, name, traits, key, value] a map; a number is a simple
// type, with 64 added for a list of it and 128 for a map to it; a function gives the schema lazily; a pair adds traits.

export type SdkSchema = number | (() => SdkSchema) | readonly unknown[];

/** The SDK's own schema of a DescribeTrainingJob response. */
export const describeTrainingJobSchema: SdkSchema = DescribeTrainingJobResponse$;

/** The members of a CreateTrainingJob request. */
export const createTrainingJobMembers: ReadonlySet<string> = new Set(CreateTrainingJobRequest$[4]);

type SdkShape =
  | { kind: 'string' | 'number' | 'boolean' | 'timestamp' | `unknown (${string})` }
  | { kind: 'list' | 'map'; of: SdkShape }
  | { kind: 'struct'; members: ReadonlyMap<string, SdkSchema> };

const simple = new Map([
  [0, 'string'],
  [1, 'number'],
  [2, 'boolean'],
  [4, 'timestamp'],
] as const);

export function readSchema(schema: SdkSchema): SdkShape {
  if (typeof schema === 'function') return readSchema(schema());
  if (typeof schema === 'number') {
    if (schema & 64) return { kind: 'list', of: readSchema(schema & ~64) };
    if (schema & 128) return { kind: 'map', of: readSchema(schema & ~128) };
    const kind = simple.get(schema as 0 | 1 | 2 | 4);
    return { kind: kind ?? `unknown (${schema})` };
  }
  const parts = schema as readonly SdkSchema[];
  if (schema.length === 2) return readSchema(parts[0] ?? -1);
  switch (schema[0]) {
    case 1:
      return { kind: 'list', of: readSchema(parts[4] ?? -1) };
    case 2:
      return { kind: 'map', of: readSchema(parts[5] ?? -1) };
    case 3: {
      const names = schema[4] as readonly string[];
      const schemas = schema[5] as readonly SdkSchema[];
      return { kind: 'struct', members: new Map(names.map((name, index) => [name, schemas[index] ?? -1])) };
    }
    default:
      return { kind: `unknown (${String(schema[0])})` };
  }
}

/** Returns the differences between a struct's definition and the SDK's structure, at every depth; one line each. */
export function differencesFromSdk(members: Fields, schema: SdkSchema, path = ''): string[] {
  const shape = readSchema(schema);
  if (shape.kind !== 'struct') return [`${path}: the SDK has ${shape.kind}, the definition a struct`];
  const missing = [...shape.members].flatMap(([name, inner]) => {
    const field = Object.hasOwn(members, name) ? members[name] : undefined;
    return field ? differencesOfField(field, inner, `${path}${name}`) : [`${path}${name}: only the SDK has it`];
  });
  const surplus = Object.keys(members).filter((name) => !shape.members.has(name));
  return [...missing, ...surplus.map((name) => `${path}${name}: only the definition has it`)];
}

function differencesOfField(field: Field, schema: SdkSchema, path: string): string[] {
  const shape = readSchema(schema);
  if (field.kind === 'struct') return differencesFromSdk(field.members, schema, `${path}.`);
  if (field.kind === 'struct-list' && shape.kind === 'list') {
    const element = typeof schema === 'function' ? schema() : schema;
    return differencesFromSdk(field.members, (element as readonly SdkSchema[])[4] ?? -1, `${path}[].`);
  }
  const sdk = shape.kind === 'list' || shape.kind === 'map' ? `${shape.kind} of ${shape.of.kind}` : shape.kind;
  const own = sdkKinds[field.kind];
  return own === sdk ? [] : [`${path}: the SDK has ${sdk}, the definition ${own}`];
}

/** The SDK's names for our kinds; it knows only one kind of number. */
const sdkKinds: Record<Exclude<Field['kind'], 'struct'>, string> = {
  string: 'string',
  boolean: 'boolean',
  int32: 'number',
  int64: 'number',
  float: 'number',
  timestamp: 'timestamp',
  map: 'map of string',
  'string-list': 'list of string',
  'struct-list': 'list of struct',
};
