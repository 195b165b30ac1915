import type { ResourceType } from '../api/queries.ts';
import { nounFor } from '../format/noun.ts';

/** What the box is called. */
export const searchLabel = (type: ResourceType): string => `Search ${nounFor(2, type)}`;

/** What stands in the box while it is empty: how a search is written. */
export function searchHint(type: ResourceType): string {
  const { failure, key } = type.presentation;
  const failed = failure ? `${failure.field}:${failure.value} ` : '';
  return `${searchLabel(type)}: ${failed}${key.created_at}:>now-7d`;
}
