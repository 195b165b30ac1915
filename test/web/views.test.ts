import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { createApiKey } from '../../db/access/api-keys.ts';
import { keyAuthenticator } from '../../services/api/authenticate.ts';
import { accessibilityProblems, noBrowser, openBrowser, type TestBrowser } from '../support/browser.ts';
import { hostileArn, hostileCatalog, plainArn, script } from '../support/hostile-catalog.ts';
import { testApi } from '../support/test-api.ts';
import { testDatabase } from '../support/test-database.ts';

const pageDirectory = join(import.meta.dirname, '..', '..', 'dist', 'web');
/** Where pictures of every view are kept, to be looked at; nowhere by default. */
const pictures = process.env.SAGECAT_PICTURES;

const schemes = ['light', 'dark'] as const;
const widths = [1440, 1024, 390];

const job = (tab: string, index = 0) => `/jobs/${encodeURIComponent(hostileArn(index))}?tab=${tab}`;
const panel = (tab: string, index: number) => `/?job=${encodeURIComponent(hostileArn(index))}&tab=${tab}`;
const jobs = [0, 1, 2, 3].map(hostileArn).join(',');
const columns = 'training_job_name,tag_map.team,failure_reason,hyper_parameters.plain';
const statement = `SELECT training_job_name AS "<b>name</b>", failure_reason, hyper_parameters, 123456789012345678 AS number FROM aws_sagemaker_trainingjob`;

/** Every view of the page, with what shows that it is there. */
const views: readonly [name: string, path: string, shown: string][] = [
  ['catalog', `/?columns=${columns}`, '.facet-value'],
  ['catalog-groups', '/?group=tag_map.team', '.groups td'],
  ['catalog-nothing', '/?q=region:nowhere', '.state'],
  ['catalog-mistake', '/?q=regio:nowhere', '.cm-lintRange-error'],
  ['panel-overview', panel('overview', 0), '.panel .failure'],
  ['panel-long', panel('overview', 1), '.panel .failure'],
  ['panel-configuration', panel('configuration', 3), '.panel .pairs'],
  ['job-overview', job('overview', 2), '.failure'],
  ['job-completed', `/jobs/${encodeURIComponent(plainArn)}`, '.timeline'],
  ['job-configuration', job('configuration'), '.pairs'],
  ['job-history', job('history'), '.versions li'],
  ['job-related', job('related'), '.job table td'],
  ['job-source', job('source', 1), '.source'],
  ['compare', `/compare?jobs=${encodeURIComponent(jobs)}&all=true`, '.compare td'],
  ['changes', '/changes?since=now-30d', '.change'],
  ['spend', '/spend?from=2020-01-01&by=tag:team', '.spend-table td'],
  ['budgets', '/budgets', '.budget'],
  ['policies', '/policies', '.policy-title'],
  ['policy', '/policies/hostile', '.violation-name'],
  ['watches', '/watches', '.delivery-text'],
  ['coverage', '/coverage', '.matrix td'],
  ['sql', `/sql?statement=${encodeURIComponent(statement)}`, '.result-row'],
  ['not-found', '/jobs/nothing', '.state'],
];

/** Fails where the page runs what it was given, is wider than its window, or is hard to use for some. */
async function assertSound(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    const where = `${name}, ${width} px`;
    await page.setViewportSize({ width, height: 900 });
    const found = await page.evaluate(() => ({
      harmed: 'harmed' in globalThis,
      tooWide: document.documentElement.scrollWidth - innerWidth,
      rows: [...document.querySelectorAll('.jobs-row')].filter((row) => row.getBoundingClientRect().height !== 30)
        .length,
      turned: document.body.innerText.includes('\u202e'),
    }));
    assert.deepEqual(found, { harmed: false, tooWide: Math.min(0, found.tooWide), rows: 0, turned: false }, where);
    for (const colorScheme of schemes) {
      await useScheme(page, colorScheme);
      if (pictures) await page.screenshot({ path: join(pictures, `${name}-${colorScheme}-${width}.png`) });
      // The schemes differ in their colours alone.
      const rules = colorScheme === 'light' ? undefined : ['color-contrast', 'link-in-text-block'];
      assert.deepEqual(await accessibilityProblems(page, rules), [], `${where}, ${colorScheme}`);
    }
  }
  await useScheme(page, 'light');
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function useScheme(page: Page, colorScheme: (typeof schemes)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
}

describe('every view, of what is hostile, in both schemes and three widths', { skip: noBrowser }, () => {
  let catalog: Awaited<ReturnType<typeof hostileCatalog>>;
  let browser: TestBrowser;
  let page: Page;
  before(async () => {
    catalog = await hostileCatalog(pageDirectory);
    browser = await openBrowser();
    page = await browser.open(catalog.url);
  });
  after(async () => {
    await browser?.[Symbol.asyncDispose]();
    await catalog?.[Symbol.asyncDispose]();
  });

  for (const [name, path, shown] of views) {
    it(`${name} shows text as text, fits, and has no serious fault of accessibility`, async () => {
      await page.goto(catalog.url + path);
      await page.locator(shown).first().waitFor();
      await assertSound(page, name);
    });
  }

  it('menus, the help and the filters of a narrow window have none either', async () => {
    await page.goto(catalog.url);
    await page.locator('.jobs-row a').first().waitFor();
    await page.keyboard.press('Shift+?');
    await page.getByRole('dialog').waitFor();
    await assertSound(page, 'help');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    for (const name of ['Export', 'Columns', 'More', 'More of the catalog']) {
      await page.getByRole('button', { name, exact: true }).click();
      await page.locator('[role=menu], [role=dialog]').first().waitFor();
      assert.deepEqual(await accessibilityProblems(page), [], name);
      await page.keyboard.press('Escape');
      await page.locator('[role=menu], [role=dialog]').first().waitFor({ state: 'detached' });
    }
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('dialog').locator('.facet-value').first().waitFor();
    assert.deepEqual(await accessibilityProblems(page), [], 'filters');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('a facet of a tag whose key is markup is a search like any other', async () => {
    await page.goto(catalog.url);
    const facet = page.locator('.facet', { has: page.locator('.facet-title', { hasText: script.slice(0, 20) }) });
    await facet.locator('.facet-title').click();
    await facet.locator('.facet-include', { hasText: 'x' }).click();
    await facet.locator('.facet-include[aria-pressed=true]').waitFor();
    await page.getByText('4 jobs', { exact: true }).waitFor();
    assert.match(new URL(page.url()).searchParams.get('q') ?? '', /^tag_map\..*:x$/s);
  });

  it('signing in fits and has no serious fault of accessibility', async () => {
    const database = await testDatabase();
    const authenticate = keyAuthenticator(database, '127.0.0.1');
    await using api = await testApi({ database, authenticate, pageDirectory });
    await createApiKey(database.pool, { name: 'one', scopes: ['read'] });
    const signIn = await browser.open(await api.app.listen({ host: '127.0.0.1', port: 0 }));
    await signIn.getByRole('textbox', { name: 'API key' }).waitFor();
    await assertSound(signIn, 'sign-in');
    await signIn.context().close();
  });

  it('threw nothing, and asked for nothing that its policy refuses', () => assert.deepEqual(browser.faults, []));
});
