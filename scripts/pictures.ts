// Makes the pictures of README.md and docs/ from the demo, in the Chromium that CHROMIUM_PATH or /usr/bin holds.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../test/support/browser.ts';
import { startSagecat } from '../test/support/sagecat-process.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'pictures');
const viewport = { width: 1280, height: 800 };

const cwd = await mkdtemp(join(tmpdir(), 'sagecat-pictures-'));
try {
  await using demo = startSagecat(['demo', '--port', '0'], { cwd });
  await demo.printed(/Ctrl-C ends it/);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(demo.stdout)?.[0] ?? '';
  await using browser = await openBrowser();

  const catalog = await browser.open(`${url}/?q=creation_time:>now-90d`, { viewport, colorScheme: 'light' });
  await catalog.locator('.facet-include', { hasText: 'Failed' }).click();
  await catalog.locator('.jobs-row', { hasNotText: 'Failed' }).first().waitFor({ state: 'detached' });
  await catalog.locator('.jobs-row a').nth(3).click();
  await catalog.locator('.panel .cost').waitFor();
  await catalog.waitForLoadState('networkidle');
  await catalog.screenshot({ path: join(folder, 'catalog.png') });

  const spend = await browser.open(`${url}/spend`, { viewport, colorScheme: 'dark' });
  await spend.locator('.spend-table td').first().waitFor();
  await spend.waitForLoadState('networkidle');
  await spend.screenshot({ path: join(folder, 'spend.png') });
} finally {
  await rm(cwd, { recursive: true });
}
