import type { Kysely } from 'kysely';
import { createDaySums, dropDaySums } from './billing/day-sums.ts';
import { createPriceTables, dropPriceTables } from './billing/price-tables.ts';
import { createUsageTable, dropUsageTable } from './billing/usage-table.ts';
import { createViews, dropViews } from './billing/views.ts';

/** Billable time: the fact table and its daily sums, prices, and the views that people query. */
export async function up(db: Kysely<never>): Promise<void> {
  await createUsageTable(db);
  await createPriceTables(db);
  await createDaySums(db);
  await createViews(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await dropViews(db);
  await dropDaySums(db);
  await dropPriceTables(db);
  await dropUsageTable(db);
}
