import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Changes with the migrations, with what runs them, with how a template is made, and with the version of the embedded database. */
export async function schemaFingerprint(): Promise<string> {
  const hash = createHash('sha256');
  const files = await Array.fromAsync(
    glob(['migrations/*.{ts,sql}', 'db/embedded/*.ts', 'db/migrate.ts', 'test/support/*-template.ts'], { cwd: root }),
  );
  for (const name of files.sort()) hash.update(await readFile(join(root, name)));
  hash.update(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json')));
  return hash.digest('hex').slice(0, 16);
}
