import Type, { type TProperties } from 'typebox';

/** An object that knows all its keys; a key beside them is an error that names it. */
export const section = <P extends TProperties>(properties: P, options: object = {}) =>
  Type.Object(properties, { additionalProperties: false, ...options });
