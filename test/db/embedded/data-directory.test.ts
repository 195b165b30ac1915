import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../../db/database.ts';
import { embeddedVersion } from '../../../db/embedded/data-directory.ts';
import { eventually } from '../../support/eventually.ts';

const open = async (dataDir: string) => {
  await using database = await openDatabase({ dataDir });
  return database.connectionString;
};

describe('the folder of the embedded database', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sagecat-dir-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** A folder with files in its `pgdata`. */
  const holding = async (name: string, files: Record<string, string>): Promise<string> => {
    const pgdata = join(folder, name, 'pgdata');
    await mkdir(pgdata, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(pgdata, file), text);
    return join(folder, name);
  };

  it('is left alone where other files, another version or a server has it', async () => {
    const foreign = await holding('foreign', { 'thesis.txt': 'do not touch' });
    await assert.rejects(open(foreign), /holds no database but other files \(thesis\.txt\): give sagecat a folder/);
    assert.equal(await readFile(join(foreign, 'pgdata/thesis.txt'), 'utf8'), 'do not touch');
    await assert.rejects(open(await holding('old', { PG_VERSION: '16\n' })), /PostgreSQL 16, .* is PostgreSQL 18/);
    const server = await holding('server', { PG_VERSION: `${embeddedVersion}\n`, 'postmaster.pid': '4711\n/data\n' });
    await assert.rejects(open(server), /belongs to a PostgreSQL server \(postmaster\.pid names process 4711\)/);
  });

  it('is told by its path where it is a file, or below one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    await assert.rejects(open(file), { name: 'FileError', message: /file: exists already/ });
    await assert.rejects(open(join(file, 'below')), { name: 'FileError', message: /not a folder/ });
  });

  it('is made anew where it was never completed, has the version that is expected, and is told as damaged', async () => {
    const made = await holding('made', { half: 'of an initdb that was killed' });
    await writeFile(join(made, 'creating'), '');
    await open(made);
    assert.equal((await readFile(join(made, 'pgdata/PG_VERSION'), 'utf8')).trim(), embeddedVersion);
    await open(made);
    await truncate(join(made, 'pgdata/global/pg_control'), 10);
    await assert.rejects(open(made), { name: 'DataDirectoryError', message: /made cannot be opened: it is damaged/ });
    await assert.rejects(open(made), /is damaged/, 'and is not held by the process that could not open it');
  });

  it('may be on a disk that is full: told at once, nothing is lost, and it goes on when there is room', async (t) => {
    const disk = join(folder, 'disk');
    await mkdir(disk);
    const mount = (...args: string[]) => spawnSync('mount', [...args, disk]).status === 0;
    if (process.getuid?.() !== 0 || !mount('-t', 'tmpfs', '-o', 'size=64m', 'tmpfs')) {
      t.skip('only root can make a small disk');
      return;
    }
    try {
      await using database = await openDatabase({ dataDir: join(disk, 'data') });
      const { pool } = database;
      await pool.query('CREATE TABLE kept (id int, ballast text)');
      let stored = 0;
      const fill = async () => {
        for (;;) {
          await pool.query(
            `INSERT INTO kept SELECT $1, string_agg(md5(random()::text || g), '') FROM generate_series(1, 20000) AS g`,
            [stored],
          );
          stored++;
        }
      };
      await assert.rejects(fill(), { code: '53100' });
      assert.ok(stored > 0);
      // What needs no further block goes on until the log needs a further file.
      const log = async () => {
        for (;;) await pool.query(`SELECT pg_logical_emit_message(true, 'x', repeat('x', 1000000))`);
      };
      await assert.rejects(log(), { code: '53100' });
      await assert.rejects(pool.query('SELECT 1'), { code: '53100', message: /is full: make room, 32 MB at least/ });
      assert.ok(mount('-o', 'remount,size=256m'));
      // It is tried again about every two seconds.
      await eventually(async () => {
        const { rows } = await pool.query('SELECT count(*)::int AS count FROM kept');
        assert.equal(rows[0].count, stored);
      });
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});
