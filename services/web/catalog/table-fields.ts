import { listed } from '../api/listed.ts';

/** Columns of the table where nobody has chosen others. */
export const defaultColumns = [
  'training_job_status',
  'training_job_name',
  'account_id',
  'region',
  'resource_config.instance_type',
  'creation_time',
  'training_time_in_seconds',
  'billable_time_in_seconds',
  'failure_reason',
];

export const defaultSort = '-creation_time';

/** Rows of a page of the table. */
export const pageSize = 100;

/** What every row needs, whatever its columns. */
const always = ['training_job_arn', 'training_job_name', 'creation_time', 'deleted_at'];

/** Fields that the cell of a column shows beside its own. */
const beside: Readonly<Record<string, readonly string[]>> = {
  account_id: ['account_name'],
  'resource_config.instance_type': ['resource_config.instance_count', 'resource_config.instance_groups'],
};

/** The `fields` that a list is asked for to show columns: no other comes over the wire. */
export function fieldsFor(columns: readonly string[]): string {
  const fields = new Set([...always, ...columns.flatMap((column) => [column, ...(beside[column] ?? [])])]);
  return [...fields].map(listed).join(',');
}
