// Scrolling through the rows of the catalog in a Chromium: what the tab holds, and how long rows that are looked at were missing.
// node bench/page-scroll.ts [rows] [jobs]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { openBrowser } from '../test/support/browser.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { printTable, ratio } from './support/table.ts';

const rows = Number(process.argv[2] ?? 100_000);
const jobs = Number(process.argv[3] ?? rows);
const rowHeight = 30;
/** Pixels of each turn of the wheel: 20 rows. */
const turn = 600;
const mostBlank = 100;

await using catalog = await benchCatalog(jobs);
await using browser = await openBrowser();
const page = await browser.open(catalog.url);
await page.locator('.jobs-row a').first().waitFor();
// At each frame: does every row that is in sight show its job?
await page.evaluate((height) => {
  const seen = { frames: 0, blankFrames: 0, longestBlank: 0, blankSince: 0 };
  const look = (now: number) => {
    const box = document.querySelector('.jobs')?.getBoundingClientRect();
    const whole = [...document.querySelectorAll('.jobs-row')].filter((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return box && bottom > box.top + height && top < box.bottom && row.querySelector('a')?.textContent;
    });
    const isBlank = box !== undefined && whole.length < Math.floor(box.height / height) - 2;
    seen.frames++;
    if (isBlank) {
      seen.blankFrames++;
      seen.blankSince ||= now;
      seen.longestBlank = Math.max(seen.longestBlank, now - seen.blankSince);
    } else seen.blankSince = 0;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  Object.assign(globalThis, { seen });
}, rowHeight);
const tab = await page.context().newCDPSession(page);
await tab.send('Performance.enable');

/** What the tab holds after a collection. */
async function held() {
  await tab.send('HeapProfiler.collectGarbage');
  const { metrics } = await tab.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { megabytes: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes') };
}

const box = await page.locator('.jobs').boundingBox();
await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 200);
const table: string[][] = [];
const megabytes: number[] = [];
const began = performance.now();
for (let part = 0; part <= 10; part++) {
  const until = (rows * part) / 10;
  for (;;) {
    const top = await page.locator('.jobs').evaluate(({ scrollTop, clientHeight }) => scrollTop + clientHeight);
    if (top / rowHeight >= until) break;
    for (let turns = 0; turns < 10; turns++) await page.mouse.wheel(0, turn);
  }
  const { megabytes: heap, nodes } = await held();
  megabytes.push(heap);
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { frames: number; blankFrames: number; longestBlank: number } }).seen,
  );
  table.push([
    String(until),
    ((performance.now() - began) / 1000).toFixed(0),
    heap.toFixed(1),
    String(nodes),
    String(seen.frames),
    String(seen.blankFrames),
    seen.longestBlank.toFixed(0),
  ]);
}
console.log(`${jobs} jobs; must: memory flat, no blank longer than ${mostBlank} ms`);
printTable(['rows', 'after s', 'heap MB', 'nodes', 'frames', 'blank frames', 'longest blank ms'], table);
const [, first = Number.NaN] = megabytes;
console.log(`${ratio((megabytes.at(-1) ?? Number.NaN) / first)} times the memory at a tenth`);
