import type { Usage } from '../api/queries.ts';
import { quoteField, quoteValue, withTerm } from '../catalog/edit-query.ts';

/** What spend can be grouped by, and the field of a job that it is. */
export const dimensions = [
  { name: 'instance_type', title: 'Instance type', field: 'resource_config.instance_type' },
  { name: 'account_id', title: 'Account', field: 'account_id' },
  { name: 'region', title: 'Region', field: 'region' },
  { name: 'status', title: 'Status', field: 'training_job_status' },
  { name: 'capacity', title: 'Capacity', field: undefined },
  { name: 'waste', title: 'Waste', field: undefined },
  { name: 'role_arn', title: 'Role', field: 'role_arn' },
  { name: 'algorithm', title: 'Image', field: 'algorithm_specification.training_image' },
  { name: 'experiment', title: 'Experiment', field: 'experiment_config.experiment_name' },
  { name: 'tuning_job_arn', title: 'Tuning job', field: 'tuning_job_arn' },
] as const;

export const titleOfDimension = (name: string): string =>
  dimensions.find((dimension) => dimension.name === name)?.title ?? name.replace(/^tag:/, 'Tag ');

/** The search that finds the jobs behind a group of a period: those that began before its end and ended after its start. */
export function jobsOf(by: string, value: string | null, { from, to }: Pick<Usage, 'from' | 'to'>, q = ''): string {
  const field = by.startsWith('tag:') ? `tag_map.${by.slice(4)}` : dimensions.find(({ name }) => name === by)?.field;
  const period = `creation_time:<"${to}" -training_end_time:<"${from}"`;
  const narrowed = withTerm(q, period);
  if (field === undefined) return narrowed;
  return withTerm(narrowed, value === null ? `-${quoteField(field)}:*` : `${quoteField(field)}:${quoteValue(value)}`);
}
