import { contentHash, fingerprint } from '../../catalog/content-hash.ts';
import type { Fields } from '../../catalog/fields.ts';
import type { FlatRow } from '../../catalog/flatten.ts';
import type { CatalogRow } from '../../catalog/resource-schema.ts';
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
  /**
   * When the service was asked, where its answer is about that moment: a describe. What was recorded, and what an index or an event
   * tells, proves no more than that the resource existed when it last changed.
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

/** The columns that only a describe shows. */
export const lackingColumns = (type: AnyResourceType): string[] =>
  type.columns.filter(({ member }) => member !== undefined && isMissingInSearch(type, member)).map(({ name }) => name);

const isMissingInSearch = ({ search }: AnyResourceType, member: string): boolean =>
  search?.missingMembers.includes(member) ?? false;

/** Tags in both their forms. They are read by a call of their own, and are no part of the fingerprints. */
const ofTags: ReadonlySet<string> = new Set(['tags', 'tag_map']);

/** The columns that an observation shows; all others keep what they hold. */
export const shownColumns = (type: AnyResourceType, { source, row }: Observation): string[] => {
  if (source === 'part') return outcomeColumns(type).filter((name) => row[name] !== null);
  const shown = source === 'describe' ? allColumns(type) : searchColumns(type);
  return row.tags === null ? shown.filter((name) => !ofTags.has(name)) : shown;
};

/** The columns that a part of a known resource may change. */
const outcomeColumns = (type: AnyResourceType): string[] =>
  type.columns.filter(({ member }) => member === undefined || !type.settings.includes(member)).map(({ name }) => name);

/**
 * The columns that were read at all before: what fills in the others is no change of the resource. The map of the tags says the same as
 * the tags, and is not compared beside them.
 */
export function knownColumns(
  type: AnyResourceType,
  known: KnownRow,
  row: { readonly [column: string]: unknown },
): string[] {
  const read = known.described_at === null ? searchColumns(type) : allColumns(type);
  return read.filter((name) => (name === 'tags' ? row[name] !== null : !ofTags.has(name)));
}

/** Fingerprints of what was observed, but for the tags. */
export interface Fingerprints {
  /** Of the columns that Search returns. */
  readonly search: string;
  /** Of all columns. */
  readonly content: string;
}

const remembered = new WeakMap<FlatRow, Fingerprints>();

/** The fingerprints of a row in the order of `flatten`; computed once. */
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

/** Whether the fingerprints alone tell that nothing is new. */
export function isUnchanged(type: AnyResourceType, known: KnownRow, { row, source }: Observation): boolean {
  if (source === 'part' || known.deleted_at !== null || !areTagsUnchanged(known, row)) return false;
  const { search, content } = fingerprintsOf(type, row);
  if (source === 'search') return search === known.search_hash;
  return known.completeness === 'described' && content === known.content_hash;
}

/** Whether a describe shows what Search has shown, and beyond that only what was never read before. */
export const onlyFillsIn = (type: AnyResourceType, known: KnownRow, { row, source }: Observation): boolean =>
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

/** Whether two maps of tags are equal: where only the list was known, a key that holds a colon may have been split elsewhere. */
export function isSameMap(a: FlatRow['tag_map'], b: FlatRow['tag_map']): boolean {
  if (a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key]);
}

const columnLists = new WeakMap<AnyResourceType, { searched: string[]; lacking: string[] }>();

/** The columns that Search returns but the tags, and those that it lacks. */
function columnsOf(type: AnyResourceType): { searched: string[]; lacking: string[] } {
  const known = columnLists.get(type);
  if (known) return known;
  const searched = searchColumns(type).filter((name) => !ofTags.has(name));
  const lists = { searched, lacking: lackingColumns(type) };
  columnLists.set(type, lists);
  return lists;
}

/** When a resource says that it last changed; undefined where its type does not tell. */
export const modifiedAt = ({ key }: AnyResourceType, row: FlatRow): FlatRow[string] | undefined =>
  key.modifiedAt === undefined ? undefined : row[key.modifiedAt];

/** What tells resources apart: a deleted job's name, hence its ARN, can be used again. */
export const identityOf = (arn: unknown, created: unknown): string => `${arn} ${created}`;

/**
 * Whether an observation is older than what is known, by the time at which the resource says that it last changed: a recorded
 * answer, an index that lags. It never overwrites. Of the same time, what can still change is older than what is settled, unless
 * the service was just asked.
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

/** A flat row of the type is what the type's definition calls a row; the compiler cannot know which type this is. */
export const isSettledRow = (type: AnyResourceType, row: FlatRow): boolean => type.isSettled(row as CatalogRow<Fields>);

/**
 * Whether an observation proves that a resource exists that was found to be deleted: it must be of a later moment, and no later
 * resource may have had the name since, as `newest`, the latest creation time of the ARN, tells.
 */
export function bringsBack(
  type: AnyResourceType,
  known: Pick<KnownRow, 'created' | 'deleted_at'>,
  { row, askedAt }: Observation,
  newest: string,
): boolean {
  if (known.deleted_at === null || known.created < newest) return false;
  const existedAt = askedAt?.toISOString() ?? modifiedAt(type, row);
  return typeof existedAt === 'string' && existedAt > known.deleted_at;
}
