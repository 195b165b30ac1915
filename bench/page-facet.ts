// A click on a value of a facet until the table, the facets and the histogram are those of the new query, in a Chromium.
// node bench/page-facet.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import type { Page } from 'playwright-core';
import { openBrowser } from '../test/support/browser.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { printTable, ratio } from './support/table.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 12);
const mostMilliseconds = 500;
const areas = { table: '.jobs', facets: '.facets', histogram: '.histogram' } as const;
/** Milliseconds without a change after which a view is taken to be whole. */
const quiet = 1500;

/** Milliseconds after the click at which something was last so. */
type Click = Record<keyof typeof areas | 'answers', number>;

/** Has the page note when each area last changed after a click, as a frame after it shows it. */
const watchAreas = (page: Page) =>
  page.addInitScript((selectors) => {
    const seen: Record<string, number> = {};
    addEventListener('click', ({ timeStamp }) => Object.assign(seen, { click: timeStamp, changed: timeStamp }), true);
    new MutationObserver((records) => {
      for (const [name, selector] of Object.entries(selectors)) {
        if (!records.some(({ target }) => (target.parentElement ?? (target as Element)).closest(selector))) continue;
        requestAnimationFrame(() =>
          setTimeout(() => {
            seen[name] = performance.now();
            seen.changed = performance.now();
          }),
        );
      }
    }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
    Object.assign(globalThis, { seen });
    performance.setResourceTimingBufferSize(10_000);
  }, areas);

async function settled(page: Page): Promise<Click> {
  const found = await page.waitForFunction((quietFor) => {
    const { seen } = globalThis as unknown as { seen: Record<string, number> };
    const answers = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const last = Math.max(0, ...answers.map(({ responseEnd }) => responseEnd));
    if (performance.now() - Math.max(last, seen.changed ?? 0) < quietFor) return undefined;
    const { click = 0, table = 0, facets = 0, histogram = 0 } = seen;
    return { table: table - click, facets: facets - click, histogram: histogram - click, answers: last - click };
  }, quiet);
  return (await found.jsonValue()) as Click;
}

await using catalog = await benchCatalog(jobs);
await using browser = await openBrowser();
const page = await browser.open('about:blank');
await watchAreas(page);
await page.goto(catalog.url);
await page.locator('.jobs-row a').first().waitFor();
await settled(page);
const clicks: Click[] = [];
// Of values that were not asked for before: their answers are not kept.
const values = page.locator('.facet:nth-of-type(2) .facet-include, .facet:nth-of-type(4) .facet-include');
for (let round = 0; round < Math.min(rounds, await values.count()); round++) {
  await values.nth(round).click();
  clicks.push(await settled(page));
  await page.locator('.facet-clear').first().click();
  await settled(page);
}
const at = (name: keyof Click, share: number): number =>
  clicks.map((click) => click[name]).toSorted((a, b) => a - b)[Math.floor(share * (clicks.length - 1))] ?? Number.NaN;
const whole = (share: number) => Math.max(...(Object.keys(areas) as (keyof Click)[]).map((name) => at(name, share)));
console.log(`${jobs} jobs, ${clicks.length} clicks; must: all within ${mostMilliseconds} ms`);
printTable(
  ['new after the click', 'median ms', 'p95 ms'],
  (['answers', ...Object.keys(areas)] as (keyof Click)[]).map((name) => [
    name === 'answers' ? 'the last answer has come' : name,
    at(name, 0.5).toFixed(0),
    at(name, 0.95).toFixed(0),
  ]),
);
console.log(`${ratio(whole(0.5) / at('answers', 0.5))} times what the answers take`);
