import { maxInstances, plausibleNumber } from '../../billing/plausible-number.ts';
import type { TrainingJob } from '../schema.ts';

/** The instances that one group of a job ran on; null is "not known". */
export interface InstanceUse {
  readonly groupName: string | null;
  readonly type: string | null;
  readonly count: number | null;
  /** The plan whose prepaid capacity the group used. */
  readonly trainingPlanArn: string | null;
}

/**
 * Where a job's instances are written depends on how it was asked for: in the groups of a heterogeneous cluster, in what was
 * selected from preferences, or at the top. Always at least one entry; it is empty for serverless jobs and for jobs whose
 * instances are not selected yet.
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

/** The first training plan of the preference that was selected: the first of that instance type and count. */
function planOfChoice(config: TrainingJob['resource_config'], type: string, count: number | null): string | null {
  const choice = config?.instance_preferences?.find(
    (preference) => preference.instance_type === type && (count === null || preference.instance_count === count),
  );
  return choice?.training_plan_arns?.[0] ?? null;
}
