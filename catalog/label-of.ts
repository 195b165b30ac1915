import type { AnyResourceType } from './resource-types.ts';

/** What people call one of a type beside those of other types: `training job` of a SageMaker training job. */
export const labelOf = ({ title }: Pick<AnyResourceType, 'title'>): string => title.replace(/^SageMaker /, '');
