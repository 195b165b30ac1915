/**
 * A rule that decides who owns resources. All given conditions must hold; exactly one of `owner`, `tags`, `captures` and `lookup` gives the
 * owner.
 */
export interface OwnershipRule {
  readonly name: string;
  /** The accounts that the rule applies to; all if absent. */
  readonly accounts?: readonly string[] | undefined;
  /** Regular expressions for the role's ARN and the resource's name, in the syntax that JavaScript and PostgreSQL share. */
  readonly role?: string | undefined;
  readonly resource?: string | undefined;
  readonly owner?: string | undefined;
  /** Keys of tags; the owner is the value of the first that a resource has. */
  readonly tags?: readonly string[] | undefined;
  /** The expression whose first group is the owner. */
  readonly captures?: 'role' | 'resource' | undefined;
  readonly lookup?: OwnerLookup | undefined;
}

/** Owners by the exact value of a field. */
export interface OwnerLookup {
  readonly field: LookupField;
  readonly owners: ReadonlyMap<string, string>;
}

/** A field of a file of owners. */
export type LookupField = 'account_id' | 'role_arn' | 'name' | `tags.${string}`;

/** The placeholder for the owner in a pattern. */
export const ownerPlace = '{owner}';

/**
 * Returns a pattern as a regular expression: `*` matches any text, `?` one character, and `{owner}` the shortest text without `/` and `:`,
 * as the first group.
 */
export const patternExpression = (pattern: string): string =>
  `^${pattern
    .split(/(\{owner\}|[*?])/)
    .map((part) => {
      if (part === ownerPlace) return '([^/:]+?)';
      return part === '*' ? '.*' : part === '?' ? '.' : part.replace(/[^\p{L}\p{N}_]/gu, '\\$&');
    })
    .join('')}$`;
