import type { FlatRow } from '../flatten.ts';
import type { ResourceSchema } from '../resource-schema.ts';
import { maskedPaths } from '../secrets/mask.ts';
import { snakeCase } from '../snake-case.ts';

/** What of a job did not fit into a format, and what a reader should know. */
export interface Remarks {
  /** Catalog paths of settings that hold a value and that the format cannot hold. */
  readonly leftOut: readonly string[];
  /** Catalog paths of what came of the run, which the text does not say: no settings, so nothing to ask for. */
  readonly outcomes: readonly string[];
  /** What was written although the job has none, and what to look at before the text is used. */
  readonly notes: readonly string[];
}

/** Tells settings from outcomes among the paths that were left out. */
export function sortLeftOut(
  { settings }: ResourceSchema,
  paths: readonly string[],
): Pick<Remarks, 'leftOut' | 'outcomes'> {
  const settingColumns: ReadonlySet<string> = new Set([...settings.map((member) => snakeCase(member)), 'tags']);
  const isSetting = (path: string) => settingColumns.has(path.split(/[.[]/, 1)[0] ?? '');
  return { leftOut: paths.filter(isSetting), outcomes: paths.filter((path) => !isSetting(path)) };
}

/** Marks stand for credentials that were masked before the job was stored: whoever uses the text puts the values in. */
export const maskedNotes = ({ columns }: ResourceSchema, row: FlatRow): string[] =>
  columns
    .filter(({ name }) => name !== 'tag_map')
    .flatMap(({ name }) => maskedPaths(row[name], name))
    .map((path) => `${path} is masked: put its value in, or better a reference to where it is kept.`);

/** Remarks as the lines of a comment, none of which breaks out of its line. */
export function commentLines({ leftOut, outcomes, notes }: Remarks, format: string): string[] {
  return [
    ...notes,
    ...list(`Settings of the job that ${format} cannot hold:`, leftOut),
    ...list('What came of the run and is not said here:', outcomes),
  ].map((line) => line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '\uFFFD'));
}

const list = (heading: string, paths: readonly string[]): string[] =>
  paths.length === 0 ? [] : [heading, ...paths.map((path) => `  ${path}`)];
