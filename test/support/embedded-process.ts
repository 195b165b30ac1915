// Opens the embedded database in the given directory, uses it, and prints its peak memory in kilobytes.
import { openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';

await using database = await openDatabase({ dataDir: process.argv[2] ?? '' });
await migrateToLatest(database.kysely);
// Enough for V8 to optimize the database's expression interpreter.
await database.pool.query('SELECT sum(length(md5(n::text))) FROM generate_series(1, 200000) AS n WHERE n % 7 <> 3');
console.log(process.resourceUsage().maxRSS);
