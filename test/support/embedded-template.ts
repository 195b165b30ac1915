import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, cp, glob, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/sagecat');

/** Returns a separate embedded database with all migrations, copied from a template. It is deleted when it is disposed. */
export async function copyOfTemplate(): Promise<Database> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sagecat-test-'));
  await copyTemplate(dataDir);
  const database = await openDatabase({ dataDir });
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Copies a migrated database to where commands that run in `cwd` look for the embedded one. Returns its directory. */
export async function placeCatalog(cwd: string): Promise<string> {
  const dataDir = join(cwd, '.sagecat');
  await copyTemplate(dataDir);
  return dataDir;
}

const copyTemplate = async (dataDir: string): Promise<void> =>
  cp(await template(), dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });

/** Returns the directory of the migrated template, which no test writes to. Test processes that find none create it concurrently; the first one stays. */
async function template(): Promise<string> {
  const directory = join(cache, `database-${await fingerprint()}`);
  if (await exists(directory)) return directory;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  {
    await using database = await openDatabase({ dataDir: draft });
    await migrateToLatest(database.kysely);
  }
  try {
    await rename(draft, directory);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(directory))) throw error;
  }
  return directory;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Changes with the migrations, with everything that they read, and with the version of the embedded database. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files = await Array.fromAsync(glob('{catalog,db,migrations}/**/*.{ts,sql}', { cwd: root }));
  for (const name of files.sort()) hash.update(await readFile(join(root, name)));
  hash.update(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json')));
  return hash.digest('hex').slice(0, 16);
}
