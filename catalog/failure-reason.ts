import type { AnyResourceType } from './resource-types.ts';

/** A resource type that defines how failures are recognized. */
export type FailingType = AnyResourceType & Required<Pick<AnyResourceType, 'failure'>>;

export const canFail = (type: AnyResourceType): type is FailingType => type.failure !== undefined;

/** The parts that vary between failures of one kind, with their placeholders, in the order of application. */
const variable: readonly (readonly [RegExp, string])[] = [
  [/\barn:aws[\w-]*:[^\s"'`<>()[\]{},;]+/g, '<arn>'],
  [/\b(?:s3|https?):\/\/[^\s"'`<>()[\]{},;]+/gi, '<url>'],
  [/\b\d{12}\.dkr\.ecr\.[^\s"'`<>()[\]{},;]+/g, '<image>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/\b0x[0-9a-f]+\b/gi, '<address>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, '<ip>'],
  // Resource numbers such as i-0abc12de34f, and hashes: eight or more of 0-9a-f with a digit among them.
  [/\b(?:[a-z]{1,8}-)?(?=[0-9a-f]*\d)[0-9a-f]{8,}\b/gi, '<id>'],
  // A number on its own or at the end of a word (algo-1, epoch12), but not before letters: 16 GB and 32 GB become equal, p4d stays.
  [/(?<![\w.])[-+]?\d[\d,_]*(?:\.\d+)?(?:e[-+]?\d+)?/gi, '<n>'],
  [/(?<=[A-Za-z]{3}|[A-Za-z][-_])\d+(?=\b|_)/g, '<n>'],
];

/**
 * Returns a failure reason without the parts that vary between jobs (numbers, identifiers, hashes, addresses, times), so that failures of one
 * kind can be counted: `rank 3 of 64 died` and `rank 7 of 8 died` both become `rank <n> of <n> died`.
 */
export function normalizeReason(reason: string): string {
  const oneLine = reason.replace(/\s+/g, ' ').trim();
  return variable.reduce((text, [pattern, name]) => text.replace(pattern, name), oneLine);
}
