import { type FieldPath, findField, isRepeated, isScalar } from '../../catalog/field-path.ts';
import { nearestField } from '../../catalog/nearest-field.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Sort } from '../../db/query/list-page.ts';
import { parameterError } from './parameter-error.ts';

/** Finds a field by its path; throws a ProblemError that names the parameter and the nearest field if there is none. */
export function requireField(type: AnyResourceType, path: string, parameter: string): FieldPath {
  const found = findField(type, path);
  if (found) return found;
  const nearest = nearestField(type, path);
  const elsewhere = nearest ? '' : `; /v1/resource-types/${type.name} lists the fields`;
  throw parameterError(parameter, `${type.name} has no field ${path}${elsewhere}`, { nearest });
}

/** Returns a field with at most one scalar value per row. Throws a ProblemError for any other. */
export function requireScalarField(type: AnyResourceType, path: string, purpose: string, parameter: string): FieldPath {
  const field = requireField(type, path, parameter);
  if (isScalar(field) && !isRepeated(field)) return field;
  const reason = isRepeated(field) ? 'has many values a row' : `is a ${field.field.kind}`;
  throw parameterError(parameter, `${path} cannot ${purpose}: it ${reason}`);
}

/** Reads `sort`: a field; a leading `-` means descending. */
export function readSort(type: AnyResourceType, text: string | undefined, parameter = 'sort'): Sort {
  if (text === undefined) return { field: requireField(type, type.key.createdAt, parameter), descending: true };
  const descending = text.startsWith('-');
  return { field: requireScalarField(type, descending ? text.slice(1) : text, 'be sorted by', parameter), descending };
}

/** Reads a comma-separated list of fields. A backslash escapes the next character, for keys of maps that contain a comma. */
export function readFields(type: AnyResourceType, text: string, parameter: string): FieldPath[] {
  const names = text.match(/(?:\\.|[^,\\])+/gs) ?? [];
  if (names.length === 0) throw parameterError(parameter, 'it names no field');
  return names.map((name) => requireField(type, name.replace(/\\(.)/gs, '$1').trim(), parameter));
}
