/** A parsed search query. Offsets count UTF-16 units from 0. */
export type SearchNode =
  | { readonly kind: 'all' }
  | { readonly kind: 'and' | 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly kind: 'not'; readonly node: SearchNode }
  | { readonly kind: 'text'; readonly pattern: Pattern; readonly offset: number }
  | FieldNode;

/** A field and the condition on it. */
export interface FieldNode {
  readonly kind: 'field';
  readonly path: string;
  readonly offset: number;
  readonly operand: Operand;
}

export type Operand =
  | { readonly kind: 'exists' }
  | { readonly kind: 'match'; readonly pattern: Pattern; readonly offset: number }
  | { readonly kind: 'compare'; readonly operator: Comparison; readonly value: Literal }
  | { readonly kind: 'range'; readonly from: Bound; readonly to: Bound };

export type Comparison = '<' | '<=' | '>' | '>=';

export interface Literal {
  readonly text: string;
  readonly offset: number;
}

/** One end of a range; open if it has no literal. */
export interface Bound {
  readonly literal: Literal | undefined;
  readonly inclusive: boolean;
}

/** Text with wildcards: strings are literal. */
export type Pattern = readonly (string | Wildcard)[];
export type Wildcard = typeof anyText | typeof anyCharacter;
/** `*`: any number of characters. */
export const anyText: unique symbol = Symbol('*');
/** `?`: one character. */
export const anyCharacter: unique symbol = Symbol('?');

/** Returns the text of a pattern without wildcards; undefined if it has any. */
export const literalText = (pattern: Pattern): string | undefined =>
  pattern.every((part) => typeof part === 'string') ? pattern.join('') : undefined;

/** Returns the pattern as it would be written, for messages. */
export const showPattern = (pattern: Pattern): string =>
  pattern.map((part) => (typeof part === 'string' ? part : part.description)).join('');
