/** A rule that says to whom resources belong. Conditions that are given must all hold; one of `owner`, `tags`, `captures` and `lookup` says who it is. */
export interface OwnershipRule {
  readonly name: string;
  /** Accounts that the rule is about; all where absent. */
  readonly accounts?: readonly string[] | undefined;
  /** Regular expressions, in the syntax that JavaScript and PostgreSQL share, of the role's ARN and of the resource's name. */
  readonly role?: string | undefined;
  readonly resource?: string | undefined;
  readonly owner?: string | undefined;
  /** Keys of tags; the value of the first that a resource has is its owner. */
  readonly tags?: readonly string[] | undefined;
  /** Whose first group is the owner. */
  readonly captures?: 'role' | 'resource' | undefined;
  readonly lookup?: OwnerLookup | undefined;
}

/** Owners by the exact value of a field. */
export interface OwnerLookup {
  readonly field: LookupField;
  readonly owners: ReadonlyMap<string, string>;
}

/** A field by which a file names owners. */
export type LookupField = 'account_id' | 'role_arn' | 'name' | `tags.${string}`;

/** The part of a pattern that is the owner. */
export const ownerPlace = '{owner}';

/**
 * Returns a pattern as a regular expression: `*` stands for any text, `?` for one character, and `{owner}` for the shortest text without `/`
 * and `:`, which becomes the first group.
 */
export const patternExpression = (pattern: string): string =>
  `^${pattern
    .split(/(\{owner\}|[*?])/)
    .map((part) => {
      if (part === ownerPlace) return '([^/:]+?)';
      return part === '*' ? '.*' : part === '?' ? '.' : part.replace(/[^\p{L}\p{N}_]/gu, '\\$&');
    })
    .join('')}$`;
