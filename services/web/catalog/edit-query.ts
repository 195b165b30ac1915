// Reads and changes the terms of a search query, so that facets, the range of time and the text are one and the same.

/** A part of a query that all rows must pass. */
export interface Term {
  readonly start: number;
  readonly end: number;
  readonly negated: boolean;
  /** Undefined for free text and what is in parentheses. */
  readonly field: string | undefined;
  /** What follows the colon. */
  readonly operand: string;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Where the term that starts at an offset ends: at white space outside of quotes and brackets. */
function endOfTerm(query: string, start: number): number {
  let depth = 0;
  let quoted = false;
  let at = start;
  for (; at < query.length; at++) {
    const character = query[at] ?? '';
    if (character === '\\') at++;
    else if (quoted) quoted = character !== '"';
    else if (character === '"') quoted = true;
    else if (character in closing) depth++;
    else if (character === ')' || character === ']' || character === '}') depth--;
    else if (/\s/.test(character) && depth <= 0) break;
  }
  return at;
}

/** Where a field's name ends: its first colon that no backslash or quotes hide; -1 where there is none. */
function colonOf(text: string): number {
  for (let at = 0, quoted = false; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (character === ':' && !quoted) return at;
    else if (character === '(' && !quoted) return -1;
  }
  return -1;
}

/** Returns the terms that are joined by AND; undefined where the query has an OR at its top. */
export function termsOf(query: string): Term[] | undefined {
  const terms: Term[] = [];
  let negatedFrom: number | undefined;
  for (let at = 0; at < query.length; ) {
    if (/\s/.test(query[at] ?? '')) {
      at++;
      continue;
    }
    const end = endOfTerm(query, at);
    const word = query.slice(at, end);
    if (word === 'OR' || word === '||') return undefined;
    if (word === 'NOT') negatedFrom = at;
    else if (word !== 'AND' && word !== '&&') {
      const sign = /^[-!]/.test(word) ? 1 : 0;
      const text = word.slice(sign).replace(/^\+/, '');
      const colon = colonOf(text);
      terms.push({
        start: negatedFrom ?? at,
        end,
        negated: sign === 1 || negatedFrom !== undefined,
        field: colon === -1 ? undefined : unquoted(text.slice(0, colon)),
        operand: colon === -1 ? text : text.slice(colon + 1),
      });
      negatedFrom = undefined;
    }
    at = end;
  }
  return terms;
}

/** A value that a facet shows. Null stands for rows without one. */
export type FacetValue = string | number | bigint | boolean | null;

/** Returns the value as the search language writes it. */
export function quoteValue(value: FacetValue): string {
  const text = String(value);
  const isPlain = /^[\w./+@][\w./+@-]*$/.test(text) && !/^(AND|OR|NOT|TO)$/.test(text);
  return isPlain ? text : `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** Returns the field as the search language writes it: keys of maps may hold any character. */
export const quoteField = (field: string): string => field.replaceAll(/[^\w.-]/g, String.raw`\$&`);

const unquoted = (text: string): string => text.replaceAll(/"|\\(.)/gs, (_, escaped?: string) => escaped ?? '');

/** The values that a term names one by one; undefined for ranges, comparisons and wildcards. */
function valuesOf(operand: string): string[] | undefined {
  const inner = operand.startsWith('(') && operand.endsWith(')') ? operand.slice(1, -1) : operand;
  const values: string[] = [];
  for (let at = 0; at < inner.length; ) {
    if (/\s/.test(inner[at] ?? '')) {
      at++;
      continue;
    }
    const end = endOfTerm(inner, at);
    const word = inner.slice(at, end);
    at = end;
    if (word === 'OR') continue;
    if (word.startsWith('"') ? !/^"(?:\\.|[^"\\])*"$/s.test(word) : /^[<>[{(\-!]|[*?]/.test(word)) return undefined;
    values.push(unquoted(word));
  }
  return values.length > 0 ? values : undefined;
}

export interface Chosen {
  readonly included: readonly string[];
  readonly excluded: readonly string[];
}

/** The values of a field that a query names at its top, to have and not to have. */
export function chosenOf(query: string, field: string): Chosen {
  const included: string[] = [];
  const excluded: string[] = [];
  for (const term of termsOf(query) ?? []) {
    const values = term.field === field ? valuesOf(term.operand) : undefined;
    if (values) (term.negated ? excluded : included).push(...values);
  }
  return { included, excluded };
}

/** Returns the query without the terms of the field that it has at its top; `any` takes ranges and wildcards too. */
export function withoutField(query: string, field: string, any = true): string {
  const gone = (termsOf(query) ?? []).filter(
    (term) => term.field === field && (any || valuesOf(term.operand) !== undefined),
  );
  let rest = query;
  for (const { start, end } of gone.reverse())
    rest = `${rest.slice(0, start).trimEnd()} ${rest.slice(end).trimStart()}`;
  return rest
    .replace(/^\s*(?:AND\b|&&)\s*/, '')
    .replace(/\s*(?:\bAND|&&)\s*$/, '')
    .replaceAll(/\b(AND)\s+(?:AND\b\s*)+/g, '$1 ')
    .trim();
}

/** Returns the query with one more term that rows must pass. */
export function withTerm(query: string, term: string): string {
  const trimmed = query.trim();
  if (trimmed === '') return term;
  return termsOf(trimmed) === undefined ? `(${trimmed}) ${term}` : `${trimmed} ${term}`;
}

/** Returns the query with these values of the field, and none beside them. */
export function withChosen(query: string, field: string, { included, excluded }: Chosen): string {
  const list = (values: readonly string[]) => {
    const written = values.map(quoteValue);
    return written.length === 1 ? written[0] : `(${written.join(' OR ')})`;
  };
  let changed = withoutField(query, field, false);
  if (included.length > 0) changed = withTerm(changed, `${quoteField(field)}:${list(included)}`);
  if (excluded.length > 0) changed = withTerm(changed, `-${quoteField(field)}:${list(excluded)}`);
  return changed;
}

/** Returns the query narrowed to one value of a field; null narrows to rows without one. */
export const narrowed = (query: string, field: string, value: FacetValue): string =>
  value === null
    ? withTerm(withoutField(query, field), `-${quoteField(field)}:*`)
    : withChosen(query, field, { included: [String(value)], excluded: [] });
