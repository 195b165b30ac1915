import { jobType } from '../catalog/resource-types.ts';

const status = jobType.failure?.field ?? 'region';

/** Names for the examples of the help. */
export const example = {
  table: jobType.name,
  name: jobType.key.name,
  status,
  failed: `${status}:${jobType.failure?.value}`,
};
