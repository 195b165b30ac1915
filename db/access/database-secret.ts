import type { Database } from '../database.ts';

const known = new WeakMap<Database, Map<string, Promise<Buffer>>>();

/**
 * Reads a random key of this database, shared by all its processes and readable by no one else. Call it before a transaction is open: the
 * embedded database can answer nothing else during one.
 */
export function databaseSecret(database: Database, name: 'accounts' | 'cursors' | 'sessions'): Promise<Buffer> {
  const secrets = known.get(database) ?? new Map<string, Promise<Buffer>>();
  known.set(database, secrets);
  const read = secrets.get(name) ?? readSecret(database, name);
  secrets.set(name, read);
  read.catch(() => secrets.delete(name));
  return read;
}

async function readSecret({ pool }: Database, name: string): Promise<Buffer> {
  const { rows } = await pool.query<{ value: Buffer }>('SELECT value FROM sagecat_private.secret WHERE name = $1', [
    name,
  ]);
  const value = rows[0]?.value;
  if (value) return value;
  throw new Error(`sagecat_private.secret has lost its row ${name}; insert 32 random bytes under that name`);
}
