import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { resourceTypes } from '../../catalog/resource-types.ts';
import { startSagecat } from '../support/sagecat-process.ts';

describe('sagecat demo', () => {
  it('fills a catalog, serves it, shows what it does not cover, and ends on SIGINT', async () => {
    const cwd = await mkdtemp(join(tmpdir(), 'sagecat-demo-'));
    try {
      await using demo = startSagecat(['demo', '--jobs', '600', '--port', '0'], { cwd });
      const [, url] = await demo.printed(/served at (http:\S+?)\. Open/);
      for (const { name } of resourceTypes) {
        assert.match(demo.stdout, new RegExp(`^complete +${name} +\\d+ +\\d+ +[1-9]`, 'm'));
      }
      assert.match(demo.stdout, /^complete +aws_sagemaker_trainingjob +\d+ +\d+ +600 +600 /m);
      assert.match(demo.stdout, /partial: \d+ resources seen/);
      assert.match(demo.stdout, /denied: \d{12} /);
      const answer = await fetch(`${url}/v1/resources/aws_sagemaker_trainingjob?limit=7`);
      const { items } = (await answer.json()) as { items: Record<string, unknown>[] };
      assert.equal(items.length, 7);
      assert.ok(items.every((item) => 'warm_pool_status' in item && 'final_metric_data_list' in item));

      const money = await (await fetch(`${url}/v1/billing/usage?from=2020-01-01`)).json();
      const { price_origins, totals } = money as { price_origins: string[]; totals: Record<string, unknown>[] };
      assert.match(price_origins.join(), /^simulated: made up/);
      assert.ok(Number(totals[0]?.cost) > 0);
      assert.deepEqual([totals[0]?.unpriced_jobs, totals[0]?.unpriced_storage_gb_seconds], [0, 0]);

      const spent = await (await fetch(`${url}/v1/billing/usage?from=2020-01-01&group_by=resource_type`)).json();
      const { items: byType } = spent as { items: { group: { resource_type: string }; cost: string | null }[] };
      assert.deepEqual(
        byType
          .filter(({ cost }) => Number(cost) > 0)
          .map(({ group }) => group.resource_type)
          .sort(),
        resourceTypes.map(({ name }) => name).sort(),
      );

      const asked = await fetch(`${url}/v1/crawls`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ scope: { regions: [items[0]?.region] } }),
      });
      assert.equal(asked.status, 202);
      const { id, workers, warning } = (await asked.json()) as { id: number; workers: number; warning?: string };
      assert.deepEqual([workers, warning], [1, undefined]);
      const events = await (await fetch(`${url}/v1/crawls/${id}/events`)).text();
      assert.match(events, new RegExp(`event: end\ndata: \\{"id":${id},"status":"(partial|complete)"`));

      await using second = startSagecat(['demo'], { cwd });
      assert.equal(await second.ended(), 1);
      assert.match(second.stderr, /^sagecat: a demo already runs/);

      demo.child.kill('SIGINT');
      assert.equal(await demo.ended(), 0);
      assert.equal(demo.stderr, '');
    } finally {
      await rm(cwd, { recursive: true });
    }
  });
});
