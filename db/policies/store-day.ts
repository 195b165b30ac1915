import { sql, type Transaction } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Stores the current scores as those of the day; if nothing has changed, only if the day has none yet. */
export async function storeDay(
  trx: Transaction<DatabaseSchema>,
  now: number,
  { changed = true }: { readonly changed?: boolean } = {},
): Promise<void> {
  const day = sql`${new Date(now).toISOString().slice(0, 10)}::date`;
  if (!changed) {
    const { rows } = await sql`SELECT FROM policy_score_day WHERE day = ${day} LIMIT 1`.execute(trx);
    if (rows.length > 0) return;
  }
  await sql`DELETE FROM policy_score_day WHERE day = ${day}`.execute(trx);
  await sql`
    INSERT INTO policy_score_day
    SELECT ${day}, policy, account_id, sum(compliant), sum(violated), sum(exempted) FROM policy_score GROUP BY policy, account_id`.execute(
    trx,
  );
}
