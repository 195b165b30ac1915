import type pg from 'pg';
import { callableHarmfulFunctions } from './safe-functions.ts';

/**
 * Takes from everybody what PostgreSQL lets everybody do and a reader has no use for: functions with effects such as set_config,
 * advisory locks, large objects and the ending of sessions; settings by UPDATE; blocks of procedural code; temporary tables. The
 * superuser, as whom sagecat works on the embedded database, is not concerned.
 */
export async function hardenDatabase(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ signature: string }>(callableHarmfulFunctions);
  if (rows.length > 0) {
    await pool.query(`REVOKE EXECUTE ON FUNCTION ${rows.map(({ signature }) => signature).join(', ')} FROM PUBLIC`);
  }
  const { rows: rest } = await pool.query<{ statement: string }>(`
    SELECT 'REVOKE UPDATE ON pg_catalog.pg_settings FROM PUBLIC' AS statement
    WHERE has_table_privilege('sagecat_reader', 'pg_catalog.pg_settings', 'UPDATE')
    UNION ALL SELECT 'REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC'
    WHERE has_language_privilege('sagecat_reader', 'plpgsql', 'USAGE')
    UNION ALL SELECT 'REVOKE USAGE ON LANGUAGE sql FROM PUBLIC'
    WHERE has_language_privilege('sagecat_reader', 'sql', 'USAGE')
    UNION ALL SELECT format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database())
    WHERE has_database_privilege('sagecat_reader', current_database(), 'TEMPORARY')
    UNION ALL SELECT format('REVOKE CREATE ON SCHEMA %I FROM PUBLIC', current_schema())
    WHERE has_schema_privilege('sagecat_reader', current_schema(), 'CREATE')`);
  for (const { statement } of rest) await pool.query(statement);
}
