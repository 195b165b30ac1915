/** The roles that the catalog gives rights to cannot be made, or not be taken on, by the database's user. */
export class MissingRoleError extends Error {
  override readonly name = 'MissingRoleError';
}
