import { type Field, type Fields, membersOf, string } from './fields.ts';
import { metadataColumns } from './metadata-columns.ts';
import type { ResourceSchema } from './resource-schema.ts';
import { snakeCase } from './snake-case.ts';

/** One step from a column to a value within it. */
export type Step = { readonly kind: 'member'; readonly name: string } | { readonly kind: 'element' } | MapKey;
interface MapKey {
  readonly kind: 'key';
  readonly name: string;
}

/** A field of a resource type by its dotted path, e.g. `input_data_config.channel_name` or `hyper_parameters.lr`. */
export interface FieldPath {
  readonly path: string;
  /** The column that contains the value. */
  readonly column: string;
  /** The steps from the column to the value; an `element` step enters every element of a list. */
  readonly steps: readonly Step[];
  /** The field at the end; a map key's is a string. */
  readonly field: Field;
}

export const isScalar = ({ field }: FieldPath): boolean =>
  !['struct', 'map', 'string-list', 'struct-list'].includes(field.kind);

/** Returns whether a path passes through a list, so that a row may have several values of it. */
export const isRepeated = ({ steps }: FieldPath): boolean => steps.some(({ kind }) => kind === 'element');

const rootsOf = (type: ResourceSchema): Map<string, Field> =>
  new Map([...type.columns, ...metadataColumns].map(({ name, field }) => [name, field]));

/** Finds a field by its path; undefined if the type has none. Everything after the name of a map is a key, dots included. */
export function findField(type: ResourceSchema, path: string): FieldPath | undefined {
  const [column = '', ...rest] = path.split('.');
  const root = rootsOf(type).get(column);
  if (!root) return undefined;
  const steps: Step[] = [];
  let field = root;
  for (let index = 0; index < rest.length; index++) {
    if (field.kind === 'map') {
      steps.push({ kind: 'key', name: rest.slice(index).join('.') });
      return { path, column, steps, field: string('Value of the key.') };
    }
    if (field.kind === 'struct-list') steps.push({ kind: 'element' });
    const name = rest[index] ?? '';
    const inner = memberNamed(field, name);
    if (!inner) return undefined;
    steps.push({ kind: 'member', name });
    field = inner;
  }
  return { path, column, steps, field };
}

function memberNamed(field: Field, name: string): Field | undefined {
  const members: Fields = membersOf(field) ?? {};
  const member = Object.keys(members).find((key) => snakeCase(key) === name);
  return member === undefined ? undefined : members[member];
}

/** Returns every field of a type at every depth, by path, without the keys of maps, which are data. */
export function allFields(type: ResourceSchema): FieldPath[] {
  const paths: string[] = [];
  const walk = (path: string, field: Field) => {
    paths.push(path);
    for (const [member, inner] of Object.entries(membersOf(field) ?? {})) walk(`${path}.${snakeCase(member)}`, inner);
  };
  for (const [name, field] of rootsOf(type)) walk(name, field);
  return paths.flatMap((path) => findField(type, path) ?? []);
}
