import type { Fields, StructField, StructListField } from '../fields.ts';

/** The members of a format: `true` for a value, a shape for a struct or a list of structs. */
export interface Shape {
  readonly [member: string]: true | Shape;
}

/** A shape with members of the definition alone, structs as structs and values as values. */
export type ShapeOf<Members extends Fields> = {
  readonly [M in keyof Members]?: Members[M] extends StructField<infer Inner> | StructListField<infer Inner>
    ? ShapeOf<Inner>
    : true;
};
