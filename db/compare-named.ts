import { isDeepStrictEqual } from 'node:util';

/** Names of what was added, changed and removed. */
export interface AppliedNames {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

interface Named {
  readonly name: string;
}

/** Returns the differences between the current and the new entries, by name. */
export function compareNamed(held: readonly Named[], wanted: readonly Named[]): AppliedNames {
  const before = new Map(held.map((one) => [one.name, one]));
  const names = new Set(wanted.map(({ name }) => name));
  return {
    added: wanted.flatMap(({ name }) => (before.has(name) ? [] : [name])),
    changed: wanted.flatMap((one) =>
      before.has(one.name) && !isDeepStrictEqual(plain(one), before.get(one.name)) ? [one.name] : [],
    ),
    removed: [...before.keys()].filter((name) => !names.has(name)),
  };
}

/** Returns a policy as the database returns it: without undefined members. */
const plain = (one: Named): unknown => JSON.parse(JSON.stringify(one));
