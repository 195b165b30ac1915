import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { createApiKey } from '../../db/access/api-keys.ts';
import { keyAuthenticator } from '../../services/api/authenticate.ts';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { testApi } from '../support/test-api.ts';
import { testDatabase } from '../support/test-database.ts';

const pageDirectory = join(import.meta.dirname, '..', '..', 'dist', 'web');
const [own, other] = ['111122223333', '444455556666'];

it('the page asks for a key once, shows only what the key may see, and forgets it at sign-out', {
  skip: noBrowser,
}, async () => {
  const database = await testDatabase();
  const authenticate = keyAuthenticator(database, '127.0.0.1');
  await using api = await testApi({ database, authenticate, pageDirectory });
  for (const account of [own, other]) {
    const TrainingJobArn = `arn:aws:sagemaker:us-east-1:${account}:training-job/job-${account}`;
    await api.store({ TrainingJobName: `job-${account}`, TrainingJobArn });
  }
  const { secret } = await createApiKey(database.pool, { name: 'own', scopes: ['read'], accounts: [own] });
  const url = await api.app.listen({ host: '127.0.0.1', port: 0 });
  await using browser = await openBrowser();
  const page = await browser.open(url);
  const field = page.getByRole('textbox', { name: 'API key' });
  await field.fill('sagecat_wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[id$="-error"]').waitFor();
  assert.equal(await page.locator('.jobs-row').count(), 0);

  await field.fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.jobs-row a').first().waitFor();
  // A long name is two parts, of which the first may be cut off.
  const names = await page.locator('.jobs-row a').allInnerTexts();
  assert.deepEqual(
    names.map((name) => name.replace('\n', '')),
    [`job-${own}`],
  );
  assert.equal(await page.evaluate(() => document.cookie), '', 'no script of the page reads the session');
  await page.reload();
  await page.locator('.jobs-row a').first().waitFor();

  // The key may not crawl: the page says so, and offers nothing that would be refused.
  await page.goto(`${url}/coverage`);
  await page.getByText('takes a key with the scope crawl').waitFor();
  assert.equal(await page.getByRole('button', { name: /crawl/i }).count(), 0);

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await field.waitFor();
  assert.equal(await page.locator('.jobs-row').count(), 0);
  assert.deepEqual(browser.faults, []);
});
