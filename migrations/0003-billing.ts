import type { Kysely } from 'kysely';
import { createPriceTables, dropPriceTables } from './billing/price-tables.ts';
import { createUsageTables, dropUsageTables } from './billing/usage-tables.ts';
import { createViews, dropViews } from './billing/views.ts';

/** Billable time: the fact table and its daily sums, prices, and the views that people query. */
export async function up(db: Kysely<never>): Promise<void> {
  await createUsageTables(db);
  await createPriceTables(db);
  await createViews(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await dropViews(db);
  await dropPriceTables(db);
  await dropUsageTables(db);
}
