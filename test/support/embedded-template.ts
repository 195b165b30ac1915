import { constants, cpSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../db/database.ts';
import { migrateToLatest } from '../../db/migrate.ts';
import { schemaFingerprint } from './schema-fingerprint.ts';

const cache = join(import.meta.dirname, '../../node_modules/.cache/sagecat');

/** What a template holds: nothing yet, or all migrations. */
type Content = 'empty' | 'catalog';

/** Returns a separate embedded database, copied from a template. It is deleted when it is disposed. */
export async function copyOfTemplate(content: Content): Promise<Database> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sagecat-test-'));
  await copyTemplate(content, dataDir);
  const database = await openDatabase({ dataDir });
  return {
    ...database,
    async [Symbol.asyncDispose]() {
      await database[Symbol.asyncDispose]();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Copies a migrated database to a folder in `cwd`: by default where commands that run there look for the embedded one. Returns its directory. */
export async function placeCatalog(cwd: string, folder = '.sagecat'): Promise<string> {
  const dataDir = join(cwd, folder);
  await copyTemplate('catalog', dataDir);
  return dataDir;
}

async function copyTemplate(content: Content, dataDir: string): Promise<void> {
  cpSync(await template(content), dataDir, { recursive: true, mode: constants.COPYFILE_FICLONE });
  for (const segment of logSegments(dataDir)) truncateSync(segment, segmentBytes);
}

const found: { [Key in Content]?: Promise<string> } = {};
const template = (content: Content): Promise<string> => {
  found[content] ??= findTemplate(content);
  return found[content];
};

/** Returns the directory of a template, which no test writes to. Test processes that find none create it concurrently; the first one stays. */
async function findTemplate(content: Content): Promise<string> {
  const directory = join(cache, `${content}-${await schemaFingerprint()}`);
  if (await exists(directory)) return directory;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'draft-'));
  await fill(content, draft);
  try {
    await rename(draft, directory);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(directory))) throw error;
  }
  return directory;
}

/** Makes a database that is small, since every test copies it: without what new databases are made from, and with an empty log. */
async function fill(content: Content, dataDir: string): Promise<void> {
  {
    await using database = await openDatabase({ dataDir });
    if (content === 'catalog') await migrateToLatest(database.kysely);
    await database.pool.query('UPDATE pg_database SET datistemplate = false');
    for (const name of ['template0', 'template1']) await database.pool.query(`DROP DATABASE ${name}`);
    await database.pool.query('SET wal_recycle = off');
    await database.pool.query('SELECT pg_switch_wal()');
    await database.pool.query('CHECKPOINT');
  }
  for (const segment of logSegments(dataDir)) truncateSync(segment, lengthWithoutZeros(readFileSync(segment)));
}

/** A segment of the write-ahead log is as long as this from its beginning, and zero where nothing was written. */
const segmentBytes = 16 * 1024 ** 2;

const logSegments = (dataDir: string): string[] => {
  const folder = join(dataDir, 'pgdata/pg_wal');
  return readdirSync(folder)
    .filter((name) => /^[0-9A-F]{24}$/.test(name))
    .map((name) => join(folder, name));
};

function lengthWithoutZeros(bytes: Uint8Array): number {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 0) length--;
  return length;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
