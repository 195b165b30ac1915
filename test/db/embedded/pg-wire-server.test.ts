import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Database, openDatabase } from '../../../db/database.ts';
import { copyOfTemplate } from '../../support/embedded-template.ts';

/** Runs for minutes if nobody ends it. */
const endless = 'SELECT count(*) FROM generate_series(1, 2000000000)';

describe('the embedded database', () => {
  let db: Database;
  before(async () => {
    db = await openDatabase({ dataDir: 'memory' });
    await db.pool.query('CREATE TABLE kept (id int PRIMARY KEY)');
  });
  after(() => db[Symbol.asyncDispose]());

  const limited = async (limitMs: number) => {
    const client = new pg.Client({ connectionString: db.connectionString, statement_timeout: limitMs });
    client.on('error', () => {});
    await client.connect();
    return client;
  };

  it('keeps the messages of its clients apart, however many packets a statement takes', async () => {
    const large = 'x'.repeat(300_000);
    const ask = async (client: number) => {
      for (let round = 0; round < 20; round++) {
        const value = client * 1000 + round;
        const { rows } = await db.pool.query(
          `SELECT $1::int AS value, ${client} AS client, length($2::text) AS length`,
          [value, client % 2 === 0 ? large : 'small'],
        );
        assert.deepEqual(rows, [{ value, client, length: client % 2 === 0 ? 300_000 : 5 }]);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, client) => ask(client)));
  });

  it('ends a statement at the limit that its client announced; others only wait, and lose nothing', async () => {
    await db.pool.query('INSERT INTO kept VALUES (1)');
    const client = await limited(500);
    const runaway = assert.rejects(client.query(endless), { code: '57014' });
    const others = Promise.all([2, 3, 4].map((id) => db.pool.query('INSERT INTO kept VALUES ($1)', [id])));
    await Promise.all([runaway, others]);
    const { rows } = await db.pool.query('SELECT id FROM kept ORDER BY id');
    assert.deepEqual(rows, [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }]);
  });

  it('takes the database away from a client that sits in its transaction', async () => {
    const client = await limited(1000);
    await client.query('BEGIN; INSERT INTO kept VALUES (99)');
    const gone = new Promise((resolve) => client.once('end', resolve));
    const { rows } = await db.pool.query('SELECT id FROM kept WHERE id = 99');
    assert.deepEqual(rows, []);
    await gone;
  });

  it('undoes what a client left behind that went away in its transaction', async () => {
    const client = await limited(60_000);
    await client.query('BEGIN');
    await client.query('INSERT INTO kept VALUES (98)');
    await client.end();
    const { rows } = await db.pool.query('SELECT id FROM kept WHERE id = 98');
    assert.deepEqual(rows, []);
  });

  it('opens again when asked, with everything that was committed', async () => {
    await db.pool.query('INSERT INTO kept VALUES (50)');
    const client = await db.pool.connect();
    client.on('error', () => {});
    await client.query('BEGIN');
    const lost = assert.rejects(client.query(endless), { code: '57P01' });
    await db.embedded?.restart();
    await lost;
    client.release(true);
    const { rows } = await db.pool.query('SELECT id FROM kept WHERE id = 50');
    assert.deepEqual(rows, [{ id: 50 }]);
  });

  it('opens again at any moment of what its clients do, also when a statement ends just then', async () => {
    let isOver = false;
    const failures = new Set<string>();
    const work = async () => {
      while (!isOver) {
        await db.pool
          .query('SELECT count(*) FROM generate_series(1, 2000)')
          .catch((error: Error) => failures.add(error.message));
      }
    };
    const clients = [work(), work(), work()];
    for (let round = 0; round < 25; round++) {
      await delay(Math.random() * 20);
      await db.embedded?.restart();
    }
    isOver = true;
    await Promise.all(clients);
    assert.deepEqual(
      [...failures].filter((text) => /cannot be opened/.test(text)),
      [],
    );
  });

  it('gives back the memory that a statement took', async () => {
    const before = process.memoryUsage().rss;
    const { rows } = await db.pool.query(`SELECT length(repeat(repeat('x', 1000), 500000) || 'y') AS length`);
    assert.deepEqual(rows, [{ length: 500_000_001 }]);
    assert.deepEqual((await db.pool.query('SELECT 1 AS one')).rows, [{ one: 1 }]);
    assert.ok(process.memoryUsage().rss - before < 500_000_000);
  });

  it('closes the connection of a client that speaks something else', async () => {
    const host = decodeURIComponent(db.connectionString.split('host=')[1] ?? '');
    const socket = connect(`${host}/.s.PGSQL.5432`);
    socket.on('error', () => {});
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.end('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    socket.resume();
    await ended;
    assert.equal((await db.pool.query('SELECT 1 AS one')).rows.length, 1);
  });

  it('can be closed while it opens again after a statement that outlived its limit', async () => {
    const short = await copyOfTemplate('empty');
    const client = new pg.Client({ connectionString: short.connectionString, statement_timeout: 500 });
    client.on('error', () => {});
    await client.connect();
    await assert.rejects(client.query(endless), { code: '57014' });
    await short[Symbol.asyncDispose]();
  });
});
