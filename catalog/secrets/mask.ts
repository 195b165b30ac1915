import type { FlatValue } from '../flatten.ts';
import { type Meaning, maskAssignments } from './secret-assignments.ts';
import { mayHoldSecretName, meaningOf } from './secret-names.ts';
import { type SecretPattern, secretPatterns } from './secret-patterns.ts';
import { isSecretValue, secretOfHeader } from './secret-values.ts';

export interface MaskingRules {
  /** Further forms of credentials. */
  readonly patterns?: readonly SecretPattern[];
  /** Further names whose values are secrets. */
  readonly secretNames?: readonly RegExp[];
  /** Names whose values are never masked. */
  readonly publicNames?: readonly RegExp[];
  /** Names of rules that do not apply, e.g. `url-password`; `secret-name` is the one that goes by names. */
  readonly disabled?: readonly string[];
}

/** Takes the secrets out of a text or out of a whole value. The same input always gives the same output, and a masked one stays as it is. */
export interface Masker {
  /** A value that has no name of its own. */
  value(value: FlatValue): FlatValue;
  /** A text, and the name that it stands under. */
  text(text: string, name?: string): string;
}

/** What takes the place of a secret: tells the rule that found it, and nothing of the secret. */
const opening = '***masked:';
const mark = (rule: string): string => `${opening}${rule}***`;
const marks = /\*\*\*masked:[\w-]+\*\*\*/;
const byNameMark = mark('secret-name');

/** No shorter text holds a name, a sign and a secret. */
const shortest = 6;
/** About a megabyte of texts. */
const maxCached = 8192;

/** A masker by the rules that come with sagecat and those given. */
export function createMasker(rules: MaskingRules = {}): Masker {
  const disabled = new Set(rules.disabled);
  const maskForms = formMasker(
    [...secretPatterns, ...(rules.patterns ?? [])].filter(({ name }) => !disabled.has(name)),
  );
  const meaning = disabled.has('secret-name') ? () => 'none' as const : meaningBy(rules);
  const isPublic = (name: string) => rules.publicNames?.some((pattern) => matches(pattern, name)) ?? false;

  // Texts without secrets: a crawl sees the same ones very often, and each at least twice.
  const clean = new Set<string>();
  const text = (given: string, name?: string): string => {
    if (name !== undefined) {
      if (isPublic(name)) return given;
      const says = meaning(name);
      if (says !== 'none' && !marks.test(given) && isSecretValue(given, says)) {
        return says === 'header' ? given.slice(0, secretOfHeader(given)) + byNameMark : byNameMark;
      }
    }
    if (given.length < shortest || clean.has(given)) return given;
    const formless = maskForms(given);
    const mayName = rules.secretNames !== undefined || mayHoldSecretName.test(formless);
    const masked = mayName ? maskAssignments(formless, meaning, byNameMark) : formless;
    if (masked === given && given.length <= 256) {
      if (clean.size >= maxCached) clean.clear();
      clean.add(given);
    }
    return masked;
  };
  const value = (given: FlatValue, name?: string): FlatValue => {
    if (typeof given === 'string') return text(given, name);
    if (Array.isArray(given)) return keepIfSame(given, maskList(given, text, value, name));
    if (typeof given === 'number' || typeof given === 'bigint') {
      return name !== undefined && meaning(name) === 'password' && isSecretValue(String(given), 'password')
        ? byNameMark
        : given;
    }
    if (typeof given !== 'object' || given === null) return given;
    return maskObject(given, text, value, name);
  };
  return { value: (given) => value(given), text };
}

/** What names mean by the rules of a configuration and sagecat's own. */
function meaningBy({ secretNames, publicNames }: MaskingRules): Meaning {
  if (!secretNames && !publicNames) return meaningOf;
  return (name) => {
    if (publicNames?.some((pattern) => matches(pattern, name))) return 'none';
    return secretNames?.some((pattern) => matches(pattern, name)) ? 'password' : meaningOf(name);
  };
}

/** Replaces what the patterns find. One look at a text tells whether any of them may find something: most texts hold none. */
function formMasker(patterns: readonly SecretPattern[]): (text: string) => string {
  const all = patterns.map((rule) => ({
    rule: { ...rule, pattern: globalWithPlaces(rule.pattern) },
    mayMatch: new RegExp(rule.hint ?? atWordStart(rule.start ?? '')),
  }));
  const starts = patterns.flatMap(({ start }) => start ?? []);
  const hints = patterns.flatMap(({ start, hint = start === undefined ? '' : undefined }) => hint ?? []);
  const anyMayMatch = new RegExp(
    [...(starts.length > 0 ? [atWordStart(starts.join('|'))] : []), ...new Set(hints)].join('|'),
  );
  return (text) => {
    if (!anyMayMatch.test(text)) return text;
    let masked = text;
    for (const { rule, mayMatch } of all) if (mayMatch.test(masked)) masked = replace(masked, rule);
    return masked;
  };
}

const atWordStart = (source: string): string => (source === '' ? '' : String.raw`(?<![A-Za-z\d])(?:${source})`);

/** A pattern that tells the places of its groups, global whatever it was given as. */
const globalWithPlaces = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags.replace(/[dgy]/g, '')}dg`);

/** For what is masked already, and for those who want to keep what they have. */
export const noMasking: Masker = { value: (value) => value, text: (text) => text };

type MaskValue = (given: FlatValue, name?: string) => FlatValue;

/** Names that say nothing of their own: the name above them tells what they hold. */
const generic = /^(?:value|default|data|text|plaintext|content|current)$/i;

function maskObject(
  given: { [name: string]: FlatValue },
  text: Masker['text'],
  value: MaskValue,
  above: string | undefined,
): FlatValue {
  const named = given.name ?? given.key ?? given.Name ?? given.Key;
  let isRenamed = false;
  let isSame = true;
  const entries = Object.entries(given).map(([name, inner]): [string, FlatValue] => {
    // {"name": "DB_PASSWORD", "value": ...}: of Kubernetes, and of tags.
    const by = generic.test(name) ? (typeof named === 'string' ? named : (above ?? name)) : name;
    const key = name.length < 16 ? name : text(name);
    const masked = typeof inner === 'string' ? text(inner, by) : value(inner, by);
    if (key !== name) isRenamed = true;
    if (key !== name || masked !== inner) isSame = false;
    return [key, masked];
  });
  if (isSame) return given;
  // Maps are written by key. fromEntries, not assignment: a key may be `__proto__`.
  return Object.fromEntries(isRenamed ? entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : entries);
}

/** In a command line, the value of `--password` is the argument after it; lists under a secret's name hold secrets. */
function maskList(
  list: readonly FlatValue[],
  text: Masker['text'],
  value: MaskValue,
  name: string | undefined,
): FlatValue[] {
  return list.map((item, index) => {
    if (typeof item !== 'string') return value(item, name);
    if (item.startsWith('-')) return text(item);
    const [before, earlier] = [list[index - 1], list[index - 2]];
    if (typeof before !== 'string') return text(item, name);
    if (/^(?:-u|--user)$/.test(before) && list.some((one) => /\b(?:curl|wget)$/.test(String(one))))
      return text(`curl ${before} ${item}`).slice(before.length + 6);
    const option = /^--?([A-Za-z][\w.-]*)$/.exec(before)?.[1];
    // `aws configure set NAME VALUE`.
    return text(item, option ?? (earlier === 'set' ? before : name));
  });
}

const keepIfSame = <T extends FlatValue[]>(given: T, masked: FlatValue[]): FlatValue[] =>
  masked.every((item, index) => item === given[index]) ? given : masked;

/** Replaces what a pattern finds, or only its group `secret`. */
function replace(text: string, { name, pattern, accepts }: SecretPattern): string {
  let replaced = '';
  let end = 0;
  for (const { 0: found, index, groups = {}, indices } of text.matchAll(pattern)) {
    const [from, to] = indices?.groups?.secret ?? [index, index + found.length];
    if (from === to || marks.test(text.slice(from, to)) || accepts?.(groups) === false) continue;
    replaced += text.slice(end, from) + mark(name);
    end = to;
  }
  return end === 0 ? text : replaced + text.slice(end);
}

/** A global pattern remembers where it stopped; a name is always looked at from its beginning. */
function matches(pattern: RegExp, name: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(name);
}

/** The paths of all texts below a value that hold a mark, e.g. `hyper_parameters.hf_token` or `container_arguments[2]`. */
export function maskedPaths(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.includes(opening) && marks.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => maskedPaths(item, `${path}[${index}]`));
  return Object.entries(value).flatMap(([name, inner]) => maskedPaths(inner, path === '' ? name : `${path}.${name}`));
}
