import type { FlatRow } from '../flatten.ts';
import type { ResourceSchema } from '../resource-schema.ts';
import { maskedPaths } from '../secrets/mask.ts';
import { snakeCase } from '../snake-case.ts';

/** The members of a resource that a format lacks, and notes for the reader. */
export interface Remarks {
  /** Catalog paths of settings with a value that the format does not support. */
  readonly leftOut: readonly string[];
  /** Catalog paths of outcomes, which are not settings and are omitted. */
  readonly outcomes: readonly string[];
  /** Values that were added, and what to check before the text is used. */
  readonly notes: readonly string[];
}

/** Separates the omitted paths into settings and outcomes. */
export function sortLeftOut(
  { settings }: ResourceSchema,
  paths: readonly string[],
): Pick<Remarks, 'leftOut' | 'outcomes'> {
  const settingColumns: ReadonlySet<string> = new Set([...settings.map((member) => snakeCase(member)), 'tags']);
  const isSetting = (path: string) => settingColumns.has(path.split(/[.[]/, 1)[0] ?? '');
  return { leftOut: paths.filter(isSetting), outcomes: paths.filter((path) => !isSetting(path)) };
}

/** Returns a note for each masked credential, whose value has to be filled in before the text is used. */
export const maskedNotes = ({ columns }: ResourceSchema, row: FlatRow): string[] =>
  columns
    .filter(({ name }) => name !== 'tag_map')
    .flatMap(({ name }) => maskedPaths(row[name], name))
    .map((path) => `${path} is masked: put its value in, or better a reference to where it is kept.`);

/** Returns remarks as lines of a comment, without characters that would end the line. */
export function commentLines({ leftOut, outcomes, notes }: Remarks, format: string): string[] {
  return [
    ...notes,
    ...list(`Settings of the job that ${format} cannot hold:`, leftOut),
    ...list('What came of the run and is not said here:', outcomes),
  ].map((line) => line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD'));
}

const list = (heading: string, paths: readonly string[]): string[] =>
  paths.length === 0 ? [] : [heading, ...paths.map((path) => `  ${path}`)];
