// Fifty concurrent dashboards compared with one: each requests facets, an aggregate and a page, as a dashboard's refresh does.
// node bench/query-clients.ts [jobs] [seconds] [clients]   DATABASE_URL names the PostgreSQL; without it the embedded database.
import { setTimeout as delay } from 'node:timers/promises';
import { trainingJob } from '../catalog/training-job/definition.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { printTable, ratio } from './support/table.ts';
import { getJson, milliseconds, Timings } from './support/timing.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
const seconds = Number(process.argv[3] ?? 20);
const clients = Number(process.argv[4] ?? 50);
/** The refresh interval of a dashboard. */
const refreshMs = 5000;
await using catalog = await benchCatalog(jobs);
const base = `${catalog.url}/v1/resources/${trainingJob.name}`;
const accounts = Array.from({ length: 12 }, (_, index) => String(111_122_220_000 + index));

const paths = (account: string): string[] => [
  `facets?fields=region,training_job_status,resource_config.instance_type&q=account_id:${account}`,
  `aggregate?group_by=training_job_status&bucket=day&metrics=count,sum(billable_time_in_seconds)&q=account_id:${account}`,
  `?limit=50&q=account_id:${account}&fields=training_job_name,training_job_status,creation_time,resource_config.instance_type`,
];

let errors = 0;
async function dashboard(number: number, timings: Timings, until: number): Promise<void> {
  // Dashboards do not refresh at the same time.
  await delay((number * refreshMs) / clients);
  for (let turn = number; performance.now() < until; turn++) {
    const began = performance.now();
    for (const path of paths(accounts[turn % accounts.length] ?? '')) {
      await timings.time(() =>
        getJson(path.startsWith('?') ? base + path : `${base}/${path}`).catch(() => (errors += 1)),
      );
    }
    await delay(Math.max(0, refreshMs - (performance.now() - began)));
  }
}

await dashboard(0, new Timings(), performance.now() + 1);
const one = new Timings();
await dashboard(0, one, performance.now() + seconds * 500);
const many = new Timings();
const until = performance.now() + seconds * 1000;
await Promise.all(Array.from({ length: clients }, (_, number) => dashboard(number, many, until)));
printTable(
  ['clients', 'p50 ms', 'p99 ms', 'errors'],
  [
    [1, milliseconds(one.at(0.5)), milliseconds(one.at(0.99)), ''],
    [clients, milliseconds(many.at(0.5)), milliseconds(many.at(0.99)), errors],
  ],
);
console.log(`p99 of ${clients} against p50 of one: ${ratio(many.at(0.99) / one.at(0.5))} (must: 4)`);
