import type { AnyResourceType } from './resource-types.ts';

/** A column that does not exist or cannot be withheld. */
export class WithheldColumnError extends Error {
  override readonly name = 'WithheldColumnError';
}

/** Throws WithheldColumnError if a name is not a column of any type, or identifies resources. */
export function checkWithheld(types: readonly AnyResourceType[], columns: readonly string[]): void {
  for (const column of columns) {
    if (!types.some((type) => type.columns.some(({ name }) => name === column))) {
      throw new WithheldColumnError(`no resource type has a column ${column} that could be withheld`);
    }
    if (types.some((type) => isNeeded(type, column))) {
      throw new WithheldColumnError(`${column} cannot be withheld: it identifies resources`);
    }
  }
}

/** Returns the type without some columns: they can be neither shown nor searched. */
export const withoutColumns = (type: AnyResourceType, columns: ReadonlySet<string>): AnyResourceType =>
  columns.size === 0 ? type : { ...type, columns: type.columns.filter(({ name }) => !columns.has(name)) };

/** Columns that repeat the content of others; they are withheld together. */
const copies: Readonly<Record<string, readonly string[]>> = { tags: ['tag_map'] };

/** Returns the withheld columns with their copies. */
export const withDerivedColumns = (columns: readonly string[]): readonly string[] =>
  columns.flatMap((column) => [column, ...(copies[column] ?? [])]);

/** Returns the column of a field's path, e.g. `environment` of `environment.HF_TOKEN` and `tags` of `tags[0]`. */
export const columnOf = (path: string): string => path.replace(/[.[].*$/s, '');

const isNeeded = ({ key }: AnyResourceType, column: string): boolean =>
  ['account_id', ...Object.values(key)].includes(column);
