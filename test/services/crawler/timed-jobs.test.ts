import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { labelOf } from '../../../catalog/label-of.ts';
import { processingJob } from '../../../catalog/processing-job/definition.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import { transformJob } from '../../../catalog/transform-job/definition.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import { simulatedOrigin, simulatedPrices } from '../../../services/simulator/prices.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlSimulator } from '../../support/crawl-simulator.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

interface Case {
  readonly type: AnyResourceType;
  readonly instanceType: string;
  /** A field of a row, and the same of the response. */
  readonly fieldOf: (row: Record<string, never>) => unknown;
  readonly memberOf: (response: Record<string, never>) => unknown;
}

/** Jobs that are billed from their start to their end, and that Search does not know. */
const cases: readonly Case[] = [
  {
    type: processingJob,
    instanceType: 'processing_resources.cluster_config.instance_type',
    fieldOf: ({ app_specification }) => Object(app_specification).image_uri,
    memberOf: ({ AppSpecification }) => Object(AppSpecification).ImageUri,
  },
  {
    type: transformJob,
    instanceType: 'transform_resources.instance_type',
    fieldOf: ({ transform_output }) => Object(transform_output).s3_output_path,
    memberOf: ({ TransformOutput }) => Object(TransformOutput).S3OutputPath,
  },
];
const account = '111122223333';
const region = 'us-east-1';
const anchor = Date.UTC(2026, 0, 15, 12);

for (const { type, instanceType, fieldOf, memberOf } of cases)
  describe(`${labelOf(type)}s`, () => {
    const base = `/v1/resources/${type.name}`;
    const status = type.failure?.field ?? '';
    const { startedAt, endedAt } = type.billing?.search ?? {};
    const [list, described] = [type.list.operation, type.describe?.operation ?? ''];
    /** So many for each hundred training jobs. */
    const share = (type.simulated?.perHundredJobs ?? 0) / 100;
    let api: TestApi;
    let simulator: Simulator;
    let now = anchor;
    const jobs = () => simulator.of(type, account, region);
    const names = () => [...jobs().all()].map(({ resource }) => String(resource[type.identity.name]));
    const crawl = async (kind: 'full' | 'auto') => {
      now += 3_600_000;
      const summary = await crawlSimulator(simulator, api.database, { resourceTypes: [type], kind, now: () => now });
      assertComplete(summary);
      assert.deepEqual([...new Set(summary.targets.map(({ resource_type }) => resource_type))], [type.name]);
      return { ...summary, kind: summary.targets[0]?.kind };
    };

    before(async () => {
      api = await testApi();
      simulator = await startSimulator({
        ...{
          accounts: [{ id: account }],
          regions: [region],
          jobs: 80 / share,
          liveJobs: 8 / share,
          arrivalsPerHour: 4 / share,
        },
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
      assert.deepEqual(Object.keys(api_calls).sort(), [described, list, 'ListTags'].sort());
      const { body } = await api.get(`${base}?limit=200`);
      const stored = body.items.map((item: Record<string, string>) => item[type.key.name]);
      assert.deepEqual(stored.sort(), existing.sort());
      const [one] = body.items;
      const { resource } =
        [...jobs().all()].find(({ resource }) => resource[type.identity.name] === one[type.key.name]) ?? {};
      assert.deepEqual(fieldOf(one), memberOf(Object(resource)));
      assert.ok(fieldOf(one));
      assert.equal(one.completeness, 'described');
    });

    it('are crawled incrementally: what is new, and what could still change', async () => {
      const { kind, jobs: counts, api_calls } = await crawl('auto');
      assert.equal(kind, 'incremental');
      assert.ok(counts.new > 0 && counts.changed > 0);
      assert.equal(api_calls[list], 1);
      assert.ok((api_calls[described] ?? 0) < 30);
    });

    it('are found to be deleted, and are as they were as of then', async () => {
      const before = new Date().toISOString();
      const [gone = ''] = names();
      jobs().delete(gone);
      const { jobs: counts } = await crawl('full');
      assert.equal(counts.deleted, 1);
      const query = `q=${type.key.name}:${gone}`;
      assert.equal((await api.get(`${base}?${query}`)).body.items.length, 0);
      assert.equal((await api.get(`${base}?${query}&as_of=${before}`)).body.items.length, 1);
    });

    it('are counted by facets, and exported', async () => {
      const { body } = await api.get(`${base}/facets?fields=${status},${instanceType}`);
      const text = JSON.stringify(body);
      assert.match(text, /"Completed"/);
      assert.match(text, /ml\.m5\./);
      const { payload } = await api.app.inject(`${base}/export?format=csv&fields=${type.key.name},${status}`);
      assert.equal(payload.trim().split('\n').length, names().length + 1);
    });

    it('are priced from their start to their end', async () => {
      const { body } = await api.get('/v1/billing/usage?group_by=resource_type&from=2024-01-01&to=2026-02-01');
      const [{ group, cost, unpriced_jobs, ...sums }] = body.items;
      assert.deepEqual([group.resource_type, unpriced_jobs], [type.name, 0]);
      assert.ok(Number(cost) > 0 && sums.instance_seconds > 0);
      const { rows } = await api.database.pool.query(
        `SELECT billable_seconds = ceil(extract(epoch FROM ${endedAt} - ${startedAt}))
         AND instance_seconds = billable_seconds * instance_count AS isRight, count(*)
       FROM billing_usage JOIN ${type.name} AS job ON job.id = resource_id AND resource_type = '${type.name}'
       WHERE billing = 'final' GROUP BY 1`,
      );
      assert.equal(rows.length, 1);
      assert.equal(rows[0].isright, true);
    });
  });
