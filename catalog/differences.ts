import type { FlatValue } from './flatten.ts';
import { isObject } from './is-object.ts';

/** A field that differs between two versions of a resource. */
export interface Difference {
  /** Path of the field, e.g. `warm_pool_status.status` or `secondary_status_transitions[3]`. */
  readonly field: string;
  readonly before: FlatValue;
  readonly after: FlatValue;
}

/**
 * Returns the fields that differ, as deep as both versions have them: structs and maps member by member, lists element by element. What
 * only one version has is one difference, with null for the other.
 */
export function differences(before: FlatValue, after: FlatValue, field = ''): Difference[] {
  if (Array.isArray(before) && Array.isArray(after)) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
      differences(before[index] ?? null, after[index] ?? null, `${field}[${index}]`),
    ).flat();
  }
  if (isObject(before) && isObject(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].flatMap((name) =>
      differences(before[name] ?? null, after[name] ?? null, field === '' ? name : `${field}.${name}`),
    );
  }
  return isSame(before, after) ? [] : [{ field, before, after }];
}

/** Returns whether a changed field, such as `a[0].b`, is at a path, such as `a.b`, or below it, as for `a`. */
export const isAtOrBelow = (path: string, field: string): boolean => `${plainPath(field)}.`.startsWith(`${path}.`);

/** Returns whether a changed field is at a path, below it, or above it: a struct that appears or disappears changes everything in it. */
export const overlapsPath = (path: string, field: string): boolean =>
  isAtOrBelow(path, field) || `${path}.`.startsWith(`${plainPath(field)}.`);

const plainPath = (field: string): string => field.replace(/\[\d+\]/g, '');

/** A whole float beyond 2^53 may be a bigint from the database and a number from a response. */
const isSame = (before: FlatValue, after: FlatValue): boolean =>
  before === after ||
  (typeof before !== typeof after && isNumeric(before) && isNumeric(after) && String(before) === String(after));

const isNumeric = (value: FlatValue): boolean => typeof value === 'number' || typeof value === 'bigint';
