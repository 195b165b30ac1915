import { type Kysely, sql } from 'kysely';
import { resourceTypes } from '../catalog/resource-types.ts';
import type { DatabaseSchema } from './schema.ts';

/**
 * Makes a database that was restored from a dump on another server work as one that was filled here, and returns whether it was one. Rows name
 * the transaction that wrote them, and readers remember snapshots, so that they find what is new; of another server's transactions, both would
 * hide what is new or show everything as new. Rows of transactions that are still to come here are stamped again, and snapshots are forgotten:
 * policies are evaluated from nothing, and watches tell what happens from now on.
 */
export async function adoptRestored(db: Kysely<DatabaseSchema>): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const { rows } = await sql`
      UPDATE sagecat_private.database_origin SET written_by = pg_current_xact_id() WHERE xmin <> written_by::xid
      RETURNING true`.execute(trx);
    if (rows.length === 0) return false;
    const isToCome = sql`written_by >= pg_snapshot_xmax(pg_current_snapshot())`;
    for (const { name } of resourceTypes) {
      // A trigger stamps the rows with this transaction.
      await sql`UPDATE ${sql.table(name)} SET written_by = written_by WHERE ${isToCome}`.execute(trx);
    }
    await sql`UPDATE policy_verdict SET written_by = written_by WHERE ${isToCome}`.execute(trx);
    await sql`UPDATE resource_change SET written_by = NULL WHERE ${isToCome}`.execute(trx);
    await sql`DELETE FROM sagecat_private.policy_evaluation`.execute(trx);
    await sql`UPDATE sagecat_private.policy SET is_evaluated = false`.execute(trx);
    await sql`UPDATE sagecat_private.watch SET snapshot = NULL`.execute(trx);
    return true;
  });
}
