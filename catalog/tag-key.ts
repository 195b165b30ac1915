import type { FlatRow } from './flatten.ts';

/**
 * Returns the key of a `key:value` tag according to the map of tags, since keys and values may both contain colons. Returns undefined if the
 * map has another tag of the same key, or if there is no map.
 */
export const keyOfTag = (tag: string, map: FlatRow['tag_map'] | undefined): string | undefined =>
  Object.keys(map ?? {}).find((key) => tag === `${key}:${map?.[key]}`);
