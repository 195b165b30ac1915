import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { testApi } from '../support/test-api.ts';

const pageDirectory = join(import.meta.dirname, '..', '..', 'dist', 'web');
const script = '<img src=x onerror="globalThis.harmed = true"><script>globalThis.harmed = true</script>';
const long = 'x'.repeat(100_000);
const turned = '\u202egnp.evil\u0000\u0007';
const foreign = 'نموذج اللغة 深層学習モデル';

it('names, tags, reasons and parameters that are hostile are shown as text and break no layout', {
  skip: noBrowser,
}, async () => {
  await using api = await testApi({ pageDirectory });
  const reasons = [script, long, turned, foreign];
  for (const [index, reason] of reasons.entries()) {
    await api.store(
      {
        TrainingJobName: `job-${index}`,
        TrainingJobStatus: 'Failed',
        FailureReason: reason,
        HyperParameters: { [script]: reason, plain: `${long}${script}` },
        Environment: { [foreign]: turned },
      },
      [`team:${script}`, `${foreign}:${turned}`],
    );
  }
  const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
  await using browser = await openBrowser();
  for (const index of reasons.keys()) {
    const arn = `arn:aws:sagemaker:us-east-1:111122223333:training-job/job-${index}`;
    for (const tab of ['overview', 'configuration', 'source']) {
      const page = await browser.open(`${url}/?job=${encodeURIComponent(arn)}&tab=${tab}`);
      await page.locator('.panel [role=tabpanel]:visible').waitFor();
      await page.locator('.jobs-row a').nth(3).waitFor();
      assert.equal(await page.evaluate(() => 'harmed' in globalThis), false);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      const rows = await page
        .locator('.jobs-row')
        .evaluateAll((all) => all.map((row) => row.getBoundingClientRect().height));
      assert.deepEqual([...new Set(rows)], [30]);
      assert.equal((await page.locator('body').innerText()).includes('\u202e'), false);
      await page.context().close();
    }
  }
  assert.deepEqual(browser.faults, []);
});
