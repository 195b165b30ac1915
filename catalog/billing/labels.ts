/** What the usage of a job can be attributed to: a row of `billing_job`. */
export interface Labels {
  readonly account_id: string;
  readonly role_arn: string | null;
  /** The training image, or the algorithm resource used instead. */
  readonly algorithm: string | null;
  readonly experiment: string | null;
  readonly tuning_job_arn: string | null;
  /** Values by key. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Returns the values of tags by key. A tag is `key:value`, and both may contain colons (`git:commit:1f3a`, `url:https://x`), so it is
 * listed under every possible key; a lookup by the real key is then always right. If two tags may have the same key, the one with fewer
 * possible keys gets it.
 */
export function tagValues(tags: readonly string[]): Record<string, string> {
  const entries = tags
    .map(splits)
    .toSorted((a, b) => b.length - a.length)
    .flat();
  // fromEntries, not assignment: a key may be `__proto__`.
  return Object.fromEntries(entries);
}

/** Longest key and value that AWS allows, in characters. */
const maxKeyLength = 128;
const maxValueLength = 256;

/** Returns every way to split a tag into key and value; none without a colon. */
function splits(tag: string): [key: string, value: string][] {
  const found: [string, string][] = [];
  for (let at = tag.indexOf(':'); at >= 0 && at <= maxKeyLength; at = tag.indexOf(':', at + 1)) {
    const [key, value] = [tag.slice(0, at), tag.slice(at + 1)];
    if (key !== '' && value.length <= maxValueLength) found.push([key, value]);
  }
  return found;
}
