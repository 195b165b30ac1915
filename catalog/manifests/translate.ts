import { type Fields, membersOf } from '../fields.ts';
import type { FlatValue } from '../flatten.ts';
import { isObject } from '../is-object.ts';
import { snakeCase } from '../snake-case.ts';
import type { Shape } from './shape.ts';
import type { Spelling } from './spelling.ts';

/** A value in a format's own names. */
export type Spoken = string | number | bigint | boolean | Spoken[] | SpokenObject;
export interface SpokenObject {
  [name: string]: Spoken;
}

export interface Translation {
  readonly value: SpokenObject;
  /** Catalog paths that hold a value for which the format has no member, e.g. `algorithm_specification.container_entrypoint`. */
  readonly leftOut: readonly string[];
}

/**
 * Puts the members of a row that a shape holds into a format's names. What is null is not said; empty lists, maps and structs
 * are. The keys of maps are never renamed.
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
  ): SpokenObject {
    const spoken: SpokenObject = {};
    for (const [name, field] of Object.entries(members)) {
      const column = snakeCase(name);
      const inner = held[column];
      if (inner === undefined || inner === null) continue;
      const here = join(path, column);
      const known = within[name];
      if (known === undefined) leftOut.push(here);
      else spoken[spelling(name, member)] = say(membersOf(field), inner, known, here, join(member, name));
    }
    return spoken;
  }

  function say(
    members: Fields | undefined,
    held: NonNullable<FlatValue>,
    known: true | Shape,
    path: string,
    member: string,
  ): Spoken {
    if (!members || known === true) return held as Spoken; // scalars, lists of strings and maps hold no null
    if (Array.isArray(held)) {
      return held.map((item, index) => struct(members, asObject(item), known, `${path}[${index}]`, member));
    }
    return struct(members, asObject(held), known, path, member);
  }
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const asObject = (value: FlatValue): Readonly<Record<string, FlatValue>> => (isObject(value) ? value : {});
