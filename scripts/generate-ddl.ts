/**
 * Prints the migration that the definitions want: for each resource type what its table, indexes and views lack, or all of them for a
 * type that has none yet. Prints nothing where all is as the migrations make it. Run it with `npm run generate:ddl`.
 */
import { resourceTypes } from '../catalog/resource-types.ts';
import { openDatabase } from '../db/database.ts';
import { missingDdl } from '../db/ddl/missing-ddl.ts';
import { sections } from '../db/ddl/resource-type-ddl.ts';
import { migrateToLatest } from '../db/migrate.ts';

await using database = await openDatabase({ dataDir: 'memory' });
await migrateToLatest(database.kysely);
for (const type of resourceTypes) {
  const missing = await missingDdl(database.pool, type);
  if (missing.length > 0) process.stdout.write(`-- ${type.name}\n${sections(missing)}\n`);
}
