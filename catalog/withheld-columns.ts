import type { AnyResourceType } from './resource-types.ts';

/** A column that cannot be withheld, or that there is none of. */
export class WithheldColumnError extends Error {
  override readonly name = 'WithheldColumnError';
}

/** Throws WithheldColumnError where a name is no column of any type, or one that resources are told apart by. */
export function checkWithheld(types: readonly AnyResourceType[], columns: readonly string[]): void {
  for (const column of columns) {
    if (!types.some((type) => type.columns.some(({ name }) => name === column))) {
      throw new WithheldColumnError(`no resource type has a column ${column} that could be withheld`);
    }
    if (types.some((type) => isNeeded(type, column))) {
      throw new WithheldColumnError(`${column} cannot be withheld: resources are told apart by it`);
    }
  }
}

/** The type as it is to those who do not see some of its columns: they can neither be shown nor asked for. */
export const withoutColumns = (type: AnyResourceType, columns: ReadonlySet<string>): AnyResourceType =>
  columns.size === 0 ? type : { ...type, columns: type.columns.filter(({ name }) => !columns.has(name)) };

/** Columns that hold what others hold: who does not see the one is not shown the other. */
const copies: Readonly<Record<string, readonly string[]>> = { tags: ['tag_map'] };

/** The columns that are withheld, with their copies. */
export const withCopies = (columns: readonly string[]): readonly string[] =>
  columns.flatMap((column) => [column, ...(copies[column] ?? [])]);

/** The column of a field's path, e.g. `environment` of `environment.HF_TOKEN` and `tags` of `tags[0]`. */
export const columnOf = (path: string): string => path.replace(/[.[].*$/s, '');

const isNeeded = ({ key }: AnyResourceType, column: string): boolean =>
  ['account_id', ...Object.values(key)].includes(column);
