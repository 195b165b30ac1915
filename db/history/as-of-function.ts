import { type Kysely, sql } from 'kysely';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

/**
 * Creates `<type>_as_of(moment)`: the rows of a resource type as they were, deleted ones with their `deleted_at`. Each column has
 * the value that it had before its first change since. Fails for a moment before the history was pruned. For migrations.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration runs before the schema that types a database exists
export async function createAsOfFunction(db: Kysely<any>, type: AnyResourceType): Promise<void> {
  const name = sql.raw(`${type.name}_as_of`);
  await sql`
    CREATE OR REPLACE FUNCTION ${name}(moment timestamptz) RETURNS SETOF ${sql.table(type.name)}
    LANGUAGE plpgsql STABLE AS ${sql.raw(`$function$
    DECLARE
      horizon timestamptz := (SELECT pruned_before FROM history_horizon);
    BEGIN
      IF moment < horizon THEN
        RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
      END IF;
      RETURN QUERY SELECT version.*
      FROM ${type.name} AS held
      LEFT JOIN LATERAL (
        SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
        FROM (
          SELECT DISTINCT ON (pair.key) pair.key, pair.value
          FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
          WHERE change.resource_type = '${type.name}' AND change.resource_id = held.id AND change.seen_at > moment
          ORDER BY pair.key, change.seen_at, change.id
        ) AS earliest
      ) AS past ON true
      CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS version
      WHERE held.first_seen_at <= moment;
    END $function$`)}`.execute(db);
  await sql`
    COMMENT ON FUNCTION ${name}(timestamptz) IS
      'The table as of a moment. Fingerprints and times of observation are those of today.'`.execute(db);
  await sql`GRANT EXECUTE ON FUNCTION ${name}(timestamptz) TO sagecat_reader`.execute(db);
}
