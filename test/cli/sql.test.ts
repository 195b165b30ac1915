import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../db/database.ts';
import { placeCatalog } from '../support/embedded-template.ts';
import { startSagecat } from '../support/sagecat-process.ts';

describe('sagecat sql and keys, beside a process that holds the embedded database', () => {
  let cwd: string;
  let database: Database;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-sql-'));
    database = await openDatabase({ dataDir: await placeCatalog(cwd) });
  });
  after(async () => {
    await database[Symbol.asyncDispose]();
    await rm(cwd, { recursive: true });
  });

  const run = async (args: string[], input?: string) => {
    const command = startSagecat(args, { cwd });
    command.child.stdin?.end(input ?? '');
    return { code: await command.ended(), stdout: command.stdout, stderr: command.stderr };
  };

  it('prints row objects, CSV and a table', async () => {
    const statement = `SELECT $1::text AS name, 9007199254740993 AS number, NULL AS nothing, 1 AS name`;
    const json = await run(['sql', '--json', statement, '-p', 'a']);
    assert.equal(json.code, 0, json.stderr);
    assert.equal(json.stdout.replace(/\s/g, ''), '[{"name":"a","number":9007199254740993,"nothing":null,"name_2":1}]');
    assert.equal(
      (await run(['sql', '--csv', statement, '-p', 'a,b'])).stdout,
      'name,number,nothing,name_2\n"a,b",9007199254740993,,1\n',
    );
    const table = (await run(['sql', statement, '-p', '\u001b[31mred'])).stdout;
    assert.match(table, /name_2/);
    assert.ok(!table.includes('\u001b'));
    assert.match(table, /1 row\n$/);
  });

  it('reads a statement from standard input and points at a mistake', async () => {
    const { code, stderr } = await run(['sql', '-'], 'SELECT 1,\n  nope\nFROM crawl');
    assert.equal(code, 1);
    assert.match(stderr, /column "nope" does not exist\nLINE 2: {3}nope\n {10}\^/);
  });

  it('says by its exit code what became of the statement', async () => {
    assert.equal((await run(['sql', 'DELETE FROM crawl'])).code, 2);
    assert.equal((await run(['sql', 'SELEC 1'])).code, 2);
    assert.equal((await run(['sql', '--json', '--csv', 'SELECT 1'])).code, 2);
    const cut = await run(['sql', '--csv', '--max-rows', '2', 'SELECT * FROM generate_series(1, 9)']);
    assert.deepEqual([cut.code, cut.stdout], [3, 'generate_series\n1\n2\n']);
  });

  it('is ended at its limit by the process that holds the database, whose own queries only wait', async () => {
    const runaway = run(['sql', '--timeout', '1', 'SELECT count(*) FROM generate_series(1, 20000000000)']);
    const others = (async () => {
      for (let ended = false; !ended; ) {
        const { rows } = await database.pool.query('SELECT 1 AS one');
        assert.equal(rows[0].one, 1);
        ended = await Promise.race([runaway.then(() => true), new Promise<false>((go) => setTimeout(go, 20, false))]);
      }
    })();
    const { code, stderr } = await runaway;
    assert.equal(code, 1);
    assert.match(stderr, /longer than its limit of 1000 ms/);
    await others;
  });

  it('makes, lists and revokes keys', async () => {
    const made = await run(['keys', 'create', 'dashboard', '--scope', 'read,sql', '--account', '111122223333']);
    assert.equal(made.code, 0, made.stderr);
    assert.match(made.stdout, /^sagecat_[\w-]{43}\n$/);
    const listed = await run(['keys', 'list']);
    assert.match(listed.stdout, /dashboard {2}read, sql {2}111122223333 {2}until it is revoked/);
    assert.ok(!listed.stdout.includes(made.stdout.trim()));
    assert.equal((await run(['keys', 'revoke', 'dashboard'])).code, 0);
    assert.equal((await run(['keys', 'revoke', 'dashboard'])).code, 1);
    assert.equal((await run(['keys', 'create', 'x', '--scope', 'everything'])).code, 2);
    assert.equal((await run(['keys', 'create', 'x', '--account', '12'])).code, 2);
  });
});
