import type { AnyResourceType } from './resource-types.ts';

/** Returns what people call one of a type: `job` of a SageMaker training job. */
export const nounOf = ({ title }: Pick<AnyResourceType, 'title'>): string => title.split(' ').at(-1) ?? title;
