/** The text of an imported document, or the error at that line. */
export type SplitDocument =
  | { readonly line: number; readonly text: string }
  | { readonly line: number; readonly error: string };

/** The maximum document length: a kubectl list with thousands of manifests, but not enough to exhaust the memory. */
const maxDocument = 64 * 1024 * 1024;

/** A whole string, an opening quote without its end on the line, or a bracket. JSON has no line breaks in strings. */
const token = /"(?:[^"\\]|\\.)*"|["{}[\]]/g;

/**
 * Splits lines of JSON into documents, with at most one in memory: a single object, the elements of an array, or consecutive objects, with or
 * without line breaks (NDJSON). A broken document does not affect the others: reading continues at the next line that starts with a brace.
 */
export async function* splitDocuments(lines: AsyncIterable<string>): AsyncGenerator<SplitDocument> {
  const splitter = new Splitter();
  for await (const line of lines) yield* splitter.line(line);
  yield* splitter.end();
}

class Splitter {
  /** The current line number. */
  #line = 0;
  /** The lines of the current document, the first from its opening brace on. */
  #held: string[] = [];
  #heldLength = 0;
  #depth = 0;
  /** The lines on which the enclosing arrays open. */
  #arrays: number[] = [];

  *line(text: string): Generator<SplitDocument> {
    this.#line++;
    let at = 0;
    while (at < text.length) {
      if (this.#depth > 0) {
        const end = this.#within(text, at);
        if (end === 'broken') return yield* this.#giveUp('has a string that is not closed on its line', text.slice(at));
        if (end === undefined) break;
        yield { line: this.#line - this.#held.length, text: [...this.#held, text.slice(at, end)].join('\n') };
        this.#drop();
        at = end;
      } else {
        const start = this.#between(text, at);
        if (start === undefined) return;
        if (text[start] !== '{') {
          return yield { line: this.#line, error: 'is not a JSON object' };
        }
        this.#depth = 1;
        at = start;
        const end = this.#within(text, at + 1);
        if (end === 'broken') return yield* this.#giveUp('has a string that is not closed on its line', text.slice(at));
        if (end === undefined) break;
        yield { line: this.#line, text: text.slice(at, end) };
        this.#drop();
        at = end;
      }
    }
    if (this.#depth === 0) return;
    this.#held.push(text.slice(at));
    this.#heldLength += text.length;
    if (this.#heldLength > maxDocument) yield* this.#giveUp(`is longer than ${maxDocument} characters`);
  }

  *end(): Generator<SplitDocument> {
    while (this.#depth > 0) yield* this.#giveUp('is not closed');
    const [opened] = this.#arrays;
    if (opened !== undefined) yield { line: opened, error: 'opens an array that is not closed' };
  }

  /** Skips to the end of the current document; returns undefined if it is not on this line. */
  #within(text: string, from: number): number | 'broken' | undefined {
    token.lastIndex = from;
    for (let match = token.exec(text); match; match = token.exec(text)) {
      const [found] = match;
      if (found === '"') return 'broken';
      if (found === '{' || found === '[') this.#depth++;
      else if ((found === '}' || found === ']') && --this.#depth === 0) return token.lastIndex;
    }
    return undefined;
  }

  /** Skips white space, commas and the brackets of enclosing arrays. */
  #between(text: string, from: number): number | undefined {
    for (let at = from; at < text.length; at++) {
      const character = text[at] ?? '';
      if (character === '[') this.#arrays.push(this.#line);
      else if (character === ']' && this.#arrays.length > 0) this.#arrays.pop();
      else if (!/[\s,\uFEFF]/.test(character)) return at;
    }
    return undefined;
  }

  /** Reports the current document as broken, and reads its later lines again from the first that may start another one. */
  *#giveUp(error: string, unread?: string): Generator<SplitDocument> {
    const lines = unread === undefined ? this.#held : [...this.#held, unread];
    const first = this.#line - lines.length + 1;
    yield { line: first, error };
    this.#drop();
    const restart = lines.findIndex((text, index) => index > 0 && text.startsWith('{'));
    if (restart === -1) return;
    this.#line = first + restart - 1;
    for (const text of lines.slice(restart)) yield* this.line(text);
  }

  #drop(): void {
    this.#held = [];
    this.#heldLength = 0;
    this.#depth = 0;
  }
}
