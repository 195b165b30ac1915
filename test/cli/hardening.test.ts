import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sqlSettings } from '../../config/sql-section.ts';
import type { Database } from '../../db/database.ts';
import { SqlReader } from '../../db/sql/sql-reader.ts';
import { startSagecat } from '../support/sagecat-process.ts';
import { onServer, testDatabase } from '../support/test-database.ts';

describe('sagecat migrate --print-hardening', { skip: !onServer && 'needs a server: set DATABASE_URL' }, () => {
  let cwd: string;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-hardening-'));
    database = await testDatabase();
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  it('prints a script after which nothing is missing, and readers read on', async () => {
    const print = async () => {
      const command = startSagecat(['migrate', '--print-hardening'], {
        cwd,
        env: { DATABASE_URL: database.connectionString },
      });
      assert.equal(await command.ended(), 0, command.stderr);
      return command.stdout;
    };
    const script = await print();
    assert.match(script, /^-- To be run by a superuser in the database sagecat_test_/);
    assert.match(script, /REVOKE EXECUTE ON FUNCTION .*pg_advisory_lock\(bigint\)/);
    await database.pool.query(script);
    assert.match(await print(), /-- Nothing is missing\.\n$/);
    const reader = new SqlReader(database, sqlSettings({ harden_functions: true }));
    const statement = 'SELECT count(*) FROM information_schema.columns';
    for (const accounts of [undefined, ['111122223333']]) {
      const { rows } = await reader.run({ statement, maxRows: 1, timeoutMs: 10_000, accounts });
      assert.ok(Number(rows[0]?.[0]) > 100);
    }
  });
});
