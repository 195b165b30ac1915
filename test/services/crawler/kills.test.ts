import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { stringify } from 'yaml';
import { type Database, openDatabase } from '../../../db/database.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { catalogSnapshot, historyLength } from '../../support/catalog-snapshot.ts';
import { assertComplete, crawlSimulator } from '../../support/crawl-simulator.ts';
import { placeCatalog } from '../../support/embedded-template.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { type SagecatProcess, startSagecat } from '../../support/sagecat-process.ts';
import { assertSameRows } from '../../support/same-rows.ts';
import { onServer, testDatabase } from '../../support/test-database.ts';

/** `SAGECAT_KILLS=50` kills more often, over a crawl that is as much longer. */
const kills = Number(process.env.SAGECAT_KILLS ?? 5);
const noon = Date.UTC(2026, 0, 15, 12);

describe('sagecat crawl, stopped', () => {
  let simulator: Simulator;
  let cwd: string;
  let undisturbed: Awaited<ReturnType<typeof catalogSnapshot>>;

  before(async () => {
    // Many targets, since the command keeps to the rates of each.
    simulator = await startSimulator({
      now: () => noon,
      anchor: noon,
      jobs: 250 + 50 * kills,
      accounts: 4,
      regions: 4,
      deniedAccounts: 0,
      liveJobs: 0,
    });
    cwd = await mkdtemp(join(tmpdir(), 'sagecat-kills-'));
    const accounts = simulator.accounts.map(({ id, roleArn, externalId }) => ({
      id,
      role_arn: roleArn,
      external_id: externalId,
    }));
    const crawl = { target_concurrency: 16 };
    await writeFile(join(cwd, 'sagecat.yaml'), stringify({ regions: simulator.regions, accounts, crawl }));
    await using database = await testDatabase();
    assertComplete(await crawlSimulator(simulator, database));
    await assertCatalogIsTrue(simulator, database);
    undisturbed = await catalogSnapshot(database);
  });
  after(async () => {
    await simulator?.close();
    if (cwd !== undefined) await rm(cwd, { recursive: true });
  });

  /** The database that the command uses: a new one on the server, or a directory of the embedded one, opened between its runs; it may have to be created first. */
  async function place(test: TestContext, { isNew }: { isNew: boolean }) {
    const server = onServer ? await testDatabase() : undefined;
    if (server) test.after(async () => server[Symbol.asyncDispose]());
    const dataDir = isNew ? join(cwd, 'new') : await placeCatalog(cwd);
    return {
      start: (): SagecatProcess =>
        startSagecat(['crawl', '--json'], {
          cwd,
          env: {
            ...simulator.env,
            SAGECAT_DATA_DIR: dataDir,
            ...(server && { DATABASE_URL: server.connectionString }),
          },
        }),
      async look<Result>(at: (database: Database) => Promise<Result>): Promise<Result> {
        if (server) return at(server);
        await using database = await openDatabase({ dataDir });
        return await at(database);
      },
    };
  }

  const calls = () => simulator.stats.calls().calls;
  const describes = () => simulator.stats.calls({ operation: 'DescribeTrainingJob' }).calls;

  /** Resolves when so many calls have come in, or when the process has ended before. */
  async function called(times: number, process: SagecatProcess): Promise<void> {
    let ended = false;
    void process.ended().then(() => {
      ended = true;
    });
    while (calls() < times && !ended) await delay(2);
  }

  /** How often each job was described, by ARN. */
  function describedSoFar(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { id } of simulator.accounts) {
      for (const region of simulator.regions) {
        for (const { job } of simulator.jobs(id, region))
          counts.set(job.TrainingJobArn, simulator.describes(id, region, job.TrainingJobName));
      }
    }
    return counts;
  }

  const settledArns = async ({ kysely }: Database): Promise<string[]> => {
    const rows = await kysely
      .selectFrom('aws_sagemaker_trainingjob')
      .select('training_job_arn')
      .where('settled', '=', true)
      .execute();
    return rows.map((row) => String(row.training_job_arn));
  };

  it(`with SIGKILL at ${kills} random moments, ends with the catalog of an undisturbed crawl, and describes nothing again that was stored`, async (test) => {
    const at = await place(test, { isNew: true });
    simulator.stats.reset();
    const repeats = () => [...describedSoFar().values()].reduce((sum, times) => sum + Math.max(0, times - 1), 0);
    let midway = 0;
    for (let kill = 1; kill <= kills; kill++) {
      await using process = at.start();
      // Some while it still starts; most in the middle of its calls, so many on the average that the kills spread over the whole crawl.
      if (kill % 5 === 1) await delay(randomInt(1500));
      else await called(calls() + randomInt(2 * Math.ceil(undisturbed.size / kills) + 40), process);
      process.child.kill('SIGKILL');
      if ((await process.ended()) === 137) midway++;
      if (kill % 5 !== 0) continue;
      // What is stored now is not described again, whatever happens from here on.
      const stored = await at.look((database) => settledArns(database)).catch(() => []);
      const before = describedSoFar();
      await using next = at.start();
      await called(calls() + randomInt(100), next);
      next.child.kill('SIGKILL');
      await next.ended();
      const after = describedSoFar();
      assert.deepEqual(
        stored.filter((arn) => after.get(arn) !== before.get(arn)),
        [],
      );
    }
    await using last = at.start();
    assert.equal(await last.ended(), 0, last.stderr);
    test.diagnostic(
      `${undisturbed.size} jobs, ${midway} of ${kills} kills met a crawl under way, ${repeats()} describes were repeated, ${describes()} sent in all`,
    );
    assertSameRows(await at.look(catalogSnapshot), undisturbed);
    assert.equal(await at.look(historyLength), 0);
    await using again = at.start();
    assert.equal(await again.ended(), 0);
    const { api_calls } = JSON.parse(again.stdout);
    assert.equal(api_calls.DescribeTrainingJob, undefined, 'nothing is left to be described');
  });

  it('with SIGTERM, stores what it has read, gives its leases back and exits at once, even where a region answers nothing', async (test) => {
    const at = await place(test, { isNew: false });
    simulator.stats.reset();
    await using process = at.start();
    await called(300, process);
    const [region = ''] = simulator.regions;
    simulator.setFaults({
      script: [{ fault: 'hang', page: 1, region, operation: 'Search' }],
      stall: 0.05,
      stallSeconds: 600,
    });
    await called(350, process);
    const began = Date.now();
    process.child.kill('SIGTERM');
    assert.equal(await process.ended(), 143, process.stderr);
    const seconds = (Date.now() - began) / 1000;
    simulator.setFaults({});
    assert.ok(seconds < 300, `it took ${seconds} s: it waited for what answers nothing`);
    const stored = await at.look(settledArns);
    const described = [...describedSoFar().values()].filter((times) => times > 0).length;
    // Only what was on its way at that moment may be lost: 16 in each of 16 targets.
    test.diagnostic(`${described - stored.length} of ${described} answers were not stored, ${seconds} s`);
    assert.ok(stored.length >= described - 16 * 16, `${stored.length} of ${described} are stored`);
    const leases = (database: Database) => database.kysely.selectFrom('crawl_lease').selectAll().execute();
    assert.deepEqual(await at.look(leases), []);
    const crawls = ({ kysely }: Database) => kysely.selectFrom('crawl').select('status').execute();
    assert.deepEqual(await at.look(crawls), [{ status: 'interrupted' }]);
    await using next = at.start();
    assert.equal(await next.ended(), 0, next.stderr);
    assertSameRows(await at.look(catalogSnapshot), undisturbed);
  });
});
