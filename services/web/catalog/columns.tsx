import type { ReactNode } from 'react';
import type { Row } from '../api/queries.ts';
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

const empty = <span className="soft">–</span>;

const textCell = (field: string) => (row: Row) => {
  const text = textOf(valueAt(row, field));
  return text === '' ? empty : <Middle text={visible(text)} />;
};
const timeCell = (field: string) => (row: Row) => <Time value={valueAt(row, field) as string | null} />;
const durationCell = (field: string) => (row: Row) => {
  const seconds = valueAt(row, field);
  return typeof seconds === 'number' ? (
    <span title={`${formatInteger(seconds)} s`}>{formatDuration(seconds)}</span>
  ) : (
    empty
  );
};
const numberCell = (field: string) => (row: Row) => {
  const value = valueAt(row, field);
  return typeof value === 'number' || typeof value === 'bigint' ? numberText(value) : textCell(field)(row);
};
const numberText = (value: number | bigint) =>
  typeof value === 'bigint' || Number.isInteger(value) ? formatInteger(value) : String(value);

const known: readonly Column[] = [
  {
    field: 'training_job_status',
    title: 'Status',
    width: 112,
    cell: (row) => <Status status={valueAt(row, 'training_job_status') as string | null} />,
  },
  {
    field: 'secondary_status',
    title: 'Phase',
    width: 130,
    cell: (row) => <Status status={valueAt(row, 'secondary_status') as string | null} />,
  },
  { field: 'training_job_name', title: 'Job', width: 250, cell: textCell('training_job_name') },
  {
    field: 'account_id',
    title: 'Account',
    width: 104,
    cell: (row) => {
      const name = textOf(row.account_name);
      const id = textOf(row.account_id);
      return <span title={id}>{name === '' ? id : <Middle text={visible(name)} />}</span>;
    },
  },
  { field: 'region', title: 'Region', width: 116, cell: textCell('region') },
  {
    field: 'resource_config.instance_type',
    title: 'Instance',
    width: 164,
    cell: (row) => {
      const text = instancesOf(row);
      return text === '' ? empty : <Middle text={text} />;
    },
  },
  { field: 'creation_time', title: 'Created', width: 116, cell: timeCell('creation_time') },
  {
    field: 'training_time_in_seconds',
    title: 'Trained',
    width: 82,
    isNumber: true,
    cell: durationCell('training_time_in_seconds'),
  },
  {
    field: 'billable_time_in_seconds',
    title: 'Billable',
    width: 82,
    isNumber: true,
    cell: durationCell('billable_time_in_seconds'),
  },
  { field: 'failure_reason', title: 'Failure reason', width: 150, cell: textCell('failure_reason') },
  {
    field: 'algorithm_specification.training_image',
    title: 'Image',
    width: 260,
    cell: textCell('algorithm_specification.training_image'),
  },
  { field: 'role_arn', title: 'Role', width: 220, cell: textCell('role_arn') },
  { field: 'enable_managed_spot_training', title: 'Spot', width: 70, cell: textCell('enable_managed_spot_training') },
];
const knownByField = new Map(known.map((column) => [column.field, column]));

/** Types of fields, by their path. */
export type FieldTypes = ReadonlyMap<string, string>;

/** Types of which a row has one value that orders. */
const scalars = new Set(['STRING', 'INT32', 'INT64', 'FLOAT', 'BOOLEAN', 'TIMESTAMP']);
const numbers = new Set(['INT32', 'INT64', 'FLOAT']);

/** Whether rows can be sorted by the field: it and what it lies in has one value a row. */
export function isSortable(field: string, types: FieldTypes): boolean {
  if (!scalars.has(types.get(field) ?? '')) return false;
  const parts = field.split('.');
  return parts.every((_, index) => !/LIST|MAP/.test(types.get(parts.slice(0, index + 1).join('.')) ?? ''));
}

/** How a field is shown; any has a column, its title is its path where it has no better one. */
export function columnOf(field: string, types: FieldTypes): Column {
  const column = knownByField.get(field);
  if (column) return column;
  const type = types.get(field) ?? 'STRING';
  const title = titleOf(field);
  if (type === 'TIMESTAMP' && isSortable(field, types)) return { field, title, width: 126, cell: timeCell(field) };
  if (/_in_seconds$/.test(field) && numbers.has(type))
    return { field, title, width: 110, isNumber: true, cell: durationCell(field) };
  if (numbers.has(type)) return { field, title, width: 110, isNumber: true, cell: numberCell(field) };
  return { field, title, width: 180, cell: textCell(field) };
}

/** `resource_config.volume_size_in_gb` as `Volume size in gb`; keys of tags as they are. */
export function titleOf(field: string): string {
  const found = knownByField.get(field);
  if (found) return found.title;
  const inMap = /^(?:tag_map|tags|hyper_parameters|environment)\.(.+)$/.exec(field);
  if (inMap?.[1]) return inMap[1];
  const words = (field.split('.').at(-1) ?? field).replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `2 × ml.p4d.24xlarge`, with every group of a heterogeneous cluster. */
export function instancesOf(row: Row): string {
  const groups = valueAt(row, 'resource_config.instance_groups') as
    | readonly { instance_type: string; instance_count: number }[]
    | null
    | undefined;
  const one = (type: unknown, count: unknown) => (count === 1 ? String(type) : `${count} × ${type}`);
  if (groups && groups.length > 0) {
    return groups.map((group) => one(group.instance_type, group.instance_count)).join(', ');
  }
  const type = valueAt(row, 'resource_config.instance_type');
  return type ? one(type, valueAt(row, 'resource_config.instance_count')) : '';
}
