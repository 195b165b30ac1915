import type { TObject } from 'typebox';
import { findField } from '../../../catalog/field-path.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';

const isNumber = (kind: string | undefined): boolean => kind !== undefined && /^(int|double|float)/.test(kind);

/** Returns the facets of a type that can be grouped by, and those that can be added up. */
function facetsOf(type: AnyResourceType) {
  const facets = type.facets.map((path) => ({ path, kind: findField(type, path)?.field.kind }));
  return {
    texts: facets.filter(({ path, kind }) => kind === 'string' && path !== 'account_id').map(({ path }) => path),
    numbers: facets.filter(({ kind }) => isNumber(kind)).map(({ path }) => path),
  };
}

/** Returns example values of the parameters that name fields, by parameter. */
function examplesOf(type: AnyResourceType): Readonly<Record<string, string[]>> {
  const { texts, numbers } = facetsOf(type);
  const { name, createdAt } = type.key;
  const recent = `${createdAt}:>now-7d`;
  const [number] = numbers;
  return {
    q: [type.failure ? `${type.failure.field}:${type.failure.value} AND ${recent}` : recent, `${name}:a*`],
    fields: [[name, ...texts.slice(0, 2)].join()],
    sort: [`-${createdAt}`, ...texts.slice(0, 1)],
    group_by: [['account_id', ...texts.slice(0, 1)].join()],
    metrics: [number === undefined ? 'count' : `count,sum(${number}),p95(${numbers[1] ?? number})`],
  };
}

/** Returns the same for routes whose parameters of these names mean something else. */
export function facetExamples(type: AnyResourceType): Readonly<Record<string, string[]>> {
  return { fields: [type.facets.slice(0, 3).join()] };
}

export function aggregateExamples(type: AnyResourceType): Readonly<Record<string, string[]>> {
  const [number] = facetsOf(type).numbers;
  return { sort: ['-count', ...(number === undefined ? [] : [`-sum(${number})`])] };
}

/** Returns parameters with examples of the type's own fields. */
export function withExamples<Schema extends TObject>(
  type: AnyResourceType,
  schema: Schema,
  others: Readonly<Record<string, string[]>> = {},
): Schema {
  const examples = { ...examplesOf(type), ...others };
  const properties = Object.fromEntries(
    Object.entries(schema.properties).map(([name, property]) => [
      name,
      examples[name] ? { ...property, examples: examples[name] } : property,
    ]),
  );
  return { ...schema, properties };
}
