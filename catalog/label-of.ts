import type { AnyResourceType } from './resource-types.ts';

/** Returns what to call a resource among other types: `training job` for a SageMaker training job. */
export const labelOf = ({ title }: Pick<AnyResourceType, 'title'>): string => title.replace(/^SageMaker /, '');
