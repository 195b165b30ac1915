import { contentHash } from '../../catalog/content-hash.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Completeness } from '../schema.ts';

/** A resource as one call of the API showed it. */
export interface Observation {
  readonly row: FlatRow;
  readonly region: string;
  /**
   * The call that showed it: a describe shows every column, Search all but those that it lacks. A part, such as an event or a
   * manifest, shows only the columns that it holds, and of a resource that is known only what comes of it: its settings are known
   * better. Tags that are null were not read beside it.
   */
  readonly source: 'describe' | 'search' | 'part';
}

/** What is known of a resource before an observation of it is stored. */
export interface KnownRow {
  readonly id: number;
  readonly arn: string;
  readonly created: string;
  readonly modified: string | null;
  readonly content_hash: string;
  readonly search_hash: string;
  readonly completeness: Completeness;
  readonly changed_at: string;
  readonly described_at: string | null;
  readonly deleted_at: string | null;
}

export const allColumns = (type: AnyResourceType): string[] => type.columns.map(({ name }) => name);

export const searchColumns = (type: AnyResourceType): string[] =>
  type.columns
    .filter(({ member }) => member === undefined || !type.search.lacks.includes(member))
    .map(({ name }) => name);

/** The columns that an observation shows; all others keep what they hold. */
export const shownColumns = (type: AnyResourceType, { source, row }: Observation): string[] => {
  if (source === 'part') return outcomeColumns(type).filter((name) => row[name] !== null);
  const shown = source === 'describe' ? allColumns(type) : searchColumns(type);
  return shown.filter((name) => name !== 'tags' || row.tags !== null);
};

/** The columns that a part of a known resource may change. */
const outcomeColumns = (type: AnyResourceType): string[] =>
  type.columns.filter(({ member }) => member === undefined || !type.settings.includes(member)).map(({ name }) => name);

/** The columns that were read at all before: what fills in the others is no change of the resource. */
export function knownColumns(
  type: AnyResourceType,
  known: KnownRow,
  row: { readonly [column: string]: unknown },
): string[] {
  const read = known.described_at === null ? searchColumns(type) : allColumns(type);
  return read.filter((name) => name !== 'tags' || row[name] !== null);
}

/** Whether the fingerprints alone tell that nothing is new. */
export function isUnchanged(type: AnyResourceType, known: KnownRow, { row, source }: Observation): boolean {
  if (source === 'part' || known.deleted_at !== null || row.tags === null) return false;
  if (source === 'search') return contentHash(row, searchColumns(type)) === known.search_hash;
  return known.completeness === 'described' && contentHash(row, allColumns(type)) === known.content_hash;
}

/** What tells resources apart: a deleted job's name, hence its ARN, can be used again. */
export const identityOf = (arn: unknown, created: unknown): string => `${arn} ${created}`;

/**
 * Whether an observation is older than what is known, by the time at which the resource says that it last changed: a recorded
 * answer, an index that lags. It never overwrites.
 */
export const isOlder = (type: AnyResourceType, { row }: Observation, modified: unknown): boolean => {
  const shown = row[type.key.modifiedAt];
  return typeof shown === 'string' && typeof modified === 'string' && shown < modified;
};
