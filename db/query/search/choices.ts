import type { FieldPath } from '../../../catalog/field-path.ts';
import { joinWords } from '../../../catalog/join-words.ts';
import { nearestName } from '../../../catalog/nearest-name.ts';
import { anyCharacter, anyText, literalText, type Operand, type Pattern } from './ast.ts';
import { SearchError } from './search-error.ts';

type Match = Extract<Operand, { kind: 'match' }>;

/**
 * Resolves a match on a field with enumerated or lower-case values: `failed` means `Failed`, and `ML.P4D*` means `ml.p4d*`. Several matches
 * are alternatives. Throws SearchError if the value is not one of the known ones; values that the provider has added since can be found with
 * a wildcard.
 */
export function resolveMatch({ path, field }: FieldPath, match: Match): Match[] {
  if (field.kind !== 'string') return [match];
  if (field.isLowerCase) return [{ ...match, pattern: lowerCase(match.pattern) }];
  if (!field.values) return [match];
  const text = literalText(match.pattern);
  if (text === undefined) return [match, ...spelledOut(match, field.values)];
  const value = field.values.find((known) => known.toLowerCase() === text.toLowerCase());
  if (value !== undefined) return [{ ...match, pattern: [value] }];
  throw new SearchError(
    `${path} is never ${JSON.stringify(text)}: it can be ${joinWords(field.values, 'or')}`,
    match.offset,
    nearestName(text, field.values),
  );
}

const lowerCase = (pattern: Pattern): Pattern =>
  pattern.map((part) => (typeof part === 'string' ? part.toLowerCase() : part));

/** Returns the values that match a pattern with wildcards, ignoring case. */
function spelledOut(match: Match, values: readonly string[]): Match[] {
  const fits = (flags: string) => {
    const expression = new RegExp(`^${match.pattern.map(source).join('')}$`, flags);
    return values.filter((value) => expression.test(value));
  };
  const exact = new Set(fits(''));
  return fits('i')
    .filter((value) => !exact.has(value))
    .map((value) => ({ ...match, pattern: [value] }));
}

const source = (part: Pattern[number]): string =>
  part === anyText ? '.*' : part === anyCharacter ? '.' : part.replace(/[^\w]/g, '\\$&');
