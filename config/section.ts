import Type, { type Static, type TProperties, type TSchema } from 'typebox';
import Value from 'typebox/value';

/** An object schema that rejects unknown keys, with an error that names the key. */
export const section = <P extends TProperties>(properties: P, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });

/** Returns the given settings of a section with the defaults of the others. They are not validated. */
export const withDefaults = <S extends TSchema>(schema: S, given: object): Static<S> =>
  // Filled in, it has the shape that the schema gives it.
  Value.Default(schema, structuredClone(given)) as Static<S>;
