import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { sql } from 'kysely';
import { resourceTypesNamed } from '../../../catalog/resource-types.ts';
import { rebuildUsage } from '../../../db/billing/rebuild.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import { runCrawl } from '../../../services/crawler/run-crawl.ts';
import { simulatedOrigin, simulatedPrices } from '../../../services/simulator/prices.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlerOf, crawlSimulator, useSimulator } from '../../support/crawl-simulator.ts';
import { expectedHosting, type SeenEndpoint } from '../../support/independent-hosting.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const types = resourceTypesNamed(['aws_sagemaker_endpoint']);
const account = '111122223333';
const region = 'us-east-1';
const anchor = Date.UTC(2026, 0, 15, 12);
const hour = 3_600_000;
const base = '/v1/resources/aws_sagemaker_endpoint';

describe('endpoints', () => {
  let api: TestApi;
  let simulator: Simulator;
  let now = anchor;
  /** What was crawled, as it was answered, and when. */
  const seen: SeenEndpoint[] = [];
  const [type] = types;
  assert.ok(type);
  const endpoints = () => simulator.of(type, account, region);
  const raw = () => [...endpoints().all()].map(({ resource }) => resource);
  const names = () => raw().map(({ EndpointName }) => String(EndpointName));
  /** The clock of this process goes with the simulator's: use begins and ends when it was seen, and days end as they pass. */
  const pass = (hours: number) => {
    now += hours * hour;
    mock.timers.setTime(now);
  };
  const crawl = async (kind: 'full' | 'auto', hours = 17) => {
    pass(hours);
    const summary = await crawlSimulator(simulator, api.database, { resourceTypes: types, kind, now: () => now });
    assertComplete(summary);
    seen.push(...raw().map((response) => ({ at: new Date(now), response })));
    return { ...summary, kind: summary.targets[0]?.kind };
  };
  const rowsOf = async <Row>(statement: string): Promise<Row[]> =>
    (await sql.raw<Row>(statement).execute(api.database.kysely)).rows;

  before(async () => {
    mock.timers.enable({ apis: ['Date'], now });
    api = await testApi();
    simulator = await startSimulator({
      ...{ accounts: [{ id: account }], regions: [region], jobs: 1500, liveJobs: 0, historyDays: 60 },
      ...{ now: () => now, anchor },
    });
    await storePrices(api.database.kysely, simulatedPrices([region]), { origin: simulatedOrigin });
  });
  after(async () => {
    await simulator?.close();
    await api?.[Symbol.asyncDispose]();
    mock.timers.reset();
  });

  it('are crawled with their tags and with their configurations, each read once', async () => {
    const { kind, jobs: counts, api_calls } = await crawl('auto', 0);
    assert.ok(names().length >= 25);
    assert.deepEqual([kind, counts.seen, counts.new, counts.failed], ['full', names().length, names().length, 0]);
    assert.deepEqual(Object.keys(api_calls), [
      'DescribeEndpoint',
      'DescribeEndpointConfig',
      'ListEndpoints',
      'ListTags',
    ]);
    assert.equal(api_calls.DescribeEndpointConfig, names().length);
    const { body } = await api.get(`${base}?limit=200`);
    const [one] = body.items;
    const resource = endpoints().get(one.endpoint_name);
    assert.equal(one.endpoint_config.endpoint_config_arn, Object(resource?.EndpointConfig).EndpointConfigArn);
    assert.equal(one.completeness, 'described');
  });

  it('share what was read of a configuration, and keep it where it was deleted since', async () => {
    useSimulator(simulator);
    const crawler = crawlerOf(simulator, api.database, { resourceTypes: types, now: () => now });
    const again = async () => {
      const summary = await runCrawl(crawler, { kind: 'auto' });
      assertComplete(summary);
      return summary;
    };
    const [first, second = ''] = names();
    const shared = Object(endpoints().get(first ?? ''));
    const { EndpointConfigName, EndpointConfig, ProductionVariants, ShadowProductionVariants } = shared;
    endpoints().update(second, { EndpointConfigName, EndpointConfig, ProductionVariants, ShadowProductionVariants });
    assert.equal((await again()).api_calls.DescribeEndpointConfig, names().length - 1);
    assert.equal((await again()).api_calls.DescribeEndpointConfig, undefined);
    seen.push(...raw().map((response) => ({ at: new Date(now), response })));
    const configOf = async (name: string) =>
      (await api.get(`${base}?q=endpoint_name:${name}`)).body.items[0].endpoint_config;
    const before = await configOf(second);
    for (const name of [first ?? '', second]) endpoints().update(name, { EndpointConfig: undefined });
    const { jobs: counts } = await crawlSimulator(simulator, api.database, { resourceTypes: types, now: () => now });
    assert.equal(counts.failed, 0);
    assert.deepEqual(await configOf(second), before);
    for (const name of [first ?? '', second]) endpoints().update(name, { EndpointConfig: shared.EndpointConfig });
  });

  it('are crawled incrementally: all of them can have changed, and those that scaled have a version', async () => {
    const { kind, jobs: counts, api_calls } = await crawl('auto');
    assert.equal(kind, 'incremental');
    assert.ok(counts.changed > 0 && counts.unchanged > 0, JSON.stringify(counts));
    assert.equal(api_calls.DescribeEndpoint, names().length);
    const { body } = await api.get('/v1/changes?type=aws_sagemaker_endpoint&limit=500');
    const fields = body.items.flatMap(({ differences }: { differences: { field: string }[] }) =>
      differences.map(({ field }) => field),
    );
    assert.ok(
      fields.some((field: string) => /production_variants.*current_instance_count/.test(field)),
      String(fields),
    );
  });

  it('are found to be deleted, are as they were as of then, and cost no more', async () => {
    const before = new Date(now).toISOString();
    const [gone = ''] = raw()
      .filter(({ EndpointStatus }) => EndpointStatus === 'InService')
      .map(({ EndpointName }) => String(EndpointName));
    endpoints().delete(gone);
    const { jobs: counts } = await crawl('full');
    assert.equal(counts.deleted, 1);
    seen.push({ at: new Date(now), response: { EndpointName: gone, LastModifiedTime: now / 1000 } });
    const query = `q=endpoint_name:${gone}`;
    assert.equal((await api.get(`${base}?${query}`)).body.items.length, 0);
    assert.equal((await api.get(`${base}?${query}&as_of=${before}`)).body.items.length, 1);
    assert.deepEqual(
      await rowsOf(
        `SELECT count(*) FILTER (WHERE billing = 'ongoing') AS ongoing, max(u.ended_at) = max(e.deleted_at) AS ends
         FROM billing_usage AS u JOIN aws_sagemaker_endpoint AS e ON e.id = resource_id AND resource_type = '${type.name}'
         WHERE endpoint_name = '${gone}'`,
      ),
      [{ ongoing: 0, ends: true }],
    );
  });

  it('are counted by facets, and exported', async () => {
    const { body } = await api.get(`${base}/facets?fields=endpoint_status`);
    assert.match(JSON.stringify(body), /"InService"/);
    const { payload } = await api.app.inject(`${base}/export?format=csv&fields=endpoint_name,endpoint_status`);
    assert.equal(payload.trim().split('\n').length, names().length + 1);
  });

  it('cost what an independent calculation from the answers says, by the day', async () => {
    await crawl('auto');
    const before = new Date(now).toISOString().slice(0, 10);
    const rows = await rowsOf<{ key: string; seconds: number }>(
      `SELECT concat_ws(' ', endpoint_name, u.day, u.instance_type) AS key, sum(u.instance_seconds)::float8 AS seconds
       FROM billing_usage AS u JOIN aws_sagemaker_endpoint AS e ON e.id = resource_id AND resource_type = '${type.name}'
       WHERE billing = 'final' AND u.day < '${before}' AND u.instance_seconds > 0 GROUP BY 1`,
    );
    const expected = expectedHosting(seen, { before });
    assert.ok(expected.size > 100);
    const found = new Map(rows.map((row) => [row.key, row.seconds]));
    const keys = [...new Set([...found.keys(), ...expected.keys()])];
    const differing = keys.filter((key) => found.get(key) !== expected.get(key));
    assert.deepEqual(
      differing.slice(0, 3).map((key) => [key, found.get(key), expected.get(key)]),
      [],
      `${differing.length} of ${keys.length} differ`,
    );
  });

  it('are priced, until now', async () => {
    const { body } = await api.get(
      '/v1/billing/usage?type=aws_sagemaker_endpoint&group_by=instance_type&from=2026-01-01',
    );
    assert.ok(body.items.length > 1);
    for (const { cost, unpriced_jobs } of body.items) {
      assert.equal(unpriced_jobs, 0);
      assert.ok(cost === null || Number(cost) >= 0);
    }
    assert.ok(Number(body.totals[0].cost) > 0);
    assert.deepEqual(body.coverage.targets, 1);
    const [hourly] = await rowsOf<{ cost: number }>('SELECT sum(hourly_cost)::float8 AS cost FROM ongoing_use');
    assert.ok(hourly && hourly.cost > 0);
  });

  it('have the use that a rebuild from their versions finds', async () => {
    const { usageRowsChanged, dayRowsChanged } = await rebuildUsage(api.database.kysely);
    assert.deepEqual([usageRowsChanged, dayRowsChanged], [0, 0]);
  });
});
