import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Database, openDatabase } from '../../../db/database.ts';
import { migrateToLatest } from '../../../db/migrate.ts';
import type { CrawlRequest, CrawlSummary } from '../../../services/crawler/run-crawl.ts';
import { type FaultOptions, type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { catalogSnapshot, emptyCatalog, historyLength } from '../../support/catalog-snapshot.ts';
import { assertComplete, type CrawlerChoice, crawlSimulator } from '../../support/crawl-simulator.ts';
import { assertCatalogIsTrue } from '../../support/expected-rows.ts';
import { startPostgres } from '../../support/postgres-server.ts';
import { assertSameRows } from '../../support/same-rows.ts';
import { testDatabase } from '../../support/test-database.ts';

/** Seconds of a stall and of the crawler's patience with it. `SAGECAT_STALL_SECONDS=30` runs the suite at the real length. */
const stallSeconds = Number(process.env.SAGECAT_STALL_SECONDS ?? 4);
const timeoutSeconds = stallSeconds / 2;
/** Three pages of the listing in each region, so that the faults of the second one are in mid-listing. */
const jobCount = 450;

describe('a crawl under faults', () => {
  let simulator: Simulator;
  let database: Database;
  let undisturbed: Awaited<ReturnType<typeof catalogSnapshot>>;

  before(async () => {
    // Sessions expire by this clock, which each request moves on; the jobs are all over, so they do not change by it.
    const noon = Date.UTC(2026, 0, 15, 12);
    simulator = await startSimulator({
      now: () => noon + 2 * requests(),
      anchor: noon,
      jobs: jobCount,
      accounts: 1,
      regions: 2,
      liveJobs: 0,
    });
    database = await testDatabase();
    const summary = await crawlSimulator(simulator, database);
    assertComplete(summary);
    undisturbed = await catalogSnapshot(database);
    assert.equal(undisturbed.size, jobCount);
    await assertCatalogIsTrue(simulator, database);
  });
  after(async () => {
    await simulator?.close();
    await database?.[Symbol.asyncDispose]();
  });

  const requests = (): number => simulator?.stats.calls().calls ?? 0;

  /** Crawls an empty catalog under faults; where that is not complete, once more without them. The catalog must be the undisturbed one. */
  async function crawlUnder(
    faults: FaultOptions,
    options: CrawlerChoice & CrawlRequest = {},
    on: Database = database,
  ): Promise<{ first: CrawlSummary; happened: Record<string, number> }> {
    await emptyCatalog(on);
    const before = { ...simulator.faultCounts };
    simulator.setFaults(faults);
    const first = await crawlSimulator(simulator, on, options);
    const happened = Object.fromEntries(
      Object.entries(simulator.faultCounts).map(([fault, count]) => [fault, count - (before[fault] ?? 0)]),
    );
    simulator.setFaults({});
    if (first.status !== 'complete') {
      const next = await crawlSimulator(simulator, on);
      assertComplete(next);
    }
    assertSameRows(await catalogSnapshot(on), undisturbed);
    assert.equal(await historyLength(on), 0);
    return { first, happened };
  }

  const mixture = {
    throttle: 0.05,
    serverError: 0.05,
    reset: 0.01,
    truncate: 0.01,
    stall: 0.01,
    stallSeconds,
    seed: 7,
  };

  it('is complete in one run under throttles, errors 500, resets, truncated bodies and stalls together', async () => {
    const { first, happened } = await crawlUnder(mixture, { settings: { timeout_seconds: timeoutSeconds } });
    assertComplete(first);
    const again = await crawlSimulator(simulator, database, { kind: 'full' });
    assert.deepEqual([again.status, again.jobs.changed, again.jobs.described], ['complete', 0, 0]);
    for (const fault of ['throttle', 'serverError', 'reset', 'truncate', 'stall'])
      assert.ok((happened[fault] ?? 0) > 0, `${fault} happened`);
    assert.ok(first.throttles > 0);
  });

  it('is complete in one run under all of that without Search', async () => {
    const { first } = await crawlUnder(mixture, { settings: { timeout_seconds: timeoutSeconds, search: false } });
    assertComplete(first);
    assert.equal(first.api_calls.Search, undefined);
  });

  it('gets new credentials when the service calls them expired', async () => {
    const assumed = () => simulator.stats.calls({ operation: 'AssumeRole' }).calls;
    const before = assumed();
    const { first } = await crawlUnder({ expireSessionsAfterSeconds: 0.3 });
    assertComplete(first);
    assert.ok(assumed() - before > 1, `roles were assumed ${assumed() - before} times`);
  });

  for (const [fault, says] of [
    ['unreachable', 'resets every connection'],
    ['hang', 'answers nothing any more'],
  ] as const) {
    it(`leaves a region that ${says} in mid-listing as partial, and the other complete`, async () => {
      const [region = ''] = simulator.regions;
      const { first } = await crawlUnder(
        { script: [{ fault, page: 2, region }] },
        { settings: { timeout_seconds: 2, unreachable_after_seconds: 3 } },
      );
      assert.deepEqual(
        first.targets.map((target) => [target.region, target.status]),
        simulator.regions.map((name) => [name, name === region ? 'partial' : 'complete']),
      );
      assert.match(first.targets[0]?.reason ?? '', /ListTrainingJobs|Search|Describe/);
    });
  }

  it('leaves all regions as partial when none of them answers, and nothing is deleted by a full crawl then', async () => {
    await emptyCatalog(database);
    await crawlSimulator(simulator, database);
    simulator.setFaults({ script: [{ fault: 'unreachable', page: 2 }] });
    const full = await crawlSimulator(simulator, database, {
      kind: 'full',
      settings: { timeout_seconds: 2, unreachable_after_seconds: 3 },
    });
    simulator.setFaults({});
    assert.deepEqual(
      full.targets.map(({ status }) => status),
      ['partial', 'partial'],
    );
    assertSameRows(await catalogSnapshot(database), undisturbed);
    assert.equal(await historyLength(database), 0);
  });

  for (const operation of ['ListTrainingJobs', 'Search'] as const) {
    for (const fault of ['end', 'repeat', 'empty'] as const) {
      const does = { end: 'ends early', repeat: 'repeats a token', empty: 'gives an empty page' }[fault];
      it(`is complete though ${operation} ${does}`, async () => {
        const { first, happened } = await crawlUnder({ script: [{ fault, page: 2, operation }] });
        assertComplete(first);
        assert.equal(happened[fault], 2);
      });
    }
  }

  for (const fault of ['end', 'repeat', 'empty'] as const) {
    it(`is complete without Search though the listing has the fault "${fault}"`, async () => {
      const { first } = await crawlUnder({ script: [{ fault, page: 2 }] }, { settings: { search: false } });
      assertComplete(first);
      assert.equal(first.jobs.described, jobCount);
    });
  }

  it('ends with the same catalog when a fifth of all pages are empty, repeated or the last too early', async () => {
    await crawlUnder({ emptyPage: 0.07, repeatToken: 0.07, earlyEnd: 0.07, seed: 3 });
  });

  it('goes on when the embedded database restarts', { skip: process.env.DATABASE_URL !== undefined }, async () => {
    const { first } = await crawlUnder(
      {},
      duringDescribes(() => database.embedded?.restart()),
    );
    assertComplete(first);
  });

  for (const mode of ['fast', 'immediate'] as const) {
    const what = mode === 'fast' ? 'restarts' : 'crashes and recovers';
    it(`goes on when PostgreSQL ${what}, under the other faults too`, async (test) => {
      await using server = await startPostgres();
      if (!server) return test.skip('no PostgreSQL binaries here');
      await using own = await openDatabase({ url: server.url, dataDir: 'unused' });
      await migrateToLatest(own.kysely);
      const options = duringDescribes(() => server.restart(mode));
      const { first } = await crawlUnder(mixture, { ...options, settings: { timeout_seconds: timeoutSeconds } }, own);
      assertComplete(first);
      await options.done();
    });
  }

  /** Does something once, while jobs are described. */
  function duringDescribes(
    act: () => Promise<void> | undefined,
  ): Pick<CrawlRequest, 'onProgress'> & { done: () => Promise<void> } {
    let acting: Promise<void> | undefined;
    return {
      onProgress(event) {
        if (event.type === 'target-progress' && event.jobs.described > 0) acting ??= Promise.resolve(act());
      },
      async done() {
        assert.ok(acting, 'the crawl was over before the restart');
        await acting;
      },
    };
  }
});
