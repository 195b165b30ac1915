import type { FormattedObject, FormattedValue } from './translate.ts';

// Writes HCL native syntax, https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. There are no templates: `${` and
// `%{` in strings are escaped, and there are no heredocs.

/** `name = value` in a body. */
export interface Attribute {
  readonly name: string;
  readonly value: FormattedValue | Expression;
}

/** `type "label" { ... }` in a body. */
export interface Block {
  readonly type: string;
  readonly labels?: readonly string[];
  /** Attributes are written before blocks. */
  readonly body: readonly (Attribute | Block)[];
}

/** Text that is HCL already, such as a reference to a resource. */
export class Expression {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Returns a file of blocks, comments first. */
export function writeHcl(blocks: readonly Block[], comments: readonly string[] = []): string {
  return [comments.map((line) => `# ${line}\n`).join(''), ...blocks.map((block) => `${writeBlock(block, '')}\n`)]
    .filter((part) => part !== '')
    .join('\n');
}

function writeBlock({ type, labels = [], body }: Block, indent: string): string {
  const head = [type, ...labels.map(quote), '{'].join(' ');
  if (body.length === 0) return `${indent}${head}\n${indent}}`;
  const inner = `${indent}  `;
  const attributes = body.filter((part) => 'name' in part);
  const blocks = body.filter((part) => 'type' in part).map((part) => `${writeBlock(part, inner)}\n`);
  const arguments_ = writeLines(
    attributes.map(({ name, value }) => [name, writeValue(value, inner)]),
    inner,
  );
  return `${indent}${head}\n${[arguments_, ...blocks].filter((part) => part !== '').join('\n')}${indent}}`;
}

/** Returns lines of `name = value`, with the signs of neighbouring lines aligned as by `terraform fmt`. */
function writeLines(lines: readonly (readonly [string, string])[], indent: string): string {
  const isLong = ([, value]: readonly [string, string]) => value.includes('\n');
  let width = 0;
  return lines
    .map((line, index) => {
      if (index === 0 || isLong(line) || isLong(lines[index - 1] ?? line)) {
        const end = lines.findIndex((other, place) => place >= index && isLong(other));
        const group = isLong(line) ? [line] : lines.slice(index, end === -1 ? undefined : end);
        width = Math.max(...group.map(([name]) => name.length));
      }
      return `${indent}${line[0].padEnd(width)} = ${line[1]}\n`;
    })
    .join('');
}

function writeValue(value: FormattedValue | Expression, indent: string): string {
  if (value instanceof Expression) return value.text;
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    if (value.every((item) => typeof item !== 'object'))
      return `[${value.map((item) => writeValue(item, '')).join(', ')}]`;
    return `[\n${value.map((item) => `${inner}${writeValue(item, inner)},\n`).join('')}${indent}]`;
  }
  return writeObject(value, indent);
}

function writeObject(value: FormattedObject, indent: string): string {
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, held]) => [writeKey(key), writeValue(held, `${indent}  `)] as const);
  return `{\n${writeLines(lines, `${indent}  `)}${indent}}`;
}

/** Quotes a key, unless it is a plain word that neither starts a `for` expression nor is a constant. */
const writeKey = (key: string): string =>
  /^[a-z][a-z0-9_]*$/.test(key) && !['for', 'true', 'false', 'null'].includes(key) ? key : quote(key);

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Returns a quoted string with exactly the text. Invisible characters are escaped. */
export function quote(text: string): string {
  const escaped = text
    .replace(/[\\"\n\r\t]/g, (character) => escapes[character] ?? character)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, numbered)
    .replace(/[$%](?=\{)/g, '$&$&');
  return `"${escaped}"`;
}

function numbered(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** Returns a valid label of a block: a letter or underscore, then letters, digits, hyphens and underscores. */
export const identifier = (name: string): string => {
  const safe = name.replace(/[^A-Za-z0-9_-]/g, '_');
  return /^[A-Za-z_]/.test(safe) ? safe : `job-${safe}`;
};
