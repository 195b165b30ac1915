import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { noBrowser, openBrowser, type TestBrowser, tabTo } from '../support/browser.ts';
import { type TestApi, testApi } from '../support/test-api.ts';

const pageDirectory = join(import.meta.dirname, '..', '..', 'dist', 'web');

describe('with the keyboard alone', { skip: noBrowser }, () => {
  let api: TestApi;
  let url: string;
  let browser: TestBrowser;
  before(async () => {
    api = await testApi({ pageDirectory });
    await api.store({ TrainingJobName: 'first' }, ['team:one']);
    await api.store({ TrainingJobName: 'second' }, ['team:two']);
    await api.store({ TrainingJobName: 'third', TrainingJobStatus: 'InProgress' });
    await api.store({ TrainingJobName: 'third', TrainingJobStatus: 'Failed', FailureReason: 'no memory' });
    await api.database.pool.query(
      `INSERT INTO crawl_coverage (resource_type, account_id, region, status, reason, attempted_at)
       VALUES ('aws_sagemaker_trainingjob', '444455556666', 'us-east-1', 'denied', 'cannot be assumed', now())`,
    );
    url = await api.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await api?.[Symbol.asyncDispose]();
  });

  it('a failed job is found by a filter, opened, its reason and history read, and closed', async () => {
    const page = await browser.open(url);
    await tabTo(page, page.locator('.facet-include', { hasText: 'Failed' }));
    await page.keyboard.press('Space');
    await page.getByText('1 job', { exact: true }).waitFor();
    await tabTo(page, page.getByRole('grid'));
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('no memory').last().waitFor();
    await tabTo(page, page.getByRole('tab', { name: 'Overview' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.getByText('First seen').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    await page.locator('[role=grid]:focus').waitFor();
    await page.context().close();
  });

  it('jobs are sorted, chosen and compared', async () => {
    const page = await browser.open(url);
    await page.locator('.jobs-row a').nth(2).waitFor();
    await tabTo(page, page.getByRole('columnheader', { name: 'Created' }).getByRole('button'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/sort=creation_time/);
    await page.locator('.jobs:not(.stale) .jobs-row a').nth(2).waitFor();
    await tabTo(page, page.getByRole('grid'));
    for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
    await tabTo(page, page.getByRole('button', { name: 'Compare 2' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Compare 2 jobs' }).waitFor();
    await page.locator('.compare td').first().waitFor();
    await page.context().close();
  });

  it('what was spent leads to the jobs behind it', async () => {
    const page = await browser.open(url);
    await tabTo(page, page.getByRole('navigation').getByRole('link', { name: 'Spend' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Spend' }).waitFor();
    await page.goto(`${url}/spend?from=2020-01-01`);
    await tabTo(page, page.locator('.spend-table td a').first());
    await page.keyboard.press('Enter');
    await page.locator('.jobs-row a').first().waitFor();
    assert.match(new URL(page.url()).searchParams.get('q') ?? '', /instance_type/);
    await page.context().close();
  });

  it('an account that could not be crawled has its reason and its policy', async () => {
    const page = await browser.open(`${url}/coverage`);
    await tabTo(page, page.locator('summary').first());
    await page.keyboard.press('Enter');
    await page.locator('.policy pre').first().waitFor();
    await page.context().close();
  });

  it('a statement is written, run and left', async () => {
    const page = await browser.open(`${url}/sql`);
    const editor = page.locator('.cm-content');
    await tabTo(page, editor);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('SELECT count(*) FROM aws_sagemaker_trainingjob ');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await page.locator('.result-row').getByText('3', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await tabTo(page, page.getByRole('button', { name: 'CSV' }));
    await page.context().close();
  });

  it('threw nothing', () => assert.deepEqual(browser.faults, []));
});
