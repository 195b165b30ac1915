import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { storePrices } from '../../db/billing/store-prices.ts';
import { simulatedOrigin, simulatedPrices } from '../../services/simulator/prices.ts';
import { type Simulator, startSimulator } from '../../services/simulator/simulator.ts';
import { noBrowser, openBrowser, type TestBrowser } from '../support/browser.ts';
import { crawlSimulator } from '../support/crawl-simulator.ts';
import { type TestApi, testApi } from '../support/test-api.ts';

const pageDirectory = join(import.meta.dirname, '..', '..', 'dist', 'web');
const list = '/v1/resources/aws_sagemaker_trainingjob';

describe('the page', { skip: noBrowser }, () => {
  let simulator: Simulator;
  let api: TestApi;
  let url: string;
  let browser: TestBrowser;

  before(async () => {
    // What the demo shows, of one moment: crawls that go on would change what a test has read.
    simulator = await startSimulator({ jobs: 400 });
    api = await testApi({ pageDirectory });
    await storePrices(api.database.kysely, simulatedPrices(simulator.regions), { origin: simulatedOrigin });
    await crawlSimulator(simulator, api.database);
    url = await api.app.listen({ host: '127.0.0.1', port: 0 });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await api?.[Symbol.asyncDispose]();
    await simulator?.close();
  });

  const answer = async (path: string) => (await (await fetch(url + path)).json()) as Record<string, unknown>;
  const firstRow = (page: Page) => page.locator('.jobs-row a').first();

  it('finds failed jobs and why they failed, with the keyboard alone', async () => {
    const page = await browser.open(url);
    await firstRow(page).waitFor();
    await page.keyboard.press('/');
    await page.waitForSelector('.cm-content');
    await page.keyboard.type('training_job_status:failed ');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/q=training_job_status/);
    const { total } = await answer(`${list}?q=training_job_status:Failed&total=true&limit=1`);
    await page.getByText(`${total} jobs`).waitFor();
    // The first closes what completes the search, the second leaves it.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByText('Why it failed').waitFor();
    assert.match(page.url(), /resource=arn/);
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('includes and excludes values of facets, whose counts follow', async () => {
    const page = await browser.open(url);
    await page.locator('.facet-include', { hasText: 'Failed' }).click();
    await page.waitForURL(/q=training_job_status:Failed|q=training_job_status%3AFailed/);
    await page.locator('.facet-value.included', { hasText: 'Failed' }).waitFor();
    const row = page.locator('.facet-value', { hasText: 'us-east-1' });
    await row.hover();
    await row.locator('.facet-exclude').click();
    const { total } = await answer(`${list}?q=training_job_status:Failed+-region:us-east-1&total=true&limit=1`);
    await page.getByText(`${total} jobs`).waitFor();
    await page.context().close();
  });

  it('underlines a mistake in the search where the API says it is', async () => {
    const page = await browser.open(`${url}/?q=region:us-east-1 training_job_statu:Failed`);
    await page.locator('.search-error').waitFor();
    assert.match(await page.locator('.search-error').innerText(), /did you mean training_job_status/);
    assert.match(await page.locator('.cm-lintRange-error').first().innerText(), /training_job_statu/);
    await page.context().close();
  });

  it('tells everything about one job: its phases, cost, history and source', async () => {
    const { items } = await answer(`${list}?q=training_job_status:Completed&limit=1`);
    const [job] = items as { training_job_arn: string; training_job_name: string }[];
    const page = await browser.open(`${url}/jobs/${encodeURIComponent(job?.training_job_arn ?? '')}`);
    await page
      .getByRole('heading', { level: 1 })
      .getByText(job?.training_job_name.slice(-14) ?? '')
      .waitFor();
    await page.locator('.timeline').waitFor();
    await page.getByRole('cell', { name: 'Training', exact: true }).waitFor();
    await page.getByText('at the price of the day').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('First seen').waitFor();
    await page.getByRole('tab', { name: 'Source' }).click();
    await page.getByLabel('Format').first().click();
    await page.getByRole('option', { name: /ACK/ }).first().click();
    await page.getByText('kind: TrainingJob').first().waitFor();
    await page.context().close();
  });

  it('compares the spend of an instance family with the period before', async () => {
    const from = '2020-01-01';
    const query = `from=${from}&group_by=instance_type&q=resource_config.instance_type:ml.p*`;
    const { items } = await answer(`/v1/billing/usage?${query}`);
    const [dearest] = items as { group: { instance_type: string } }[];
    const page = await browser.open(`${url}/spend?from=${from}&q=resource_config.instance_type:ml.p*`);
    const cells = page.locator('.spend-table tbody tr').first().locator('td');
    await cells.first().waitFor();
    assert.equal(await cells.first().innerText(), dearest?.group.instance_type);
    assert.match(await cells.nth(5).innerText(), /^\$[\d,.]+$/);
    await cells.first().locator('a').click();
    await firstRow(page).waitFor();
    assert.match(decodeURIComponent(page.url()), /resource_config\.instance_type:ml\.p/);
    await page.context().close();
  });

  it('says which accounts could not be crawled, why, and what to paste', async () => {
    const page = await browser.open(`${url}/coverage`);
    await page.locator('.cell.tone-failed').first().waitFor();
    await page.getByText('cannot be assumed').first().waitFor();
    await page.getByText('The trust policy to paste').click();
    assert.match(await page.locator('.reason pre').innerText(), /"sts:AssumeRole"/);
    await page.context().close();
  });

  it('runs SQL and shows what is wrong with it', async () => {
    const page = await browser.open(`${url}/sql`);
    await page.getByRole('button', { name: 'Run' }).click();
    await page.locator('.result-row').first().waitFor();
    const wrong = await browser.open(`${url}/sql?statement=SELECT training_job_nam FROM aws_sagemaker_trainingjob`);
    await wrong
      .getByText(/training_job_nam/)
      .last()
      .waitFor();
    await wrong.getByRole('alert').waitFor();
    await page.context().close();
    await wrong.context().close();
  });

  it('lists what changed, by kind', async () => {
    const page = await browser.open(`${url}/changes`);
    await page.locator('.kind-first_seen').first().waitFor();
    await page.context().close();
  });

  it('keeps a view under a name, for every browser, renames and deletes it', async () => {
    const page = await browser.open(`${url}/?q=training_job_status:Failed&sort=region`);
    await firstRow(page).waitFor();
    await page.getByRole('button', { name: 'Save this view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('failed ones');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const saved = (on: Page, name: string) => on.locator('.side-view').getByRole('link', { name });
    await saved(page, 'failed ones').waitFor();

    const other = await browser.open(`${url}/spend`);
    await saved(other, 'failed ones').click();
    await firstRow(other).waitFor();
    assert.deepEqual(Object.fromEntries(new URL(other.url()).searchParams), {
      q: 'training_job_status:Failed',
      sort: 'region',
    });
    await other.getByRole('button', { name: 'Change failed ones' }).click();
    await other.getByRole('menuitem', { name: 'Rename or share' }).click();
    await other.getByRole('textbox', { name: 'Name' }).fill('what failed');
    await other.getByRole('button', { name: 'Save', exact: true }).click();
    await saved(other, 'what failed').waitFor();
    await other.getByRole('button', { name: 'Change what failed' }).click();
    await other.getByRole('menuitem', { name: 'Delete' }).click();
    await saved(other, 'what failed').waitFor({ state: 'detached' });
    assert.deepEqual((await answer('/v1/views')).items, []);
    await page.context().close();
    await other.context().close();
  });

  it('shows the same in another browser that opens a link', async () => {
    const one = await browser.open(`${url}/?q=training_job_status:Completed&sort=training_time_in_seconds`);
    await firstRow(one).click();
    await one.locator('.panel .timeline').waitFor();
    const other = await browser.open(one.url());
    await other.locator('.panel .timeline').waitFor();
    const seen = (page: Page) =>
      Promise.all([
        firstRow(page).innerText(),
        page.locator('.total').innerText(),
        page.locator('.panel h2').innerText(),
      ]);
    assert.deepEqual(await seen(other), await seen(one));
    await one.context().close();
    await other.context().close();
  });

  it('threw nothing, and asked for nothing that its policy refuses', () => {
    assert.deepEqual(browser.faults, []);
  });
});
