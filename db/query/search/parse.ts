import {
  anyText,
  type Bound,
  type Comparison,
  type Literal,
  type Operand,
  type Pattern,
  type SearchNode,
} from './ast.ts';
import { Scanner } from './scanner.ts';
import { SearchError } from './search-error.ts';

/** The maximum depth of parentheses and negations, and the maximum number of terms: more is a mistake or an attack. */
const maxDepth = 50;
const maxTerms = 500;

/**
 * Parses a Lucene-style search query: `field:value`, wildcards, comparisons, ranges, `AND`, `OR`, `NOT`, `-`,
 * parentheses and free text. An empty query matches everything. Throws SearchError.
 */
export function parseSearch(query: string): SearchNode {
  return new Parser(query).parse();
}

/** A field that parentheses apply to: `status:(Failed OR Stopped)`. */
interface GroupField {
  readonly path: string;
  readonly offset: number;
}

class Parser {
  readonly #scanner: Scanner;
  #depth = 0;
  #terms = 0;

  constructor(query: string) {
    this.#scanner = new Scanner(query);
  }

  parse(): SearchNode {
    this.#scanner.skipSpace();
    if (this.#scanner.atEnd) return { kind: 'all' };
    const node = this.#or(undefined);
    if (!this.#scanner.atEnd) throw this.#scanner.error('there is no parenthesis that this one closes');
    return node;
  }

  #or(field: GroupField | undefined): SearchNode {
    const nodes = [this.#and(field)];
    while (this.#scanner.keyword('OR') || this.#scanner.take('||')) nodes.push(this.#and(field));
    return join('or', nodes);
  }

  #and(field: GroupField | undefined): SearchNode {
    const nodes = [this.#unary(field)];
    for (;;) {
      this.#scanner.skipSpace();
      const isStated = this.#scanner.keyword('AND') || this.#scanner.take('&&');
      if (!isStated && (this.#scanner.atEnd || this.#scanner.peek(')') || this.#scanner.atKeyword('OR', '||'))) break;
      nodes.push(this.#unary(field));
    }
    return join('and', nodes);
  }

  #unary(field: GroupField | undefined): SearchNode {
    this.#scanner.skipSpace();
    if (this.#scanner.keyword('NOT') || this.#scanner.take('-') || this.#scanner.take('!')) {
      return this.#nested(() => ({ kind: 'not', node: this.#unary(field) }));
    }
    this.#scanner.take('+');
    if (this.#scanner.take('(')) return this.#group(field);
    if (this.#scanner.atEnd || this.#scanner.peek(')') || this.#scanner.atKeyword('AND', 'OR', '&&', '||')) {
      throw this.#scanner.error('a term is missing here');
    }
    this.#terms += 1;
    if (this.#terms > maxTerms) throw this.#scanner.error(`the query has more than ${maxTerms} terms`);
    return field ? this.#operandNode(field) : this.#term();
  }

  #group(field: GroupField | undefined): SearchNode {
    const open = this.#scanner.offset - 1;
    return this.#nested(() => {
      const node = this.#or(field);
      this.#scanner.skipSpace();
      if (!this.#scanner.take(')')) throw new SearchError('this parenthesis is not closed', open);
      return node;
    });
  }

  #nested(parse: () => SearchNode): SearchNode {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw this.#scanner.error(`the query nests deeper than ${maxDepth} levels`);
    const node = parse();
    this.#depth -= 1;
    return node;
  }

  /** A word, quoted text, or a field and its condition after a colon. */
  #term(): SearchNode {
    const { offset } = this.#scanner;
    const path = this.#scanner.fieldName();
    if (path === undefined) return { kind: 'text', pattern: this.#scanner.value('a term'), offset };
    const field = { path, offset };
    if (this.#scanner.take('(')) {
      this.#scanner.skipSpace();
      return this.#group(field);
    }
    if (path === '_exists_') {
      const literal = this.#scanner.literal('the name of a field');
      return { kind: 'field', path: literal.text, offset: literal.offset, operand: { kind: 'exists' } };
    }
    return this.#operandNode(field);
  }

  #operandNode({ path, offset }: GroupField): SearchNode {
    return { kind: 'field', path, offset, operand: this.#operand(path) };
  }

  #operand(path: string): Operand {
    for (const operator of ['>=', '<=', '>', '<'] satisfies Comparison[]) {
      if (this.#scanner.take(operator)) {
        return { kind: 'compare', operator, value: this.#scanner.literal(`a value after ${path}:${operator}`) };
      }
    }
    if (this.#scanner.peek('[') || this.#scanner.peek('{')) return this.#range();
    const { offset } = this.#scanner;
    const pattern = this.#scanner.value(`a value after ${path}:`);
    return isLone(pattern) ? { kind: 'exists' } : { kind: 'match', pattern, offset };
  }

  /** `[a TO b]`, `{a TO b}`, or a mixture: square brackets include their end, braces exclude it. */
  #range(): Operand {
    const open = this.#scanner.offset;
    const fromInclusive = this.#scanner.take('[') || !this.#scanner.take('{');
    const from = this.#rangeEnd();
    this.#scanner.skipSpace();
    if (!this.#scanner.keyword('TO')) throw this.#scanner.error('a range is written [from TO to]; TO is missing here');
    const to = this.#rangeEnd();
    this.#scanner.skipSpace();
    const toInclusive = this.#scanner.take(']');
    if (!toInclusive && !this.#scanner.take('}')) throw new SearchError('this range is not closed', open);
    this.#scanner.requireBoundary();
    const bound = (literal: Literal | undefined, inclusive: boolean): Bound => ({ literal, inclusive });
    return { kind: 'range', from: bound(from, fromInclusive), to: bound(to, toInclusive) };
  }

  #rangeEnd(): Literal | undefined {
    this.#scanner.skipSpace();
    if (this.#scanner.openEnd()) return undefined;
    return this.#scanner.literal('an end of the range', ']}');
  }
}

const isLone = (pattern: Pattern): boolean => pattern.length === 1 && pattern[0] === anyText;

function join(kind: 'and' | 'or', nodes: SearchNode[]): SearchNode {
  const [first] = nodes;
  return nodes.length === 1 && first ? first : { kind, nodes };
}
