/**
 * Prints the migration that the definitions want: for each resource type what its table, indexes and views lack, or all of them for a
 * type that has none yet. Prints nothing where all is as the migrations make it. Run it with `npm run generate:ddl`. With a name behind it
 * (`npm run generate:ddl -- code-repositories`) it writes the migration of a new type under the next number, forward and back, and their checksums.
 */
import { createHash } from 'node:crypto';
import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resourceTypes } from '../catalog/resource-types.ts';
import { openDatabase } from '../db/database.ts';
import { missingDdl } from '../db/ddl/missing-ddl.ts';
import { dropResourceType, sections } from '../db/ddl/resource-type-ddl.ts';
import { migrateToLatest } from '../db/migrate.ts';

const [name] = process.argv.slice(2);
const root = join(import.meta.dirname, '..');
await using database = await openDatabase({ dataDir: 'memory' });
await migrateToLatest(database.kysely);
for (const type of resourceTypes) {
  const missing = await missingDdl(database.pool, type);
  if (missing.length === 0) continue;
  const isNew = missing.some(({ key }) => key === `table ${type.name}`);
  const forward = sections(missing);
  if (name !== undefined && isNew) await write(name, forward, dropResourceType(type));
  else process.stdout.write(`-- ${type.name}\n${forward}\n`);
}

/** Writes a pair of migrations, and what `sha256sum` prints for them. */
async function write(name: string, forward: string, back: string): Promise<void> {
  const taken = (await readdir(join(root, 'migrations')))
    .map((file) => Number.parseInt(file, 10))
    .filter(Number.isFinite);
  const number = String(Math.max(...taken) + 1).padStart(4, '0');
  for (const [file, text] of [
    [`${number}-${name}.down.sql`, back] as const,
    [`${number}-${name}.sql`, forward] as const,
  ]) {
    await writeFile(join(root, 'migrations', file), text);
    const checksum = createHash('sha256').update(text).digest('hex');
    await appendFile(join(root, 'test/migrations/checksums.txt'), `${checksum}  ${file}\n`);
    console.log(`wrote migrations/${file}`);
  }
}
