import { contentHash, fingerprint } from '../../catalog/content-hash.ts';
import type { Fields } from '../../catalog/fields.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { CatalogRow } from '../../catalog/resource-schema.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Completeness } from '../schema.ts';

/** A resource as one API call returned it. */
export interface Observation {
  readonly row: FlatRow;
  readonly region: string;
  /**
   * The source: a describe has every column, Search all but those that it lacks. A part, such as an event or a manifest, has only its
   * own columns, and of a known resource updates only the outcomes, since the settings are known better. Null tags were not read with
   * it.
   */
  readonly source: 'describe' | 'search' | 'part';
  /**
   * When the service was asked, if the answer is about that moment, as of a describe. A recording, an index or an event proves only that
   * the resource existed when it last changed.
   */
  readonly askedAt?: Date | undefined;
}

/** What is known of a resource before an observation of it is stored. */
export interface KnownRow {
  readonly id: number;
  readonly arn: string;
  readonly created: string;
  readonly modified: string | null;
  readonly tags: readonly string[] | null;
  readonly tag_map: FlatRow['tag_map'];
  readonly content_hash: string;
  readonly search_hash: string;
  readonly completeness: Completeness;
  readonly changed_at: string;
  readonly described_at: string | null;
  readonly deleted_at: string | null;
  readonly settled: boolean;
}

export const allColumns = (type: AnyResourceType): string[] => type.columns.map(({ name }) => name);

export const searchColumns = (type: AnyResourceType): string[] =>
  type.columns.filter(({ member }) => member === undefined || !isMissingInSearch(type, member)).map(({ name }) => name);

/** Returns the columns that only a describe returns. */
export const describeOnlyColumns = (type: AnyResourceType): string[] =>
  type.columns.filter(({ member }) => member !== undefined && isMissingInSearch(type, member)).map(({ name }) => name);

const isMissingInSearch = ({ search }: AnyResourceType, member: string): boolean =>
  search?.missingMembers.includes(member) ?? false;

/** Tags in both their forms. A call of their own reads them, and the hashes do not include them. */
const tagColumns: ReadonlySet<string> = new Set(['tags', 'tag_map']);

/** Returns the columns that an observation has; all others keep their values. */
export const observedColumns = (type: AnyResourceType, { source, row }: Observation): string[] => {
  if (source === 'part') return outcomeColumns(type).filter((name) => row[name] !== null);
  const shown = source === 'describe' ? allColumns(type) : searchColumns(type);
  return row.tags === null ? shown.filter((name) => !tagColumns.has(name)) : shown;
};

/** Returns the columns that a part of a known resource may change. */
const outcomeColumns = (type: AnyResourceType): string[] =>
  type.columns.filter(({ member }) => member === undefined || !type.settings.includes(member)).map(({ name }) => name);

/**
 * Returns the columns that have been read before: filling in the others is not a change of the resource. The map of tags repeats the
 * tags, and is not compared separately.
 */
export function knownColumns(
  type: AnyResourceType,
  known: KnownRow,
  row: { readonly [column: string]: unknown },
): string[] {
  const read = known.described_at === null ? searchColumns(type) : allColumns(type);
  return read.filter((name) => (name === 'tags' ? row[name] !== null : !tagColumns.has(name)));
}

/** Hashes of an observation, without the tags. */
export interface Fingerprints {
  /** Of the columns that Search returns. */
  readonly search: string;
  /** Of all columns. */
  readonly content: string;
}

const remembered = new WeakMap<FlatRow, Fingerprints>();

/** Returns the hashes of a row in the order of `flatten`; computed once per row. */
export function fingerprintsOf(type: AnyResourceType, row: FlatRow): Fingerprints {
  const known = remembered.get(row);
  if (known) return known;
  const { searched, lacking } = columnsOf(type);
  const search = contentHash(row, searched);
  const content = fingerprint(search + contentHash(row, lacking));
  const fingerprints = { search, content };
  remembered.set(row, fingerprints);
  return fingerprints;
}

/** Returns whether the hashes alone show that nothing is new. */
export function isUnchanged(type: AnyResourceType, known: KnownRow, { row, source }: Observation): boolean {
  if (source === 'part' || known.deleted_at !== null || !areTagsUnchanged(known, row)) return false;
  const { search, content } = fingerprintsOf(type, row);
  if (source === 'search') return search === known.search_hash;
  return known.completeness === 'described' && content === known.content_hash;
}

/** Returns whether a describe confirms what Search returned, and beyond that has only columns that were never read before. */
export const onlyCompletes = (type: AnyResourceType, known: KnownRow, { row, source }: Observation): boolean =>
  source === 'describe' &&
  known.completeness === 'searched' &&
  known.described_at === null &&
  known.deleted_at === null &&
  areTagsUnchanged(known, row) &&
  fingerprintsOf(type, row).search === known.search_hash;

const areTagsUnchanged = (known: Pick<KnownRow, 'tags' | 'tag_map'>, { tags, tag_map }: FlatRow): boolean =>
  tags === null || (known.tags !== null && sameList(tags, known.tags) && isSameMap(tag_map, known.tag_map));

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index]);

/** Returns whether two maps of tags are equal: if only the list was known, a key with a colon may have been split elsewhere. */
export function isSameMap(a: FlatRow['tag_map'], b: FlatRow['tag_map']): boolean {
  if (a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}

const columnLists = new WeakMap<AnyResourceType, { searched: string[]; lacking: string[] }>();

/** Returns the columns that Search returns, without the tags, and those that it lacks. */
function columnsOf(type: AnyResourceType): { searched: string[]; lacking: string[] } {
  const known = columnLists.get(type);
  if (known) return known;
  const searched = searchColumns(type).filter((name) => !tagColumns.has(name));
  const lists = { searched, lacking: describeOnlyColumns(type) };
  columnLists.set(type, lists);
  return lists;
}

/** Returns when a resource says that it last changed; undefined if its type does not. */
export const modifiedAt = ({ key }: AnyResourceType, row: FlatRow): FlatRow[string] | undefined =>
  key.modifiedAt === undefined ? undefined : row[key.modifiedAt];

/**
 * Returns whether an observation is older than what is known, by the resource's last-modified time: a recording, or a lagging index. It
 * then never overwrites. At equal times, an open state is older than a settled one, unless the service was just asked.
 */
export const isOlder = (
  type: AnyResourceType,
  { row, askedAt }: Observation,
  known: { readonly modified: unknown; readonly settled: boolean },
): boolean => {
  const shown = modifiedAt(type, row);
  if (typeof shown !== 'string' || typeof known.modified !== 'string') return false;
  return shown < known.modified || (shown === known.modified && !askedAt && known.settled && !isSettledRow(type, row));
};

/** Returns whether a row is settled, by its type's definition. */
export const isSettledRow = (type: AnyResourceType, row: FlatRow): boolean => type.isSettled(row as CatalogRow<Fields>);

/**
 * Returns whether an observation proves that a resource exists that is marked as deleted: it must be later than the deletion, and no later
 * resource may have had the name; `newest` is the latest creation time of the ARN.
 */
export function provesExistence(
  type: AnyResourceType,
  known: Pick<KnownRow, 'created' | 'deleted_at'>,
  { row, askedAt }: Observation,
  newest: string,
): boolean {
  if (known.deleted_at === null || known.created < newest) return false;
  const existedAt = askedAt?.toISOString() ?? modifiedAt(type, row);
  return typeof existedAt === 'string' && existedAt > known.deleted_at;
}
