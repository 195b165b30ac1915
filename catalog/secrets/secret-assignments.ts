import type { NameMeaning } from './secret-names.ts';
import { isSecretValue, secretOfHeader } from './secret-values.ts';

// Names and values within longer texts: commands, JSON, YAML, connection strings, messages.

/** Returns what a name means, by the rules that apply. */
export type MeaningOf = (name: string) => NameMeaning;

const name = String.raw`(?<name>[A-Za-z_][\w.-]{1,80})`;
/** Up to the same quote with as many backslashes, or to the end of the line if it is missing. */
const quoted = String.raw`(?<quote>\\*["'])(?<quoted>(?:(?!(?<!\\)\k<quote>)[^\r\n]){1,4000})`;
/** Up to white space, a quote, or a separator before another name; or a whole variable or placeholder. */
const bare = String.raw`(?<bare>(?:\$\([^)\n]*\)|\$?\{\{?[^{}\n]*\}\}?|<[^<>\n]*>)(?=[\s"'\\,;&)\]]|$)|(?:[^\s"'\\,;&]|\\(?!["'rnt])|[,;&](?=[^\s"',;&=:{}[\]]+(?:\s|$))){1,500})`;

/** `name=value`, `name: value`, `"name": "value"`, `environ["name"] = "value"`. */
const assignment = new RegExp(
  String.raw`(?<![\w.])${name}(?<sign>\\*["']?\]?\s{0,3}(?:=>|:=|={1,2}|:(?!\/\/))\s{0,3})(?:${quoted}|${bare})`,
  'dg',
);
/** `--name value`, `-name "value"`, and the two as list items: `"--name", "value"`. */
const option = new RegExp(
  String.raw`(?<![\w-])--?${name}(?<sign>\s{1,3}|\\*["']\s{0,3},\s{0,3})(?!-)(?:${quoted}|${bare})`,
  'dg',
);
/** `ENV name value` and `configure set name value`. */
const setting = new RegExp(
  String.raw`\b(?:ENV|ARG|setenv|set|export)\s+${name}(?<sign>\s+)(?:${quoted}|${bare})`,
  'dg',
);
/** `{"name": "x", "value": "y"}`, as Kubernetes and AWS list variables and tags. */
const pair = new RegExp(
  String.raw`\\*["'](?:name|key)\\*["']\s{0,3}:\s{0,3}\\*["']${name}\\*["']\s{0,3},\s{0,3}\\*["']value\\*["']\s{0,3}:\s{0,3}${quoted}`,
  'dgi',
);
/** `<name>value</name>`. */
const element = new RegExp(String.raw`<${name}>(?<bare>[^<]{1,500})<\/`, 'dg');

/** Masks every value whose name says that it is a secret. */
export function maskAssignments(text: string, meaning: MeaningOf, mark: string): string {
  let masked = text;
  if (/[=:]/.test(masked)) masked = replaceSecrets(masked, assignment, meaning, mark);
  if (masked.includes('-')) masked = replaceSecrets(masked, option, meaning, mark);
  if (/\b(?:ENV|ARG|set|setenv|export)\s/.test(masked)) masked = replaceSecrets(masked, setting, meaning, mark);
  if (/value\\*["']/i.test(masked)) masked = replaceSecrets(masked, pair, meaning, mark);
  return masked.includes('</') ? replaceSecrets(masked, element, meaning, mark) : masked;
}

function replaceSecrets(text: string, pattern: RegExp, meaning: MeaningOf, mark: string): string {
  let [replaced, end] = ['', 0];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    const { groups = {}, indices } = found;
    const [from, to] = indices?.groups?.quoted ?? indices?.groups?.bare ?? [0, 0];
    // `...:secret:name` in an ARN is not an assignment.
    const isArn = groups.sign === ':' && text[found.index - 1] === ':';
    const says = isArn ? 'none' : meaning(nameIn(text, found.index, groups.name ?? ''));
    const secret =
      says === 'none'
        ? undefined
        : secretIn(text, {
            from,
            to,
            says,
            quote: groups.quote,
            sign: groups.sign ?? '',
            isField: /;\s?$/.test(text.slice(Math.max(0, found.index - 2), found.index)),
            isLine: /(?:^|\n)[\s-]*$/.test(text.slice(Math.max(0, found.index - 40), found.index)),
          });
    if (!secret) {
      // The value may contain further names and values.
      if (from > found.index) pattern.lastIndex = from;
      continue;
    }
    replaced += text.slice(end, secret.from) + mark;
    end = secret.to;
    pattern.lastIndex = end;
  }
  return end === 0 ? text : replaced + text.slice(end);
}

/** Returns the name with the word before it, which may say that it is no secret: `unexpected token: x`. */
function nameIn(text: string, index: number, found: string): string {
  const before = /([A-Za-z]+) $/.exec(text.slice(Math.max(0, index - 20), index))?.[1];
  return before !== undefined &&
    /^tokens?$/i.test(found) &&
    /^(?:un\w+|illegal|invalid|special|next|end)$/i.test(before)
    ? `${before}_${found}`
    : found;
}

interface Value {
  readonly from: number;
  readonly to: number;
  readonly says: NameMeaning;
  readonly quote: string | undefined;
  readonly sign: string;
  /** Whether the name follows a semicolon, as in connection strings, whose values may contain spaces. */
  readonly isField: boolean;
  /** Whether the name begins its line. */
  readonly isLine: boolean;
}

/** Words that messages use after `password:` or `token:`. */
const verdict =
  /^(?:authentication|denied|does|empty|error|expired|failed|failure|forbidden|has|incorrect|invalid|is|mismatch|missing|must|not|rejected|unauthorized|unknown|valid|was|wrong)$/i;

/** Returns the secret part of a value. */
function secretIn(text: string, value: Value): { from: number; to: number } | undefined {
  const { from, to, says, quote, sign, isField, isLine } = value;
  if (!isSecretValue(text.slice(from, to), says)) return undefined;
  const isQuoted = quote !== undefined;
  // A JSON object or list, which has names of its own.
  if (!isQuoted && sign.includes(':') && /[[{]/.test(text[from] ?? '')) return undefined;
  let [start, end] = [from, to];
  if (quote === "'") end = quotedEnd(text, to);
  if (!isQuoted && isField) end = from + (/^[^;=\r\n"']*(?=;|$)/.exec(text.slice(from))?.[0].length ?? to - from);
  if (!isQuoted) end -= /[)\]}>`]*$/.exec(text.slice(from, end))?.[0].length ?? 0;
  if (says === 'header') {
    if (!isQuoted) end = lineEnd(text, from);
    start += secretOfHeader(text.slice(from, end));
    if (!isQuoted) end = start + (/^\S*/.exec(text.slice(start, end))?.[0].replace(/[\\"',;]+$/, '').length ?? 0);
  }
  const secret = text.slice(start, end);
  if (secret === '' || secret.includes('***masked:') || !isSecretValue(text.slice(from, end), says)) return undefined;
  if (isQuoted || !sign.includes(':')) return { from: start, to: end };
  // In a sentence, a word after a colon is only a word.
  const isWord = /^[A-Za-z]+[.!]?$/.test(secret);
  if (
    isWord &&
    (verdict.test(secret.replace(/\W/, '')) || /^ [A-Za-z]+(?![\w.-]*[=:])/.test(text.slice(end, end + 30)))
  ) {
    return undefined;
  }
  const isWholeLine = isLine && /^\s*(?:[\r\n#]|$)/.test(text.slice(end, end + 40));
  return says !== 'token' || isWholeLine || /\d/.test(secret) || secret.length >= 20
    ? { from: start, to: end }
    : undefined;
}

/** Returns the end of a single-quoted text with embedded quotes: `'it''s'` in SQL and YAML, `'it'\\''s'` in a shell. */
function quotedEnd(text: string, to: number): number {
  let end = to;
  for (;;) {
    const inner = /^'(?:'|\\''|"'"')(?=[^\s,;:)\]}])/.exec(text.slice(end, end + 6))?.[0];
    if (inner === undefined) return end;
    const next = text.indexOf("'", end + inner.length);
    end = next === -1 ? text.length : next;
  }
}

const lineEnd = (text: string, from: number): number => {
  const end = /[\r\n"']/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
};
