import type { AnyResourceType } from '../../catalog/resource-types.ts';

/**
 * The columns that the rules of ownership look at, in the order of the parameters of `owner_of`: account, name, role and tags.
 * Undefined where the type has no such column; a type whose columns are withheld from readers has them all the same.
 */
export const ownerInputs = ({ key, members }: AnyResourceType): readonly (string | undefined)[] => [
  'account_id',
  key.name,
  'RoleArn' in members ? 'role_arn' : undefined,
  'tag_map',
];
