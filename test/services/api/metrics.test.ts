import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { addCrawl, addCrawlTarget, beginTarget, endTarget } from '../../../db/crawl/runs.ts';
import { registerWorker } from '../../../db/crawl/workers.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const account = '111122223333';
const type = 'aws_sagemaker_trainingjob';
const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const namesIn = (text: string) => new Set(text.match(/\bsagecat_[a-z_]+/g));

describe('GET /metrics', () => {
  let api: TestApi;
  let worker: AsyncDisposable;
  let text: string;
  before(async () => {
    api = await testApi();
    const { pool, kysely: db } = api.database;
    worker = await registerWorker(db);
    await pool.query(`INSERT INTO account VALUES ($1, 'research "a"', true)`, [account]);
    for (const [name, TrainingJobStatus] of [
      ['a', 'Completed'],
      ['b', 'Failed'],
      ['c', 'Failed'],
    ]) {
      await api.store({ TrainingJobName: name, TrainingJobStatus });
    }
    await api.store({
      TrainingJobName: 'running',
      TrainingJobStatus: 'InProgress',
      TrainingStartTime: Math.floor(Date.now() / 1000) - 3600,
      BillableTimeInSeconds: undefined,
      TrainingTimeInSeconds: undefined,
    });
    await pool.query(
      `INSERT INTO crawl_coverage (resource_type, account_id, region, status, as_of, attempted_at) VALUES
        ($2, $1, 'us-east-1', 'complete', now() - interval '2 hours', now()),
        ($2, $1, 'us-east-2', 'denied', now() - interval '3 hours', now()),
        ($2, $1, 'eu-west-1', 'denied', NULL, now()),
        ($2, $1, 'eu-west-2', 'unsupported', NULL, now())`,
      [account, type],
    );
    const crawl = await addCrawl(db, { kind: 'full', trigger: 'request', scope: {} });
    const target = (region: string) =>
      addCrawlTarget(db, crawl, { resourceType: type, accountId: account, region, asked: 'full' });
    const ended = await target('us-east-1');
    await beginTarget(db, ended, { kind: 'full', worker: 'test' });
    const jobs = {
      seen: 3,
      new: 3,
      changed: 0,
      unchanged: 0,
      failed: 0,
      deleted: 0,
      described: 3,
      backlog: 0,
      postponed: 0,
    };
    const counts = { jobs, api_calls: { ListTrainingJobs: 7, DescribeTrainingJob: 3 }, throttles: 2 };
    await endTarget(db, ended, { status: 'complete', reason: null, counts });
    await target('eu-west-1');
    await addCrawl(db, { kind: 'auto', trigger: 'request', scope: {} });
    await api.app.aggregator.loaded();
    text = (await api.app.inject('/metrics')).payload;
  });
  after(async () => {
    await worker[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });

  const value = (series: string): number => {
    const line = text.split('\n').find((candidate) => candidate.startsWith(`${series} `));
    assert.ok(line, `${series} in\n${text}`);
    return Number(line.slice(series.length + 1));
  };

  it('tells how old what is known of each account and region is, by name, and how their last crawls ended', () => {
    const age = (region: string) =>
      value(
        `sagecat_target_age_seconds{type="${type}",account_id="${account}",account_name="research \\"a\\"",region="${region}"}`,
      );
    assert.ok(age('us-east-1') >= 7200 && age('us-east-1') < 9000);
    assert.ok(age('us-east-2') >= 10_800);
    assert.equal(text.match(/^sagecat_target_age_seconds\{/gm)?.length, 2);
    assert.equal(value(`sagecat_targets{type="${type}",status="denied"}`), 2);
    assert.equal(value(`sagecat_targets{type="${type}",status="complete"}`), 1);
    assert.equal(value(`sagecat_targets_never_complete{type="${type}"}`), 1);
  });

  it('counts jobs by status, calls, throttles, the queue and those who take from it', () => {
    assert.equal(value('sagecat_catalog_readable'), 1);
    assert.equal(value(`sagecat_resources{type="${type}",status="Failed"}`), 2);
    assert.equal(value(`sagecat_resources{type="${type}",status="InProgress"}`), 1);
    assert.equal(value('sagecat_crawl_calls_last_hour{operation="ListTrainingJobs"}'), 7);
    assert.equal(value('sagecat_crawl_throttles_last_hour'), 2);
    assert.equal(value('sagecat_crawls_waiting'), 1);
    assert.equal(value('sagecat_crawl_targets{state="queued"}'), 1);
    assert.equal(value('sagecat_crawl_targets{state="running"}'), 0);
    assert.equal(value('sagecat_crawl_workers'), 1);
    assert.equal(value(`sagecat_running_jobs_unpriced{type="${type}",currency="USD"}`), 1);
    assert.equal(value(`sagecat_running_jobs_projected_cost{type="${type}",currency="USD"}`), 0);
  });

  it('has every metric that the documentation and the alerts name, and the documentation every one that there is', () => {
    const existing = new Set([...text.matchAll(/^# TYPE (sagecat_\w+)/gm)].map(([, name]) => name));
    assert.deepEqual([...namesIn(read('docs/metrics.md'))].sort(), [...existing].sort());
    const { groups } = parse(read('deploy/prometheus/alerts.yml')) as {
      groups: { rules: { alert: string; expr: string; annotations: { summary: string } }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules);
    assert.ok(rules.length > 10);
    assert.equal(new Set(rules.map(({ alert }) => alert)).size, rules.length);
    for (const { alert, expr, annotations } of rules) {
      assert.ok(annotations.summary, alert);
      for (const name of namesIn(expr)) {
        assert.ok(existing.has(name.replace(/_(count|sum|bucket)$/, '')), `${alert}: ${name}`);
      }
    }
  });

  it('shows a caller of some accounts the process, and nothing of others’ accounts', async () => {
    await using restricted = await testApi({
      database: { ...api.database, async [Symbol.asyncDispose]() {} },
      authenticate: async () => ({
        id: 'own',
        name: 'own',
        scopes: new Set(['read'] as const),
        accounts: ['444455556666'],
      }),
    });
    await restricted.app.inject('/v1/coverage');
    const { payload, statusCode } = await restricted.app.inject('/metrics');
    assert.equal(statusCode, 200);
    assert.match(payload, /sagecat_database_connections/);
    assert.ok(!payload.includes(account) && !payload.includes('sagecat_target'));
    assert.ok(!payload.includes('sagecat_http_request'), 'what others ask for');
  });

  it('tells of the process where the catalog cannot be read', async () => {
    await using broken = await testApi();
    await broken.app.aggregator.loaded();
    await broken.database.pool.query('ALTER TABLE crawl_coverage RENAME TO crawl_coverage_away');
    const { payload, statusCode } = await broken.app.inject('/metrics');
    assert.equal(statusCode, 200);
    assert.match(payload, /^sagecat_catalog_readable 0$/m);
    assert.match(payload, /^process_cpu_seconds_total /m);
    assert.ok(!payload.includes('sagecat_targets'));
  });
});
