import type pg from 'pg';
import { resourceTypes } from '../../catalog/resource-types.ts';

/** Columns that repeat the content of a resource's columns. */
const copies: Readonly<Record<string, readonly string[]>> = {
  resource_change: ['before', 'after'],
  ack_manifest: ['members', 'manifest'],
};

const readers = 'sagecat_reader, sagecat_account_reader';

/**
 * Grants SQL readers all columns except these, in the tables and in their history: the database then refuses a query that names one or
 * selects all. The API is not affected. Changes nothing if the privileges are already right.
 */
export async function withholdColumns(pool: pg.Pool, columns: readonly string[]): Promise<void> {
  const tables = [
    ...resourceTypes.map((type) => ({
      name: type.name,
      withheld: type.columns.map(({ name }) => name).filter((name) => columns.includes(name)),
    })),
    ...Object.entries(copies).map(([name, held]) => ({ name, withheld: columns.length > 0 ? held : [] })),
  ];
  for (const { name, withheld } of tables) {
    const { rows } = await pool.query<{ column: string; isReadable: boolean }>(
      `SELECT quote_ident(attname) AS column, has_column_privilege('sagecat_reader', attrelid, attnum, 'SELECT') AS "isReadable"
       FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped`,
      [name],
    );
    if (rows.every(({ column, isReadable }) => isReadable !== withheld.includes(column))) continue;
    const readable = rows.map(({ column }) => column).filter((column) => !withheld.includes(column));
    // One message and hence one transaction: no session ever sees half of the grants.
    await pool.query(
      withheld.length === 0
        ? `REVOKE SELECT ON ${name} FROM ${readers}; GRANT SELECT ON ${name} TO ${readers}`
        : `REVOKE SELECT ON ${name} FROM ${readers}; GRANT SELECT (${readable.join(', ')}) ON ${name} TO ${readers};
           GRANT SELECT ON ${name} TO sagecat_api_reader`,
    );
  }
}
