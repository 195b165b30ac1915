import type { FieldPath } from '../../../catalog/field-path.ts';
import type { Pattern } from './ast.ts';

/** A search query with its fields and values resolved, from which SQL is made. */
export type Condition =
  | { readonly kind: 'all' | 'none' }
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'test'; readonly field: FieldPath; readonly test: Test }
  /** The resource violates a policy whose name matches. */
  | { readonly kind: 'violates'; readonly type: string; readonly name: Test };

/** A test of a value. A row matches if any of its values does; an absent value never matches. */
export type Test =
  | { readonly kind: 'exists' }
  | { readonly kind: 'equals'; readonly value: string | bigint | number | boolean }
  /** Wildcards, case-sensitive. */
  | { readonly kind: 'like'; readonly pattern: Pattern }
  /** The pattern anywhere in the value; ASCII letters match in either case. */
  | { readonly kind: 'contains'; readonly pattern: Pattern }
  | { readonly kind: 'between'; readonly from?: End; readonly to?: End }
  /** Text that is a decimal number, compared by value; other text does not match. */
  | { readonly kind: 'number-between'; readonly from?: End<string>; readonly to?: End<string> };

/** An end of an interval: strings (by code point), integers, floats, or timestamps as ISO 8601 text. */
export interface End<T = string | bigint | number> {
  readonly value: T;
  readonly inclusive: boolean;
}
