import assert from 'node:assert/strict';
import { test } from 'node:test';
import pg from 'pg';
import type { Database } from '../../../db/database.ts';
import type { CrawlEvent, CrawlTuning } from '../../../services/crawler/run-crawl.ts';
import { type FaultOptions, type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { crawlSimulator } from '../../support/crawl-simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { onServer, testDatabase } from '../../support/test-database.ts';

// Whatever goes wrong on the way, the catalog ends as it would have without: row for row what the simulator holds, and no row deleted.
// SAGECAT_FAULT_JOBS sets the size; what is committed is small enough for every run of the tests.

const jobs = Number(process.env.SAGECAT_FAULT_JOBS ?? 600);
const noon = Date.UTC(2026, 0, 15, 12);
const population = { now: () => noon, anchor: noon, jobs, accounts: 2, regions: 1, liveJobs: 20 };
const tuning: CrawlTuning = { timeoutSeconds: 0.4, darkAfterSeconds: 20 };

async function assertUndisturbed(simulator: Simulator, database: Database): Promise<void> {
  await assertCatalogIsTrue(simulator, database);
  const { rows } = await database.pool.query(
    'SELECT count(*) AS count FROM aws_sagemaker_trainingjob WHERE deleted_at IS NOT NULL',
  );
  assert.equal(rows[0].count, 0, 'rows deleted though every job exists');
}

const storm: FaultOptions = {
  throttle: 0.05,
  serverError: 0.05,
  reset: 0.01,
  truncate: 0.01,
  stall: 0.01,
  stallSeconds: 1,
  seed: 7,
};

for (const search of [true, false]) {
  test(`throttles, errors, resets, truncated bodies and stalls ${search ? 'with' : 'without'} Search`, async () => {
    await using simulator = await startSimulator({ ...population, faults: storm });
    await using database = await testDatabase();
    const summary = await crawlSimulator(simulator, database, { tuning: { ...tuning, search } });
    assert.equal(summary.status, 'complete');
    assert.ok(summary.throttles > 0);
    for (const fault of ['throttle', 'serverError', 'reset']) assert.ok((simulator.faultCounts[fault] ?? 0) > 0, fault);
    await assertUndisturbed(simulator, database);
    const again = await crawlSimulator(simulator, database, { kind: 'full', tuning: { ...tuning, search } });
    assert.deepEqual([again.status, again.jobs.changed, again.jobs.deleted], ['complete', 0, 0]);
    await assertUndisturbed(simulator, database);
  });
}

test('sessions that expire in mid-crawl, earlier than they were told, are renewed', async () => {
  await using simulator = await startSimulator({ ...population, latencyMs: 20 });
  await using database = await testDatabase();
  const expiring = setInterval(() => simulator.expireCredentials(), 300);
  const summary = await crawlSimulator(simulator, database, { tuning }).finally(() => clearInterval(expiring));
  assert.equal(summary.status, 'complete');
  assert.ok(simulator.stats.calls({ operation: 'AssumeRole' }).calls > simulator.accounts.length);
  await assertUndisturbed(simulator, database);
});

test('empty pages, repeated tokens and listings that end early delete nothing', async () => {
  await using simulator = await startSimulator(population);
  await using database = await testDatabase();
  await crawlSimulator(simulator, database, { tuning });
  for (const [faults, status] of [
    [
      {
        script: [
          { fault: 'empty', page: 2 },
          { fault: 'repeat', page: 3 },
        ],
      },
      'complete',
    ],
    [{ script: [{ fault: 'end', page: 1 }] }, 'partial'],
    [{ emptyPage: 0.3, repeatToken: 0.1, seed: 3 }, 'complete'],
  ] as const) {
    simulator.setFaults(faults);
    const summary = await crawlSimulator(simulator, database, { kind: 'full', tuning });
    assert.equal(summary.status, status, JSON.stringify(summary.targets.map(({ reason }) => reason)));
    await assertUndisturbed(simulator, database);
  }
});

test('a region that goes dark in mid-listing is partial, costs the others nothing, and is whole the next time', async () => {
  await using simulator = await startSimulator(population);
  await using database = await testDatabase();
  const dark = simulator.accounts[0]?.id ?? '';
  simulator.setFaults({ script: [{ fault: 'dark', page: 2, accountId: dark }] });
  const summary = await crawlSimulator(simulator, database, { tuning: { ...tuning, darkAfterSeconds: 1 } });
  for (const { account_id, status, reason } of summary.targets) {
    assert.equal(status, account_id === dark ? 'partial' : 'complete', reason ?? '');
  }
  simulator.setFaults({});
  simulator.stats.reset();
  const next = await crawlSimulator(simulator, database, { tuning });
  assert.equal(next.status, 'complete');
  await assertUndisturbed(simulator, database);
});

test('the database restarts in mid-crawl', async () => {
  await using simulator = await startSimulator({ ...population, latencyMs: 2 });
  await using database = await testDatabase();
  let restarts = 0;
  const onProgress = (event: CrawlEvent) => {
    if (event.type !== 'target-progress' || event.jobs.described === 0 || restarts >= 2) return;
    restarts++;
    restart(database).catch(() => {});
  };
  const summary = await crawlSimulator(simulator, database, { tuning, onProgress });
  assert.equal(summary.status, 'complete');
  await assertUndisturbed(simulator, database);
});

/** The embedded database is restarted; of a server, which others use too, every connection of this database is cut. */
async function restart(database: Database): Promise<void> {
  if (!onServer) return database.embedded?.restart();
  const client = new pg.Client({ connectionString: database.connectionString });
  client.on('error', () => {});
  await client.connect();
  await client.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  await client.end();
}
