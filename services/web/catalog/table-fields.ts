import { listed } from '../api/listed.ts';
import type { ResourceType } from '../api/queries.ts';

/** Rows of a page of the table. */
export const pageSize = 100;

/** Columns of the table where nobody has chosen others. */
export function defaultColumns({ presentation }: ResourceType): readonly string[] {
  const { statuses, key, columns, failure } = presentation;
  const [first, ...others] = columns.map(({ fields: [field] }) => field);
  return [statuses[0], key.name, 'account_id', 'region', first, key.created_at, ...others, failure?.reason].filter(
    (field) => field !== undefined,
  );
}

/** The newest first. */
export const defaultSort = ({ presentation: { key } }: ResourceType): string => `-${key.created_at}`;

/** The `fields` that a list is asked for to show columns: no other comes over the wire. */
export function fieldsFor({ presentation: { key, columns } }: ResourceType, shown: readonly string[]): string {
  const beside = (field: string): readonly string[] => {
    if (field === 'account_id') return ['account_name'];
    const column = columns.find(({ fields: [first] }) => first === field);
    return column ? [...column.fields, ...(column.otherwise ?? [])] : [];
  };
  const always = [key.arn, key.name, key.created_at, 'deleted_at'];
  return [...new Set([...always, ...shown.flatMap((field) => [field, ...beside(field)])])].map(listed).join(',');
}
