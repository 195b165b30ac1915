// The first load of the catalog in a Chromium whose cache is empty, against an empty page that asks for the same rows and prints them.
// node bench/page-load.ts [rounds] [jobs]   CHROMIUM_PATH says where Chromium is; SAGECAT_URL names a sagecat that runs already.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, type TestBrowser } from '../test/support/browser.ts';
import { startSagecat } from '../test/support/sagecat-process.ts';
import { startBarePage } from './support/bare-page.ts';
import { printTable, ratio } from './support/table.ts';

const rounds = Number(process.argv[2] ?? 10);
const jobs = process.argv[3] ?? '6000';
const mostMilliseconds = 1500;
const mostScript = 250_000;

interface Load {
  /** Milliseconds from the beginning of the navigation until a frame shows rows. */
  readonly rows: number;
  /** Milliseconds of processor time of the tab's main thread until then. */
  readonly busy: number;
  /** Compressed bytes of scripts, and of everything, that came until then. */
  readonly script: number;
  readonly bytes: number;
  readonly requests: number;
}

async function load(browser: TestBrowser, url: string): Promise<Load> {
  const page = await browser.open('about:blank');
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.jobs-row a')) return;
      watch.disconnect();
      // What the frame after this one begins with has been painted.
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('rows')));
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  const tab = await page.context().newCDPSession(page);
  await tab.send('Network.enable');
  // Processor time, so that what else the machine does counts less.
  await tab.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scripts = new Set<string>();
  let [script, bytes, requests] = [0, 0, 0];
  tab.on('Network.responseReceived', ({ requestId, type }) => type === 'Script' && scripts.add(requestId));
  tab.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes += encodedDataLength;
    requests++;
    if (scripts.has(requestId)) script += encodedDataLength;
  });
  await page.goto(url);
  const rows = await page.waitForFunction(() => performance.getEntriesByName('rows')[0]?.startTime);
  const { metrics } = await tab.send('Performance.getMetrics');
  const busy = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const found = { rows: Number(await rows.jsonValue()), busy: busy * 1000, script, bytes, requests };
  await page.context().close();
  return found;
}

const median = (loads: readonly Load[], name: keyof Load): number =>
  loads.map((one) => one[name]).toSorted((a, b) => a - b)[Math.floor(loads.length / 2)] ?? Number.NaN;

const cwd = await mkdtemp(join(tmpdir(), 'sagecat-page-load-'));
const demo = process.env.SAGECAT_URL ? undefined : startSagecat(['demo', '--jobs', jobs, '--port', '0'], { cwd });
try {
  await demo?.printed(/Ctrl-C ends it/);
  const url = process.env.SAGECAT_URL ?? /http:\/\/127\.0\.0\.1:\d+/.exec(demo?.stdout ?? '')?.[0] ?? '';
  await using bare = await startBarePage(url);
  await using browser = await openBrowser();
  const loads: { page: Load[]; bare: Load[] } = { page: [], bare: [] };
  // The first of each is not counted: the server's own code is new then, which the page is not to be blamed for.
  for (let round = 0; round <= rounds; round++) {
    const [one, other] = [await load(browser, url), await load(browser, bare.url)];
    if (round === 0) continue;
    loads.page.push(one);
    loads.bare.push(other);
  }
  console.log(
    `median of ${rounds} loads; must: rows within ${mostMilliseconds} ms, at most ${mostScript} bytes of scripts`,
  );
  printTable(
    ['', 'rows ms', 'main thread ms', 'scripts, bytes', 'all, bytes', 'requests'],
    Object.entries(loads).map(([name, all]) => [
      name,
      ...(['rows', 'busy', 'script', 'bytes', 'requests'] as const).map((key) => median(all, key).toFixed(0)),
    ]),
  );
  console.log(`${ratio(median(loads.page, 'rows') / median(loads.bare, 'rows'))} times the empty page`);
} finally {
  await demo?.[Symbol.asyncDispose]();
  await rm(cwd, { recursive: true });
}
