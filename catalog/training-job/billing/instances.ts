import { maxInstances, plausibleNumber } from '../../billing/plausible-number.ts';
import type { TrainingJob } from '../schema.ts';

/** The instances of one group of a job; null means unknown. */
export interface InstanceUse {
  readonly groupName: string | null;
  readonly type: string | null;
  readonly count: number | null;
  /** The training plan whose prepaid capacity the group used. */
  readonly trainingPlanArn: string | null;
}

/**
 * Returns the instances of a job, from the groups of a heterogeneous cluster, the selected preference, or the top level. Always at least
 * one entry, which is empty for serverless jobs and for jobs whose instances are not selected yet.
 */
export function instancesOf({ resource_config: config }: TrainingJob): InstanceUse[] {
  const plan = config?.training_plan_arn || null;
  const groups = config?.instance_groups ?? [];
  if (groups.length > 0) {
    return groups.map((group) => ({
      groupName: group.instance_group_name,
      type: group.instance_type || null,
      count: plausibleNumber(group.instance_count, maxInstances),
      trainingPlanArn: plan,
    }));
  }
  const selected = config?.selected_instance_type || null;
  if (selected !== null) {
    const count = plausibleNumber(config?.selected_instance_count ?? null, maxInstances);
    return [{ groupName: null, type: selected, count, trainingPlanArn: plan ?? planOfChoice(config, selected, count) }];
  }
  const type = config?.instance_type || null;
  const count = type === null ? null : plausibleNumber(config?.instance_count ?? null, maxInstances);
  return [{ groupName: null, type, count, trainingPlanArn: plan }];
}

/** Returns the training plan of the selected preference: the first with that instance type and count. */
function planOfChoice(config: TrainingJob['resource_config'], type: string, count: number | null): string | null {
  const choice = config?.instance_preferences?.find(
    (preference) => preference.instance_type === type && (count === null || preference.instance_count === count),
  );
  return choice?.training_plan_arns?.[0] ?? null;
}
