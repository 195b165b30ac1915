import type { FlatRow, FlatValue } from '../flatten.ts';
import type { ResourceSchema } from '../resource-schema.ts';
import { keyOfTag } from '../tag-key.ts';
import type { Masker } from './mask.ts';

/** The masker of each masked row, so that a row is not masked twice. */
const maskedBy = new WeakMap<object, Masker>();

/** Returns the row with its secrets masked. The columns that identify the resource are never masked. */
export function maskRow<Row extends Partial<FlatRow>>(type: ResourceSchema, row: Row, masker: Masker): Row {
  if (maskedBy.get(row) === masker) return row;
  const untouched = new Set<string | undefined>(['account_id', 'tags', 'tag_map', ...Object.values(type.key)]);
  const masked = maskMembers(row as Record<string, FlatValue>, untouched, masker);
  const tags = row.tags?.map((tag) => maskTag(tag, keyOfTag(tag, row.tag_map) ?? tag.split(':', 1)[0] ?? '', masker));
  if (tags?.some((tag, index) => tag !== row.tags?.[index])) masked.push(['tags', tags]);
  const values = Object.entries(row.tag_map ?? {}).map(
    ([key, value]) => [key, maskTagValue(key, value, masker)] as const,
  );
  if (values.some(([key, value]) => value !== row.tag_map?.[key])) masked.push(['tag_map', Object.fromEntries(values)]);
  const result = masked.length === 0 ? row : { ...row, ...Object.fromEntries(masked) };
  maskedBy.set(result, masker);
  return result;
}

/** Masks a tag's value according to the tag's key. */
export const maskTagValue = (key: string, value: string, masker: Masker): string => masker.text(value, key);

function maskTag(tag: string, key: string, masker: Masker): string {
  if (!tag.startsWith(`${key}:`)) return tag;
  return `${key}:${maskTagValue(key, tag.slice(key.length + 1), masker)}`;
}

function maskMembers(
  members: Readonly<Record<string, FlatValue>>,
  untouched: ReadonlySet<string | undefined>,
  masker: Masker,
): [string, FlatValue][] {
  const masked: [string, FlatValue][] = [];
  for (const name in members) {
    if (untouched.has(name)) continue;
    const value = members[name] ?? null;
    const result = typeof value === 'string' ? masker.text(value, name) : masker.value(value);
    if (result !== value) masked.push([name, result]);
  }
  return masked;
}
