import { type Fields, membersOf } from '../fields.ts';
import type { FlatValue } from '../flatten.ts';
import { isObject } from '../is-object.ts';
import { snakeCase } from '../snake-case.ts';
import type { Shape } from './shape.ts';
import type { Spelling } from './spelling.ts';

/** A value with the names of a format. */
export type FormattedValue = string | number | bigint | boolean | FormattedValue[] | FormattedObject;
export interface FormattedObject {
  [name: string]: FormattedValue;
}

export interface Translation {
  readonly value: FormattedObject;
  /** Catalog paths that hold a value for which the format has no member, e.g. `algorithm_specification.container_entrypoint`. */
  readonly leftOut: readonly string[];
}

/**
 * Converts the members of a row that a shape has to a format's names. Null is omitted; empty lists, maps and structs are kept. The keys of
 * maps are never renamed.
 */
export function translate(
  fields: Fields,
  row: Readonly<Record<string, FlatValue>>,
  shape: Shape,
  spelling: Spelling,
): Translation {
  const leftOut: string[] = [];
  const value = struct(fields, row, shape, '', '');
  return { value, leftOut };

  function struct(
    members: Fields,
    held: Readonly<Record<string, FlatValue>>,
    within: Shape,
    path: string,
    member: string,
  ): FormattedObject {
    const formatted: FormattedObject = {};
    for (const [name, field] of Object.entries(members)) {
      const column = snakeCase(name);
      const inner = held[column];
      if (inner === undefined || inner === null) continue;
      const here = join(path, column);
      const known = within[name];
      if (known === undefined) leftOut.push(here);
      else formatted[spelling(name, member)] = convert(membersOf(field), inner, known, here, join(member, name));
    }
    return formatted;
  }

  function convert(
    members: Fields | undefined,
    held: NonNullable<FlatValue>,
    known: true | Shape,
    path: string,
    member: string,
  ): FormattedValue {
    if (!members || known === true) return held as FormattedValue; // scalars, lists of strings and maps hold no null
    if (Array.isArray(held)) {
      return held.map((item, index) => struct(members, asObject(item), known, `${path}[${index}]`, member));
    }
    return struct(members, asObject(held), known, path, member);
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const asObject = (value: FlatValue): Readonly<Record<string, FlatValue>> => (isObject(value) ? value : {});
