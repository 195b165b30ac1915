import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { resourceTypesNamed } from '../../../catalog/resource-types.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import { simulatedOrigin, simulatedPrices } from '../../../services/simulator/prices.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlSimulator } from '../../support/crawl-simulator.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const types = resourceTypesNamed(['aws_sagemaker_processingjob']);
const account = '111122223333';
const region = 'us-east-1';
const anchor = Date.UTC(2026, 0, 15, 12);
const base = '/v1/resources/aws_sagemaker_processingjob';

describe('processing jobs', () => {
  let api: TestApi;
  let simulator: Simulator;
  let now = anchor;
  const [type] = types;
  assert.ok(type);
  const jobs = () => simulator.of(type, account, region);
  const names = () => [...jobs().all()].map(({ resource }) => String(resource.ProcessingJobName));
  const crawl = async (kind: 'full' | 'auto') => {
    now += 3_600_000;
    const summary = await crawlSimulator(simulator, api.database, { resourceTypes: types, kind, now: () => now });
    assertComplete(summary);
    assert.deepEqual([...new Set(summary.targets.map(({ resource_type }) => resource_type))], [type.name]);
    return { ...summary, kind: summary.targets[0]?.kind };
  };

  before(async () => {
    api = await testApi();
    simulator = await startSimulator({
      ...{ accounts: [{ id: account }], regions: [region], jobs: 200, liveJobs: 20, arrivalsPerHour: 10 },
      ...{ now: () => now, anchor },
    });
    await storePrices(api.database.kysely, simulatedPrices([region]), { origin: simulatedOrigin });
  });
  after(async () => {
    await simulator?.close();
    await api?.[Symbol.asyncDispose]();
  });

  it('are crawled with their tags, without Search', async () => {
    const { kind, jobs: counts, api_calls } = await crawl('auto');
    const existing = names();
    assert.ok(existing.length >= 80);
    assert.deepEqual([kind, counts.seen, counts.new, counts.failed], ['full', existing.length, existing.length, 0]);
    assert.deepEqual(Object.keys(api_calls), ['DescribeProcessingJob', 'ListProcessingJobs', 'ListTags']);
    const { body } = await api.get(`${base}?limit=200`);
    const stored = body.items.map((item: { processing_job_name: string }) => item.processing_job_name);
    assert.deepEqual(stored.sort(), existing.sort());
    const [one] = body.items;
    const { resource } =
      [...jobs().all()].find(({ resource }) => resource.ProcessingJobName === one.processing_job_name) ?? {};
    assert.deepEqual(one.app_specification.image_uri, Object(resource?.AppSpecification).ImageUri);
    assert.equal(one.completeness, 'described');
  });

  it('are crawled incrementally: what is new, and what could still change', async () => {
    const { kind, jobs: counts, api_calls } = await crawl('auto');
    assert.equal(kind, 'incremental');
    assert.ok(counts.new > 0 && counts.changed > 0);
    assert.equal(api_calls.ListProcessingJobs, 1);
    assert.ok((api_calls.DescribeProcessingJob ?? 0) < 30);
  });

  it('are found to be deleted, and are as they were as of then', async () => {
    const before = new Date().toISOString();
    const [gone = ''] = names();
    jobs().delete(gone);
    const { jobs: counts } = await crawl('full');
    assert.equal(counts.deleted, 1);
    const query = `q=processing_job_name:${gone}`;
    assert.equal((await api.get(`${base}?${query}`)).body.items.length, 0);
    assert.equal((await api.get(`${base}?${query}&as_of=${before}`)).body.items.length, 1);
  });

  it('are counted by facets, and exported', async () => {
    const { body } = await api.get(
      `${base}/facets?fields=processing_job_status,processing_resources.cluster_config.instance_type`,
    );
    const text = JSON.stringify(body);
    assert.match(text, /"Completed"/);
    assert.match(text, /ml\.m5\./);
    const { payload } = await api.app.inject(
      `${base}/export?format=csv&fields=processing_job_name,processing_job_status`,
    );
    assert.equal(payload.trim().split('\n').length, names().length + 1);
  });

  it('are priced from the start of processing to its end', async () => {
    const { body } = await api.get('/v1/billing/usage?group_by=resource_type&from=2024-01-01&to=2026-02-01');
    const [{ group, cost, unpriced_jobs, ...sums }] = body.items;
    assert.deepEqual([group.resource_type, unpriced_jobs], [type.name, 0]);
    assert.ok(Number(cost) > 0 && sums.instance_seconds > 0);
    const { rows } = await api.database.pool.query(
      `SELECT billable_seconds = ceil(extract(epoch FROM processing_end_time - processing_start_time))
         AND instance_seconds = billable_seconds * instance_count AS isRight, count(*)
       FROM billing_usage JOIN aws_sagemaker_processingjob AS job ON job.id = resource_id AND resource_type = '${type.name}'
       WHERE billing = 'final' GROUP BY 1`,
    );
    assert.equal(rows.length, 1);
    assert.equal(rows[0].isright, true);
  });
});
