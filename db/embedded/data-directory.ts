import { readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asFileError, withFile } from '../../catalog/file-error.ts';

/** The folder of the embedded database cannot be used. The message says what is in it, and what to do. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError';
}

/** Major version of PostgreSQL of the embedded database and its files. */
export const embeddedVersion = '18';
/** A segment of the write-ahead log has 16 MiB; PostgreSQL may not start with less than two free ones. */
const leastFreeBytes = 32 * 1024 ** 2;

const databaseOf = (directory: string): string => join(directory, 'pgdata');
const creating = (directory: string): string => join(directory, 'creating');

/** Returns whether a folder has a complete database. */
export async function holdsDatabase(directory: string): Promise<boolean> {
  return (await versionIn(directory)) !== undefined && (await textOf(creating(directory))) === undefined;
}

/**
 * Prepares the folder for the database: removes what is left of an incomplete one. Throws DataDirectoryError if the folder has files of
 * another program or another version.
 */
export async function prepareDirectory(directory: string): Promise<void> {
  const pgdata = databaseOf(directory);
  if ((await textOf(creating(directory))) !== undefined)
    await withFile(pgdata, () => rm(pgdata, { recursive: true, force: true }));
  const version = await versionIn(directory);
  if (version === undefined) {
    const found = await withFile(pgdata, () => readdir(pgdata)).catch((error: unknown) => {
      if (asFileError(error)?.code === 'ENOENT') return [];
      throw error;
    });
    if (found.length > 0) {
      throw new DataDirectoryError(
        `${pgdata} holds no database but other files (${found.slice(0, 3).join(', ')}): give sagecat a folder of its own with SAGECAT_DATA_DIR`,
      );
    }
    await withFile(directory, () => writeFile(creating(directory), ''));
    return;
  }
  if (version !== embeddedVersion) {
    throw new DataDirectoryError(
      `${pgdata} holds a database of PostgreSQL ${version}, and the embedded one of this sagecat is PostgreSQL ${embeddedVersion}: open it with the sagecat that made it, or move the folder away and crawl again`,
    );
  }
  const server = Number((await textOf(join(pgdata, 'postmaster.pid')))?.split('\n', 1)[0]);
  // PGlite writes a negative number.
  if (server > 0) {
    throw new DataDirectoryError(
      `${pgdata} belongs to a PostgreSQL server (postmaster.pid names process ${server}): give sagecat a folder of its own, or reach that server with DATABASE_URL`,
    );
  }
}

/** Marks a new database as complete, once it has opened. */
export const markComplete = (directory: string): Promise<void> => rm(creating(directory), { force: true });

/** The reason why the database does not open: an SQLSTATE and a sentence. */
export async function explainFailure(directory: string, error: unknown): Promise<{ code: string; text: string }> {
  const free = await statfs(directory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => undefined,
  );
  if (free !== undefined && free < leastFreeBytes) {
    return {
      code: '53100',
      text: `the disk of the embedded database in ${directory} is full: make room, ${leastFreeBytes / 1024 ** 2} MB at least`,
    };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'XX001',
    text: `the embedded database in ${directory} cannot be opened: it is damaged, or another program made it (${reason.replace(/\.? Build with -sASSERTIONS.*/s, '')}); put a backup in its place, or move the folder away and crawl again`,
  };
}

/** Returns the major version of a folder's database, e.g. `18`. */
const versionIn = async (directory: string): Promise<string | undefined> =>
  (await textOf(join(databaseOf(directory), 'PG_VERSION')))?.trim();

/** Returns the text of a file; undefined if there is none. Throws FileError. */
async function textOf(file: string): Promise<string | undefined> {
  try {
    return await withFile(file, () => readFile(file, 'utf8'));
  } catch (error) {
    if (asFileError(error)?.code === 'ENOENT') return undefined;
    throw error;
  }
}
