/** The name at the end of an ARN; AWS writes it there in lower case. */
export const nameOfArn = (arn: string): string => arn.slice(arn.indexOf('/') + 1);

/** A name without the time and the suffix that SDKs append, which siblings share; undefined where it has none. */
export function stemOf(name: string): string | undefined {
  const stem = name.replace(/[-_]?(?:19|20)\d\d[-_]?\d\d[-_]?\d\d(?:[-_T]?\d+)*(?:[-_][0-9a-z]{2,8})?$/i, '');
  const shorter = stem === name ? name.replace(/[-_](?:\d{3,}|[0-9a-f]{6,})(?:[-_]\d+)*$/i, '') : stem;
  return shorter === name || shorter.length < 3 ? undefined : shorter;
}
