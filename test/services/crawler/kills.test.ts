import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Database } from '../../../db/database.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

// SIGKILL at random moments of a crawl, each followed by a restart. SAGECAT_KILLS=50 is the full size; what is committed is small
// enough for every run of the tests.

const kills = Number(process.env.SAGECAT_KILLS ?? 4);
const jobs = kills * 150;
const noon = Date.UTC(2026, 0, 15, 12);
const child = fileURLToPath(new URL('./kill-child.ts', import.meta.url));

test(`a crawl that is killed ${kills} times ends with the same catalog`, async (context) => {
  await using simulator = await startSimulator({
    now: () => noon,
    anchor: noon,
    jobs,
    accounts: 2,
    regions: 1,
    liveJobs: 0,
    latencyMs: 4,
  });
  await using database = await testDatabase();
  let killed = 0;
  while (killed < kills) {
    const crawl = startCrawl(simulator, database);
    const exited = once(crawl, 'exit');
    const before = simulator.stats.calls().calls;
    // A number of requests, not of milliseconds: the same on every machine.
    const until = before + 5 + Math.floor(Math.random() * 150);
    const code = await Promise.race([
      exited.then(([status]) => status as number | null),
      killAt(simulator, until, crawl),
    ]);
    await exited;
    if (code === 'killed') killed++;
    else assert.equal(code, 0);
    if (code !== 'killed') break;
  }
  const [last] = (await once(startCrawl(simulator, database), 'exit')) as [number];
  assert.equal(last, 0);
  await assertCatalogIsTrue(simulator, database);
  const { rows } = await database.pool.query(
    "SELECT count(*) FILTER (WHERE deleted_at IS NOT NULL) AS deleted, count(*) FILTER (WHERE completeness = 'searched') AS searched FROM aws_sagemaker_trainingjob",
  );
  assert.deepEqual(rows, [{ deleted: 0, searched: 0 }]);
  const { rows: changes } = await database.pool.query('SELECT count(*) AS count FROM resource_change');
  assert.equal(changes[0].count, 0, 'changes were recorded though nothing has changed');
  const described = simulator.stats.calls({ operation: 'DescribeTrainingJob' }).calls;
  context.diagnostic(
    `${killed} kills, ${simulator.jobCount()} jobs, ${described - simulator.jobCount()} describes repeated`,
  );
  // What is lost with a kill is what was under way: requests, and a batch that was not stored yet.
  assert.ok(described - simulator.jobCount() <= killed * 2 * (16 + 2 * 100), `${described} describes`);
});

function startCrawl(simulator: Simulator, database: Database) {
  const accounts = simulator.accounts.map(({ id, roleArn, externalId }) => ({
    id,
    roleArn,
    externalId,
    regions: simulator.regions,
  }));
  const input = JSON.stringify({ url: database.connectionString, accounts });
  return spawn(process.execPath, [child, input], { stdio: 'inherit', env: { ...process.env, ...simulator.env } });
}

/** Kills the crawl once the simulator has answered so many requests; never resolves where it ends before. */
function killAt(simulator: Simulator, requests: number, crawl: ReturnType<typeof startCrawl>): Promise<'killed'> {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (crawl.exitCode !== null) clearInterval(timer);
      else if (simulator.stats.calls().calls >= requests) {
        clearInterval(timer);
        if (crawl.kill('SIGKILL')) resolve('killed');
      }
    }, 2);
  });
}
