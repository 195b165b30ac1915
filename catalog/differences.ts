import type { FlatValue } from './flatten.ts';

/** One field that differs between two versions of a resource. */
export interface Difference {
  /** Path of the field, e.g. `warm_pool_status.status` or `secondary_status_transitions[3]`. */
  readonly field: string;
  readonly before: FlatValue;
  readonly after: FlatValue;
}

/**
 * The fields that differ, as deep as both versions have them: structs and maps member by member, lists element by element. What
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

/** Whether a field that differs, such as `a[0].b`, is the one of a path, as `a.b`, or within it, as of `a`. */
export const isWithin = (path: string, field: string): boolean => `${plainPath(field)}.`.startsWith(`${path}.`);

/** The same, or a field of which the path is a part: where a whole struct came or went, so did what is within it. */
export const concerns = (path: string, field: string): boolean =>
  isWithin(path, field) || `${path}.`.startsWith(`${plainPath(field)}.`);

const plainPath = (field: string): string => field.replace(/\[\d+\]/g, '');

const isObject = (value: FlatValue): value is { [name: string]: FlatValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A whole float beyond 2^53 may come as a bigint from the database and as a number from a response. */
const isSame = (before: FlatValue, after: FlatValue): boolean =>
  before === after ||
  (typeof before !== typeof after && isNumeric(before) && isNumeric(after) && String(before) === String(after));

const isNumeric = (value: FlatValue): boolean => typeof value === 'number' || typeof value === 'bigint';
