import { anyCharacter, anyText, type Literal, literalText, type Pattern, showPattern, type Wildcard } from './ast.ts';
import { SearchError } from './search-error.ts';

const isSpace = (character: string): boolean => /\s/.test(character);
/** The characters that end a word, besides white space. */
const wordEnds = '()"';

/** Scans a query from left to right: white space, keywords, words with escapes and wildcards, quoted text. */
export class Scanner {
  readonly #text: string;
  offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.offset >= this.#text.length;
  }

  error(message: string, offset = this.offset): SearchError {
    return new SearchError(message, offset);
  }

  skipSpace(): void {
    while (!this.atEnd && isSpace(this.#at(this.offset))) this.offset += 1;
  }

  peek(token: string): boolean {
    return this.#text.startsWith(token, this.offset);
  }

  take(token: string): boolean {
    if (!this.peek(token)) return false;
    this.offset += token.length;
    return true;
  }

  /** Returns whether one of the keywords or signs is next. */
  atKeyword(...keywords: readonly string[]): boolean {
    return keywords.some((keyword) => this.peek(keyword) && (!/\w/.test(keyword) || this.#endsAt(keyword)));
  }

  /** Consumes a keyword that is a separate word. */
  keyword(keyword: string): boolean {
    return this.atKeyword(keyword) && this.take(keyword);
  }

  /** Consumes the `*` of a range's open end. */
  openEnd(): boolean {
    return this.peek('*') && (this.#endsAt('*') || ']}'.includes(this.#at(this.offset + 1))) && this.take('*');
  }

  #at(offset: number): string {
    return this.#text[offset] ?? '';
  }

  #endsAt(token: string): boolean {
    const next = this.#at(this.offset + token.length);
    return next === '' || isSpace(next) || next === '(' || next === ')';
  }

  /**
   * Consumes a field's name and its colon; returns undefined and consumes nothing if there is none. A backslash escapes the next
   * character, and a quoted part is literal: `environment."MY KEY"`.
   */
  fieldName(): string | undefined {
    let name = '';
    for (let at = this.offset; at < this.#text.length; at++) {
      const character = this.#at(at);
      if (character === ':') {
        if (name === '') return undefined;
        this.offset = at + 1;
        return name;
      }
      if (character === '"' && name.endsWith('.')) {
        const end = this.#closingQuote(at);
        if (end === undefined) return undefined;
        name += withoutEscapes(this.#text.slice(at + 1, end));
        at = end;
      } else if (character === '\\') {
        at += 1;
        name += this.#at(at);
      } else if (isSpace(character) || wordEnds.includes(character)) {
        return undefined;
      } else {
        name += character;
      }
    }
    return undefined;
  }

  #closingQuote(open: number): number | undefined {
    for (let at = open + 1; at < this.#text.length; at++) {
      if (this.#at(at) === '\\') at += 1;
      else if (this.#at(at) === '"') return at;
    }
    return undefined;
  }

  /** Consumes a word, or quoted text without wildcards. `expected` is for the message if neither is next. */
  value(expected: string, ends = ''): Pattern {
    const start = this.offset;
    if (this.peek('"')) {
      const end = this.#closingQuote(start);
      if (end === undefined) throw this.error('this quote is not closed');
      this.offset = end + 1;
      if (!ends.includes(this.#at(this.offset)) || this.atEnd) this.requireBoundary();
      return [withoutEscapes(this.#text.slice(start + 1, end))];
    }
    const parts = this.#word(ends);
    if (this.offset === start) throw this.error(`${expected} is missing here`);
    if (this.peek('"') || this.peek('(')) {
      throw this.error(`a ${this.#at(this.offset)} inside a word must be escaped with \\, or the whole put in quotes`);
    }
    return parts;
  }

  #word(ends: string): Pattern {
    const parts: (string | Wildcard)[] = [];
    let run = '';
    const flush = (wildcard: Wildcard) => {
      if (run !== '') parts.push(run);
      run = '';
      // Two stars in a row mean the same as one.
      if (wildcard !== anyText || parts.at(-1) !== anyText) parts.push(wildcard);
    };
    for (; !this.atEnd; this.offset += 1) {
      const character = this.#at(this.offset);
      if (isSpace(character) || wordEnds.includes(character) || ends.includes(character)) break;
      if (character === '*') flush(anyText);
      else if (character === '?') flush(anyCharacter);
      else if (character === '\\') {
        this.offset += 1;
        if (this.atEnd) throw this.error('a character must follow the \\', this.offset - 1);
        run += this.#at(this.offset);
      } else run += character;
    }
    if (run !== '') parts.push(run);
    return parts;
  }

  /** Consumes a value without wildcards. */
  literal(expected: string, ends = ''): Literal {
    const { offset } = this;
    const pattern = this.value(expected, ends);
    const text = literalText(pattern);
    if (text === undefined) {
      throw new SearchError(`${showPattern(pattern)} has a wildcard, which has no order; escape it with \\`, offset);
    }
    return { text, offset };
  }

  /** Checks that a term ends after a quote or a range. */
  requireBoundary(): void {
    const next = this.#at(this.offset);
    if (next !== '' && next !== ')' && !isSpace(next)) throw this.error('a space is missing here');
  }
}

const withoutEscapes = (text: string): string => text.replace(/\\(.)/gs, '$1');
