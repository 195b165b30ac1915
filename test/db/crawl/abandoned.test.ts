import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeLease } from '../../../db/crawl/lease.ts';
import { readCrawl, readCrawls } from '../../../db/crawl/read-crawls.ts';
import { addCrawl, addCrawlTarget, beginTarget, crawlLease } from '../../../db/crawl/runs.ts';
import type { CrawlTrigger } from '../../../db/crawl/schema.ts';
import { testApi } from '../../support/test-api.ts';
import { testDatabase } from '../../support/test-database.ts';

type Db = Awaited<ReturnType<typeof testDatabase>>;
const target = { resourceType: 'aws_sagemaker_trainingjob', accountId: '111122223333', region: 'us-east-1' };

/** A crawl of an hour ago with a target under way and one that waits. */
async function begun({ kysely, pool }: Pick<Db, 'kysely' | 'pool'>, trigger: CrawlTrigger): Promise<number> {
  const id = await addCrawl(kysely, { kind: 'auto', trigger, scope: {} });
  const first = await addCrawlTarget(kysely, id, { ...target, asked: 'auto' });
  await addCrawlTarget(kysely, id, { ...target, region: 'eu-west-1', asked: 'auto' });
  await beginTarget(kysely, first, { kind: 'full', worker: 'test' });
  await pool.query(`UPDATE crawl SET requested_at = now() - interval '1 hour' WHERE id = $1`, [id]);
  await pool.query(`UPDATE crawl_target SET started_at = now() - interval '1 hour' WHERE id = $1`, [first]);
  return id;
}

test('a crawl whose process was killed is interrupted for whoever reads it, and one that lives is not', async () => {
  await using database = await testDatabase();
  const dead = await begun(database, 'command');
  const alive = await begun(database, 'command');
  await takeLease(database.kysely, crawlLease(alive), { holder: 'another host', seconds: 60 });
  const statuses = (await readCrawls(database.kysely, { limit: 10 })).map(({ id, status }) => [id, status]);
  assert.deepEqual(statuses, [
    [alive, 'running'],
    [dead, 'interrupted'],
  ]);
  const run = await readCrawl(database.kysely, dead);
  assert.deepEqual(
    run?.targets.map(({ status, reason }) => [status, reason]),
    [
      ['interrupted', 'its process ended'],
      ['interrupted', 'its process ended'],
    ],
  );
  assert.notEqual(run?.finished_at, null);
});

test('who watches a crawl whose process is killed meanwhile hears of its end', async () => {
  await using api = await testApi();
  const id = await begun(api.database, 'command');
  const { kysely } = api.database;
  await takeLease(kysely, crawlLease(id), { holder: 'another host', seconds: 1 });
  const { body } = await api.app.inject(`/v1/crawls/${id}/events`);
  assert.match(body, /event: crawl\ndata: \{.*"status":"running"/);
  assert.match(body, new RegExp(`event: end\ndata: \\{"id":${id},"status":"interrupted"\\}`));
});

test('a target whose worker was killed waits for another worker, and says so', async () => {
  await using database = await testDatabase();
  const id = await begun(database, 'schedule');
  const held = () =>
    readCrawl(database.kysely, id).then((run) => run?.targets.map(({ status, reason }) => [status, reason]));
  await takeLease(database.kysely, target, { holder: 'a worker', seconds: 60 });
  assert.deepEqual(await held(), [
    ['queued', null],
    ['running', null],
  ]);
  await database.pool.query('UPDATE crawl_lease SET expires_at = now()');
  assert.deepEqual(await held(), [
    ['queued', null],
    ['queued', 'its worker stopped; the next one goes on'],
  ]);
});
