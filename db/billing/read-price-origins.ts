import { type Kysely, sql } from 'kysely';
import type { DatabaseSchema } from '../schema.ts';

/** Where the prices come from that costs are computed with: files, services, or that they are made up for a demo. */
export async function readPriceOrigins(db: Kysely<DatabaseSchema>): Promise<string[]> {
  const { rows } = await sql<{ origin: string }>`SELECT DISTINCT origin FROM billing_price ORDER BY origin`.execute(db);
  return rows.map(({ origin }) => origin);
}
