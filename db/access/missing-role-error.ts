/** The database's user can neither create nor use the roles that read the catalog. */
export class MissingRoleError extends Error {
  override readonly name = 'MissingRoleError';
}
