import { catalogType, type Field, type Fields } from './fields.ts';
import { metadataColumns } from './metadata-columns.ts';
import type { ResourceSchema } from './resource-schema.ts';
import { snakeCase } from './snake-case.ts';

/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 embeds it. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * Returns the JSON Schema of a row of a resource type in the API: every column of the catalog and of sagecat's metadata, null where the
 * resource has no value. `x-catalog-type` is the catalog's type name, and `x-extension` marks the fields that the reference catalog lacks.
 */
export function rowSchema(type: ResourceSchema): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  for (const { name, field } of type.columns) properties[name] = nullable(fieldSchema(field));
  for (const { name, field, nullable: mayBeNull } of metadataColumns) {
    properties[name] = mayBeNull ? nullable(fieldSchema(field)) : fieldSchema(field);
  }
  return {
    title: type.title,
    description: type.description,
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** Returns the schema of a row with chosen fields: any column may be missing, and a key that a map lacks is null. */
export function chosenRowSchema(type: ResourceSchema): JsonSchema {
  const { required: _, ...row } = withNullableKeys(rowSchema(type));
  return { ...row, description: 'The fields that were asked for.' };
}

function withNullableKeys(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (Array.isArray(value) || typeof value !== 'object' || value === null) return [keyword, value];
      if (keyword === 'additionalProperties') return [keyword, nullable(value as JsonSchema)];
      return [keyword, withNullableKeys(value as JsonSchema)];
    }),
  );
}

/** Returns the JSON Schema of a field's value, if it has one. */
export function fieldSchema(field: Field): JsonSchema {
  return {
    ...valueSchema(field),
    description: field.description,
    'x-catalog-type': catalogType(field),
    ...(field.extension && { 'x-extension': true }),
  };
}

function valueSchema(field: Field): JsonSchema {
  switch (field.kind) {
    case 'string':
      // Examples instead of an enum: the provider may add a value before the SDK has it.
      return { type: 'string', ...(field.values && { examples: field.values }) };
    case 'boolean':
      return { type: 'boolean' };
    case 'int32':
    case 'int64':
      return { type: 'integer', format: field.kind };
    case 'float':
      return { anyOf: [{ type: 'number' }, { enum: ['NaN', 'Infinity', '-Infinity'] }] };
    case 'timestamp':
      return { type: 'string', format: 'date-time' };
    case 'map':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'string-list':
      return { type: 'array', items: { type: 'string' } };
    case 'struct':
      return structSchema(field.members);
    case 'struct-list':
      return { type: 'array', items: structSchema(field.members) };
  }
}

function structSchema(members: Fields): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(members).map(([member, field]) => [snakeCase(member), nullable(fieldSchema(field))]),
  );
  return { type: 'object', properties, additionalProperties: false };
}

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema.type === 'string') return { ...schema, type: [schema.type, 'null'] };
  return { ...schema, anyOf: [...(Array.isArray(schema.anyOf) ? schema.anyOf : []), { type: 'null' }] };
}
