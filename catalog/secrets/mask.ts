import type { FlatValue } from '../flatten.ts';
import { isHarmlessValue, isSecretName, mayHoldSecretName } from './secret-names.ts';
import { type SecretPattern, secretPatterns } from './secret-patterns.ts';

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

/** `name=value`, `name: value` and `"name": "value"` within a longer text, and `--name value` of a command line. */
const assignment =
  /(?<name>[A-Za-z][\w.-]{1,80})(?<sign>\\?["']?\s{0,3}(?:=|:(?!\/\/))\s{0,3})(?<quote>\\?["'])?(?<value>[^\s"'\\,;&|()<>{}[\]]{6,500})/g;
const option = /(?<![\w-])--(?<name>[A-Za-z][\w-]{1,80})(?<sign>\s{1,3})(?<value>[^\s"'-][^\s"']{5,500})/g;

/** A masker by the rules that come with sagecat and those given. */
export function createMasker(rules: MaskingRules = {}): Masker {
  const disabled = new Set(rules.disabled);
  const patterns = [...secretPatterns, ...(rules.patterns ?? [])]
    .filter(({ name }) => !disabled.has(name))
    // With the places of its groups, and global whatever it was given as.
    .map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern, `${rule.pattern.flags.replace(/[dgy]/g, '')}dg`) }));
  const mayMatch = anyHint(patterns);
  const byName = !disabled.has('secret-name');
  const isPublic = (name: string) => rules.publicNames?.some((pattern) => matches(pattern, name)) ?? false;
  const isSecret = (name: string) =>
    byName && (isSecretName(name) || (rules.secretNames?.some((pattern) => matches(pattern, name)) ?? false));

  const assigned = (found: string, ...args: unknown[]): string => {
    const { name = '', value = '' } = args.at(-1) as Record<string, string | undefined>;
    if (!isSecret(name) || isPublic(name) || isHarmlessValue(value) || marks.test(value)) return found;
    return `${found.slice(0, -value.length)}${mark('secret-name')}`;
  };
  const text = (given: string, name?: string): string => {
    if (name !== undefined) {
      if (isPublic(name)) return given;
      if (isSecret(name) && !isHarmlessValue(given) && !marks.test(given)) return mark('secret-name');
    }
    let masked = given;
    if (given.length < 8) return given;
    if (mayMatch.test(given)) {
      for (const { name: rule, pattern, hints } of patterns) {
        if (!hints || hints.some((hint) => given.includes(hint))) masked = replace(masked, pattern, mark(rule));
      }
    }
    if (!byName || !(rules.secretNames || mayHoldSecretName.test(masked))) return masked;
    if (/[=:]/.test(masked)) masked = masked.replace(assignment, assigned);
    return masked.includes('--') ? masked.replace(option, assigned) : masked;
  };
  const value = (given: FlatValue): FlatValue => {
    if (typeof given === 'string') return text(given);
    if (Array.isArray(given)) return keepIfSame(given, maskList(given, text, value));
    if (typeof given !== 'object' || given === null) return given;
    const changed: [string, FlatValue][] = [];
    for (const name in given) {
      const inner = given[name] ?? null;
      const masked = typeof inner === 'string' ? text(inner, name) : value(inner);
      if (masked !== inner) changed.push([name, masked]);
    }
    // fromEntries, not assignment: a key may be `__proto__`.
    return changed.length === 0 ? given : Object.fromEntries([...Object.entries(given), ...changed]);
  };
  return { value, text };
}

/** What a text must hold for any of the patterns to find something in it: one look instead of one for every hint. */
function anyHint(patterns: readonly SecretPattern[]): RegExp {
  const hints = patterns.flatMap(({ hints = [''] }) => hints);
  return new RegExp(hints.map((hint) => hint.replace(/[^\w ]/g, '\\$&')).join('|'));
}

/** For what is masked already, and for those who want to keep what they have. */
export const noMasking: Masker = { value: (value) => value, text: (text) => text };

/** In a command line, the value of `--password` is the argument after it. */
function maskList(list: readonly FlatValue[], text: Masker['text'], value: Masker['value']): FlatValue[] {
  return list.map((item, index) => {
    if (typeof item !== 'string') return value(item);
    const before = list[index - 1];
    const option = typeof before === 'string' ? /^--?([A-Za-z][\w-]*)$/.exec(before)?.[1] : undefined;
    return item.startsWith('-') ? text(item) : text(item, option);
  });
}

const keepIfSame = <T extends FlatValue[]>(given: T, masked: FlatValue[]): FlatValue[] =>
  masked.every((item, index) => item === given[index]) ? given : masked;

/** Replaces what a pattern finds, or only its group `secret`. */
function replace(text: string, pattern: RegExp, by: string): string {
  let replaced = '';
  let end = 0;
  for (const { 0: found, index, groups, indices } of text.matchAll(pattern)) {
    const [from, to] = indices?.groups?.secret ?? [index, index + found.length];
    if (from === to || (groups?.secret !== undefined && marks.test(groups.secret))) continue;
    replaced += text.slice(end, from) + by;
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
