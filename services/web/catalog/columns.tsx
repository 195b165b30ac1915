import type { ReactNode } from 'react';
import { columnValue } from '../../../catalog/column-value.ts';
import type { ShownColumn } from '../../../catalog/presentation.ts';
import type { Field, ResourceType, Row } from '../api/queries.ts';
import { formatDuration } from '../format/duration.ts';
import { formatInteger } from '../format/number.ts';
import { textOf, valueAt } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { Middle } from '../parts/middle.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';

/** How a field is shown in a column of the table. */
export interface Column {
  readonly field: string;
  readonly title: string;
  readonly width: number;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** Fields of a type by their paths; empty until the API has told them. */
export type FieldsByPath = ReadonlyMap<string, Field>;

const empty = <span className="soft">–</span>;

const textCell = (field: string) => (row: Row) => textOrDash(textOf(valueAt(row, field)));
const textOrDash = (text: string) => (text === '' ? empty : <Middle text={visible(text)} />);
const timeCell = (field: string) => (row: Row) => <Time value={valueAt(row, field) as string | null} />;
const statusCell = (field: string) => (row: Row) => <Status status={valueAt(row, field) as string | null} />;
const durationOrDash = (seconds: unknown) =>
  typeof seconds === 'number' ? <span title={`${formatInteger(seconds)} s`}>{formatDuration(seconds)}</span> : empty;
const durationCell = (field: string) => (row: Row) => durationOrDash(valueAt(row, field));
const numberCell = (field: string) => (row: Row) => {
  const value = valueAt(row, field);
  return typeof value === 'number' || typeof value === 'bigint' ? numberText(value) : textCell(field)(row);
};
const numberText = (value: number | bigint) =>
  typeof value === 'bigint' || Number.isInteger(value) ? formatInteger(value) : String(value);

function accountCell(row: Row) {
  const name = textOf(row.account_name);
  const id = textOf(row.account_id);
  return <span title={id}>{name === '' ? id : <Middle text={visible(name)} />}</span>;
}

/** Types of which a row has one value that orders. */
const scalars = new Set(['STRING', 'INT32', 'INT64', 'FLOAT', 'BOOLEAN', 'TIMESTAMP']);
const numbers = new Set(['INT32', 'INT64', 'FLOAT']);

/** Whether rows can be sorted by the field: it and what it lies in has one value a row. */
export function isSortable(field: string, fields: FieldsByPath): boolean {
  if (!scalars.has(fields.get(field)?.type ?? '')) return false;
  const parts = field.split('.');
  return parts.every((_, index) => !/LIST|MAP/.test(fields.get(parts.slice(0, index + 1).join('.'))?.type ?? ''));
}

/** How a field of a type is shown; any has a column. */
export function columnOf(type: ResourceType, field: string, fields: FieldsByPath): Column {
  const { statuses, key, columns, failure } = type.presentation;
  const title = titleOf(type, field, fields);
  if (statuses.includes(field))
    return { field, title, width: field === statuses[0] ? 112 : 130, cell: statusCell(field) };
  if (field === key.name) return { field, title, width: 250, cell: textCell(field) };
  if (field === 'account_id') return { field, title, width: 122, cell: accountCell };
  if (field === 'region') return { field, title, width: 128, cell: textCell(field) };
  if (field === key.created_at) return { field, title, width: 116, cell: timeCell(field) };
  if (field === failure?.reason) return { field, title, width: 150, cell: textCell(field) };
  const made = columns.find(({ fields: [first] }) => first === field);
  if (made) {
    const { unit } = made;
    const value = (row: Row) => columnValue(shownColumn(made), (path) => valueAt(row, path));
    if (unit === 'seconds')
      return { field, title, width: 82, isNumber: true, cell: (row) => durationOrDash(value(row)) };
    if (unit === 'time') return { field, title, width: 126, cell: timeCell(field) };
    return { field, title, width: 164, cell: (row) => textOrDash(textOf(value(row))) };
  }
  const kind = fields.get(field)?.type ?? 'STRING';
  if (kind === 'TIMESTAMP' && isSortable(field, fields)) return { field, title, width: 126, cell: timeCell(field) };
  if (/_in_seconds$/.test(field) && numbers.has(kind))
    return { field, title, width: 110, isNumber: true, cell: durationCell(field) };
  if (numbers.has(kind)) return { field, title, width: 110, isNumber: true, cell: numberCell(field) };
  return { field, title, width: 180, cell: textCell(field) };
}

/** The column as the definition has it: the API says null where it has no unit. */
const shownColumn = ({ unit, ...column }: ResourceType['presentation']['columns'][number]): ShownColumn =>
  ({ ...column, ...(unit !== null && { unit }) }) as unknown as ShownColumn;

/** What people call a field: as its column or its type says; the key itself for a key of a map. */
export function titleOf(type: ResourceType, field: string, fields?: FieldsByPath): string {
  const { columns, filters, statuses, key, failure } = type.presentation;
  const column = columns.find(({ fields: [first] }) => first === field);
  if (column) return capital(column.title);
  if (field === statuses[0]) return 'Status';
  if (field === key.name) return capital(type.presentation.noun);
  if (field === key.created_at) return 'Created';
  if (field === failure?.reason) return 'Failure reason';
  const known = filters.find(({ path }) => path === field)?.title ?? fields?.get(field)?.title;
  if (known !== undefined) return known;
  const inMap = /^(?:tag_map|tags)\.(.+)$/s.exec(field)?.[1];
  return inMap ?? capital((field.split('.').at(-1) ?? field).replaceAll('_', ' '));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
