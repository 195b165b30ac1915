import type { FlatRow } from '../flatten.ts';
import { keyOfTag } from '../tag-key.ts';
import type { FormattedObject } from './translate.ts';

/**
 * The catalog keeps tags as `key:value`, and keys may hold colons. These prefixes are known to be followed by so many more
 * words of the key; every other key is taken to end at the first colon.
 */
const prefixes: readonly [RegExp, number][] = [
  [/^aws:[a-z0-9-]+:/, 3],
  [/^aws:/, 2],
  [/^sagemaker:/, 2],
];

/** Splits a `key:value` tag, with the help of the map of tags if there is one. Joined with a colon, the parts are the tag again. */
export function splitTag(tag: string, map?: FlatRow['tag_map']): { key: string; value: string } {
  const known = keyOfTag(tag, map);
  if (known !== undefined) return { key: known, value: tag.slice(known.length + 1) };
  const words = prefixes.find(([prefix]) => prefix.test(tag))?.[1] ?? 1;
  let end = -1;
  for (let word = 0; word < words; word++) {
    const next = tag.indexOf(':', end + 1);
    if (next === -1) break;
    end = next;
  }
  return end === -1 ? { key: tag, value: '' } : { key: tag.slice(0, end), value: tag.slice(end + 1) };
}

/** Returns whether a tag's key starts with `aws:`: only AWS sets such tags. */
export const isReserved = (tag: string): boolean => tag.toLowerCase().startsWith('aws:');

/** Returns the catalog paths of the tags that only AWS sets. */
export const reservedTags = (tags: readonly string[] | null): string[] =>
  (tags ?? []).filter(isReserved).map((tag) => `tags[${tag}]`);

/** Returns tags as ACK's list of key and value. */
export const tagList = (tags: readonly string[], map?: FlatRow['tag_map']): FormattedObject[] =>
  tags.map((tag) => ({ ...splitTag(tag, map) }));

/** Returns tags as Terraform's map. */
export const tagMap = (tags: readonly string[], map?: FlatRow['tag_map']): FormattedObject =>
  Object.fromEntries(tags.map((tag) => splitTag(tag, map)).map(({ key, value }) => [key, value]));
