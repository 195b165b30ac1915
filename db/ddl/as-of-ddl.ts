import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { comment, type DdlObject, grant } from './ddl-object.ts';
import { identifier } from './identifier.ts';
import { ownerInputs } from './owner-inputs.ts';

/**
 * Returns `<type>_as_of(moment)`: the rows as they were at a time, deleted ones with their `deleted_at`. Each column has its value before
 * the first change since then; the owner follows from the current rules. Fails for times before the history begins.
 */
export function asOfDdl(type: AnyResourceType): DdlObject[] {
  const table = type.name;
  const inputs = ownerInputs(type).map((input) => (input === undefined ? 'NULL' : `former.${identifier(input)}`));
  const signature = `${table}_as_of(timestamptz)`;
  return [
    {
      key: `function ${table}_as_of`,
      create: `CREATE OR REPLACE FUNCTION ${table}_as_of(moment timestamptz) RETURNS SETOF ${table}
LANGUAGE plpgsql STABLE AS $function$
DECLARE
  horizon timestamptz := (SELECT pruned_before FROM history_horizon);
BEGIN
  IF moment < horizon THEN
    RAISE EXCEPTION 'the history before % is no longer kept', horizon USING ERRCODE = 'datetime_field_overflow';
  END IF;
  RETURN QUERY SELECT version.*
  FROM ${table} AS held
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(earliest.key, earliest.value) AS columns
    FROM (
      SELECT DISTINCT ON (pair.key) pair.key, pair.value
      FROM resource_change AS change CROSS JOIN LATERAL jsonb_each(change.before) AS pair
      WHERE change.resource_type = '${table}' AND change.resource_id = held.id AND change.seen_at > moment
      ORDER BY pair.key, change.seen_at, change.id
    ) AS earliest
  ) AS past ON true
  CROSS JOIN LATERAL jsonb_populate_record(held, coalesce(past.columns, '{}')) AS former
  CROSS JOIN LATERAL jsonb_populate_record(former, CASE WHEN past.columns IS NOT NULL THEN (
    SELECT to_jsonb(decided) FROM owner_of(${inputs.join(', ')}) AS decided) END) AS version
  WHERE held.first_seen_at <= moment;
END $function$;`,
      drop: `DROP FUNCTION ${signature};`,
    },
    comment(
      `FUNCTION ${signature}`,
      'The table as of a moment. Fingerprints and times of observation are those of today.',
    ),
    grant('EXECUTE', `FUNCTION ${signature}`, ['sagecat_reader']),
  ];
}
