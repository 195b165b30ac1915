import { jobType } from '../catalog/resource-types.ts';

const status = jobType.failure?.field ?? 'region';

/** The names that the examples of the help are written with. */
export const example = {
  table: jobType.name,
  name: jobType.key.name,
  status,
  failed: `${status}:${jobType.failure?.value}`,
};
