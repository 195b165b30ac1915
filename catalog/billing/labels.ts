/** What a job's use can be attributed to: a row of `billing_job`. */
export interface Labels {
  readonly account_id: string;
  readonly role_arn: string | null;
  /** The training image, or the algorithm resource that was used in its place. */
  readonly algorithm: string | null;
  readonly experiment: string | null;
  readonly tuning_job_arn: string | null;
  /** Values by key. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Values of tags by key. The catalog keeps a tag as `key:value`, and both may hold colons (`git:commit:1f3a`, `url:https://x`), so a
 * tag is listed under every key that it may have: asked for any real key, the answer is right. Where two tags claim a key, the one
 * with fewer ways to be read has it.
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

/** Every way to read a tag as a key and a value; none where it has no colon. */
function splits(tag: string): [key: string, value: string][] {
  const found: [string, string][] = [];
  for (let at = tag.indexOf(':'); at >= 0 && at <= maxKeyLength; at = tag.indexOf(':', at + 1)) {
    const [key, value] = [tag.slice(0, at), tag.slice(at + 1)];
    if (key !== '' && value.length <= maxValueLength) found.push([key, value]);
  }
  return found;
}
