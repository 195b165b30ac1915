import type { FlatRow } from './flatten.ts';

/**
 * The key of a `key:value` tag, where the map of the tags holds the tag: keys and values may hold colons, so that the text alone does not
 * tell where the one ends. Undefined where another tag of the same key is in the map, or there is no map.
 */
export const keyOfTag = (tag: string, map: FlatRow['tag_map'] | undefined): string | undefined =>
  Object.keys(map ?? {}).find((key) => tag === `${key}:${map?.[key]}`);
