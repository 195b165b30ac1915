import { LRUCache } from 'lru-cache';
import type { FlatValue } from '../flatten.ts';
import { type MeaningOf, maskAssignments } from './secret-assignments.ts';
import { mayHoldSecretName, meaningOf } from './secret-names.ts';
import { type SecretPattern, secretPatterns } from './secret-patterns.ts';
import { isSecretValue, secretOfHeader } from './secret-values.ts';

export interface MaskingRules {
  /** Additional forms of credentials. */
  readonly patterns?: readonly SecretPattern[];
  /** Additional names whose values are secrets. */
  readonly secretNames?: readonly RegExp[];
  /** Names whose values are never masked. */
  readonly publicNames?: readonly RegExp[];
  /** Names of disabled rules, e.g. `url-password`; `secret-name` is the rule that goes by names. */
  readonly disabled?: readonly string[];
}

/** Masks the secrets in a text or in a whole value. Equal input gives equal output, and masking twice changes nothing. */
export interface Masker {
  /** Masks a value without a name of its own. */
  value(value: FlatValue): FlatValue;
  /** Masks a text, given the name of its field. */
  text(text: string, name?: string): string;
}

/** Replaces a secret: names the rule that matched, and reveals nothing of the secret. */
const opening = '***masked:';
const mark = (rule: string): string => `${opening}${rule}***`;
const marks = /\*\*\*masked:[\w-]+\*\*\*/;
const byNameMark = mark('secret-name');

/** The minimum length of a text with a name, a sign and a secret. */
const shortest = 6;
/** About a megabyte of text. */
const maxCached = 8192;

/** Returns a masker with sagecat's rules and the given ones. */
export function createMasker(rules: MaskingRules = {}): Masker {
  const disabled = new Set(rules.disabled);
  const maskForms = formMasker(
    [...secretPatterns, ...(rules.patterns ?? [])].filter(({ name }) => !disabled.has(name)),
  );
  const meaning = disabled.has('secret-name') ? () => 'none' as const : meaningBy(rules);
  const isPublic = (name: string) => rules.publicNames?.some((pattern) => matches(pattern, name)) ?? false;

  // Texts without secrets: a crawl sees most of them repeatedly, and each at least twice.
  const clean = new LRUCache<string, true>({ max: maxCached });
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
    if (masked === given && given.length <= 256) clean.set(given, true);
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

/** Returns what names mean by the configuration's rules and sagecat's own. */
function meaningBy({ secretNames, publicNames }: MaskingRules): MeaningOf {
  if (!secretNames && !publicNames) return meaningOf;
  return (name) => {
    if (publicNames?.some((pattern) => matches(pattern, name))) return 'none';
    return secretNames?.some((pattern) => matches(pattern, name)) ? 'password' : meaningOf(name);
  };
}

/**
 * Returns a function that replaces the matches of the patterns. One combined expression first tests whether any could match, since most
 * texts match none.
 */
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

/** Returns a pattern that is global and reports the positions of its groups. */
const globalWithPlaces = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags.replace(/[dgy]/g, '')}dg`);

/** For values that are masked already, and for configurations with `mask: false`. */
export const noMasking: Masker = { value: (value) => value, text: (text) => text };

type MaskValue = (given: FlatValue, name?: string) => FlatValue;

/** Names without a meaning of their own: the name above them tells what they contain. */
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
    // {"name": "DB_PASSWORD", "value": ...}, as in Kubernetes and in tags.
    const by = generic.test(name) ? (typeof named === 'string' ? named : (above ?? name)) : name;
    const key = name.length < 16 ? name : text(name);
    const masked = typeof inner === 'string' ? text(inner, by) : value(inner, by);
    if (key !== name) isRenamed = true;
    if (key !== name || masked !== inner) isSame = false;
    return [key, masked];
  });
  if (isSame) return given;
  // fromEntries instead of assignment, since a key may be `__proto__`.
  return Object.fromEntries(isRenamed ? entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : entries);
}

/** In a command line, the value of `--password` is the next argument; lists under a secret's name contain secrets. */
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

/** Replaces the matches of a pattern, or only its group `secret`. */
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

/** A global pattern remembers its last position, so it is reset before each test of a name. */
function matches(pattern: RegExp, name: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(name);
}

/** Returns the paths of all masked texts within a value, e.g. `hyper_parameters.hf_token` or `container_arguments[2]`. */
export function maskedPaths(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value.includes(opening) && marks.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => maskedPaths(item, `${path}[${index}]`));
  return Object.entries(value).flatMap(([name, inner]) => maskedPaths(inner, path === '' ? name : `${path}.${name}`));
}
