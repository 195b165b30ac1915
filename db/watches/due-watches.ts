import { type Kysely, sql } from 'kysely';
import { jobType, resourceTypes } from '../../catalog/resource-types.ts';
import type { Watch } from '../../catalog/watches/watch.ts';
import { isWrittenSince } from '../query/changed-rows.ts';
import type { DatabaseSchema } from '../schema.ts';

/** Milliseconds after which a watch is evaluated even if no row was written, since queries may be relative to the time. */
const everyMs = 30_000;

/** Returns the watches that are due. An index shows whether a row was written since the last evaluation. */
export async function dueWatches(db: Kysely<DatabaseSchema>, now: number): Promise<Watch[]> {
  const written = resourceTypes.map(
    ({ name }) => sql`coalesce(definition ->> 'type', ${sql.lit(jobType.name)}) = ${sql.lit(name)}
      AND EXISTS (SELECT FROM ${sql.table(name)} AS r WHERE ${isWrittenSince(sql.ref('r.written_by'), sql.ref('watch.snapshot'))})`,
  );
  const { rows } = await sql<{ definition: Watch }>`
    SELECT definition FROM sagecat_private.watch
    WHERE snapshot IS NULL OR evaluated_at <= ${new Date(now - everyMs)}::timestamptz
      OR definition ->> 'when' NOT IN ('threshold', 'stale') AND (${sql.join(written, sql` OR `)})
    ORDER BY position, name`.execute(db);
  return rows.map(({ definition }) => definition);
}
