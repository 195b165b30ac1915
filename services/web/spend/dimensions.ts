import type { ResourceType, Usage } from '../api/queries.ts';
import { quoteField, quoteValue, withTerm } from '../catalog/edit-query.ts';

/** What spend can be grouped by, beside tags. */
export const dimensions = [
  { name: 'instance_type', title: 'Instance type' },
  { name: 'account_id', title: 'Account' },
  { name: 'region', title: 'Region' },
  { name: 'owner', title: 'Owner' },
  { name: 'status', title: 'Status' },
  { name: 'capacity', title: 'Capacity' },
  { name: 'waste', title: 'Waste' },
  { name: 'role_arn', title: 'Role' },
  { name: 'algorithm', title: 'Image' },
  { name: 'experiment', title: 'Experiment' },
  { name: 'tuning_job_arn', title: 'Tuning job' },
  { name: 'resource_type', title: 'Resource type' },
] as const;

export const titleOfDimension = (name: string): string =>
  dimensions.find((dimension) => dimension.name === name)?.title ?? name.replace(/^tag:/, 'Tag ');

type Period = Pick<Usage, 'from' | 'to'>;

/** The search that finds what was used in a period: what began before its end and did not end before its start. */
export function usedIn(type: ResourceType, { from, to }: Period, q = ''): string {
  const { key, billing } = type.presentation;
  const begun = withTerm(q, `${key.created_at}:<"${to}"`);
  return billing?.ended_at ? withTerm(begun, `-${billing.ended_at}:<"${from}"`) : begun;
}

/** The search that finds the resources of a type behind a group of a period. */
export function behind(type: ResourceType, by: string, value: string | null, period: Period, q = ''): string {
  const found = usedIn(type, period, q);
  if (by === 'waste') {
    const wasted = value === null ? undefined : type.presentation.billing?.waste[value];
    return wasted === undefined ? found : withTerm(found, wasted);
  }
  const fields = fieldsOf(type, by);
  if (fields.length === 0) return found;
  if (value === null) return fields.reduce((query, field) => withTerm(query, `-${quoteField(field)}:*`), found);
  const terms = fields.map((field) => `${quoteField(field)}:${quoteValue(value)}`);
  return withTerm(found, terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(' OR ')})`);
}

/** The fields of a type that have the value of a dimension; none where no field has. */
function fieldsOf({ presentation: { billing } }: ResourceType, by: string): readonly string[] {
  if (by.startsWith('tag:')) return [`tag_map.${by.slice('tag:'.length)}`];
  if (by === 'account_id' || by === 'region' || by === 'owner') return [by];
  return billing?.dimensions[by] ?? [];
}
