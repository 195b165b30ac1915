import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Returns the origins of the prices: files, services, or a note that they are made up for a demo. */
export async function readPriceOrigins(db: Kysely<DatabaseSchema>): Promise<string[]> {
  const { rows } = await sql<{ origin: string }>`SELECT DISTINCT origin FROM billing_price ORDER BY origin`.execute(db);
  return rows.map(({ origin }) => origin);
}
