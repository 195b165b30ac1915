import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createApiKey } from '../../db/access/api-keys.ts';
import { buildApi } from '../../services/api/app.ts';
import { keyAuthenticator } from '../../services/api/authenticate.ts';
import { noBrowser, openBrowser, type TestBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { startPrefixProxy } from '../support/prefix-proxy.ts';
import { apiDependencies, testApi } from '../support/test-api.ts';
import { testDatabase } from '../support/test-database.ts';

const pageDirectory = join(import.meta.dirname, '..', '..', 'dist', 'web');
const list = '/v1/resources/aws_sagemaker_trainingjob';

const parametersOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('the page, as it is served', { skip: noBrowser }, () => {
  let browser: TestBrowser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser?.[Symbol.asyncDispose]());

  it('asks for the rows of a link before the code that shows them has come, and asks once', async () => {
    await using api = await testApi({ pageDirectory });
    for (const name of ['one', 'two']) await api.store({ TrainingJobName: name });
    const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
    const links = [
      '/',
      '/?q=region:us-east-1&sort=training_job_name&columns=training_job_name,tag_map.team&deleted=true',
    ];
    for (const link of links) {
      const page = await browser.open('about:blank');
      const asked: string[] = [];
      const hasAsked = Promise.withResolvers<void>();
      page.on('request', (request) => {
        const { pathname, searchParams } = new URL(request.url());
        if (pathname !== list || searchParams.has('cursor')) return;
        asked.push(request.url());
        hasAsked.resolve();
      });
      await page.route(/assets\/catalog-/, async (route) => {
        await hasAsked.promise;
        await route.continue();
      });
      await page.goto(url + link);
      await page.locator('.jobs-row a').nth(1).waitFor();
      await page.locator('.facet-value').first().waitFor();
      assert.equal(asked.length, 1, asked.join('\n'));
      assert.deepEqual(parametersOf(page.url()), parametersOf(url + link), 'what a link says stays');
      await page.context().close();
    }
  });

  it('says that the API does not answer, and goes on by itself when it is back', async () => {
    await using api = await testApi({ pageDirectory });
    const { database } = api;
    await api.store({ TrainingJobName: 'completed' });
    await api.store({ TrainingJobName: 'failed', TrainingJobStatus: 'Failed' });
    const first = await buildApi(apiDependencies({ database, pageDirectory }));
    const url = await first.listen({ host: '127.0.0.1', port: 0 });
    const page = await browser.open(url);
    await page.locator('.jobs-row a').nth(1).waitFor();
    await first.close();

    await page.locator('.facet-include', { hasText: 'Failed' }).click();
    await page.getByText('sagecat does not answer').waitFor();
    assert.equal(await page.getByText('Try again').count(), 0, 'nobody needs to do anything');

    const again = await buildApi(apiDependencies({ database, pageDirectory }));
    try {
      await again.listen({ host: '127.0.0.1', port: Number(new URL(url).port) });
      await page.getByText('sagecat does not answer').waitFor({ state: 'hidden' });
      await page.getByText('1 job', { exact: true }).waitFor();
      await eventually(async () => assert.deepEqual(await page.locator('.jobs-row a').allInnerTexts(), ['failed']));
      await page.context().close();
    } finally {
      await again.close();
    }
  });

  it('works under a path of a reverse proxy, with a session that stays there; other sites change nothing', async () => {
    const database = await testDatabase();
    const authenticate = keyAuthenticator(database, '127.0.0.1');
    await using api = await testApi({ database, authenticate, pageDirectory });
    await api.store({ TrainingJobName: 'behind-a-proxy' });
    const { secret } = await createApiKey(database.pool, { name: 'all', scopes: ['read'] });
    await using proxy = await startPrefixProxy('/tools/sagecat', await api.app.listen({ host: '127.0.0.1', port: 0 }));
    const page = await browser.open(proxy.url);
    const missed: string[] = [];
    page.on('response', (answer) => answer.status() === 404 && missed.push(answer.url()));
    await page.getByRole('textbox', { name: 'API key' }).fill(secret);
    await page.getByRole('button', { name: 'Sign in' }).click();
    const link = page.locator('.jobs-row a');
    await link.waitFor();
    const [cookie] = await page.context().cookies(`${proxy.url}v1/session`);
    assert.deepEqual(
      { path: cookie?.path, httpOnly: cookie?.httpOnly, sameSite: cookie?.sameSite },
      { path: '/tools/sagecat/v1', httpOnly: true, sameSite: 'Strict' },
    );

    assert.match(String(await link.getAttribute('href')), /^\/tools\/sagecat\/resources\/\w+\/arn/);
    for (const view of ['Spend', 'Coverage', 'Changes', 'SQL', 'Catalog']) {
      await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click();
      await page.getByRole('heading', { level: 1, name: view }).waitFor({ state: 'attached' });
    }
    await page.goto(new URL(String(await link.getAttribute('href')), proxy.url).href);
    await page.getByRole('heading', { level: 1 }).getByText('behind-a-proxy').waitFor();
    assert.deepEqual(missed, []);

    // localhost is another site than 127.0.0.1: its pages neither read anything nor sign anybody out.
    await page.goto(proxy.url.replace('127.0.0.1', 'localhost'));
    const outcome = await page.evaluate(
      (session) => fetch(session, { method: 'DELETE', credentials: 'include' }).then(String, () => 'refused'),
      `${proxy.url}v1/session`,
    );
    assert.equal(outcome, 'refused');
    await page.goto(proxy.url);
    await link.waitFor();
    await page.context().close();
  });

  it('throws nothing, and asks for nothing that its policy refuses', () => {
    // The page of another site is refused by its own policy before it gets as far as the API.
    assert.deepEqual(
      browser.faults.filter((fault) => !/v1\/session/.test(fault)),
      [],
    );
  });
});
