import type { AnyResourceType } from './resource-types.ts';

/** Returns what people call one of a type: `job` of a SageMaker training job. */
export const nounOf = ({ title }: Pick<AnyResourceType, 'title'>): string => title.split(' ').at(-1) ?? title;

/** Returns what people call several, of the types that there are: `jobs` of one type, `resources` of several. */
export const nounsOf = (types: readonly AnyResourceType[]): string => {
  const [type, ...others] = types;
  return type && others.length === 0 ? `${nounOf(type)}s` : 'resources';
};
