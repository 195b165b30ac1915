import { type RawBuilder, sql } from 'kysely';
import { billedTypes } from '../../catalog/billing/billed-types.ts';

/** Joins to a row `u` of use the resource that used it: of the table of its type. */
export const resourceJoins = sql.join(
  billedTypes.map(
    ({ name }) =>
      sql`LEFT JOIN ${sql.table(name)} ON u.resource_type = ${sql.lit(name)} AND ${sql.ref(`${name}.id`)} = u.resource_id`,
  ),
  sql` `,
);

/** The value of a column of the joined resource, which each type names in its own way. */
export const resourceValue = (columnOf: (type: (typeof billedTypes)[number]) => string): RawBuilder<unknown> =>
  sql`coalesce(${sql.join(billedTypes.map((type) => sql.ref(`${type.name}.${columnOf(type)}`)))})`;
