import type { Database } from '../database.ts';

const known = new WeakMap<Database, Map<string, Promise<Buffer>>>();

/**
 * A random key of this database, which all processes over it share and nobody else can read. To be read before a transaction is open: on the
 * embedded database nothing else can be asked while one is.
 */
export function databaseSecret(database: Database, name: 'accounts' | 'cursors'): Promise<Buffer> {
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
