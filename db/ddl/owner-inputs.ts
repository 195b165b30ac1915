import type { AnyResourceType } from '../../catalog/resource-types.ts';

/**
 * Returns the columns that the rules of ownership use, in the order of the parameters of `owner_of`: account, name, role and tags.
 * Undefined for a column that the type lacks; withheld columns are included.
 */
export const ownerInputs = ({ key, members }: AnyResourceType): readonly (string | undefined)[] => [
  'account_id',
  key.name,
  'RoleArn' in members ? 'role_arn' : undefined,
  'tag_map',
];
