// Requests about fields that are read into memory once somebody asks for them, then and later, and about those that never are.
// node bench/query-scans.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { setTimeout as delay } from 'node:timers/promises';
import { trainingJob } from '../catalog/training-job/definition.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { printTable } from './support/table.ts';
import { getText, Timings } from './support/timing.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 3);
await using catalog = await benchCatalog(jobs);
const base = `${catalog.url}/v1/resources/${trainingJob.name}`;

const requests: readonly [name: string, path: string][] = [
  ['facets of tags', '/facets?fields=tags'],
  ['facets of status and region, of one tag', '/facets?fields=training_job_status,region&q=tags.team:nlp'],
  ['facets of status, of one hyperparameter', '/facets?fields=training_job_status&q=hyper_parameters.epochs:10'],
  ['facets of a hyperparameter', '/facets?fields=hyper_parameters.epochs'],
  ['facets of the keys of hyperparameters', '/facets?fields=hyper_parameters'],
  ['facets of channels', '/facets?fields=input_data_config.channel_name'],
  ['counts by tag', '/aggregate?group_by=tags'],
  ['page: a tag', '?q=tags.team:nlp'],
  ['page: a tag that no job has', '?q=tags.team:nobody'],
  ['page: a hyperparameter that no job has', '?q=hyper_parameters.epochs:nothing'],
  ['page: a channel that no job has', '?q=input_data_config.channel_name:nothing'],
  ['page: a key of the environment that no job has', '?q=environment.NOTHING:1'],
  ['page: a word', '?q=pretrain'],
  ['page: words of a reason', '?q="out of memory"'],
  ['page: a word that no job has', '?q=nosuchword'],
  ['page: the same with the total', '?q=nosuchword&total=true'],
];

// Asked once, so that the process reads the columns that it lacks, and again when it has them.
const rows: string[][] = [];
for (const [name, path] of requests) {
  const first = new Timings();
  await first.time(() => getText(`${base}${path}&limit=20`));
  rows.push([name, first.at(0.5).toFixed(0)]);
}
const waited = await columnsRead();
for (const [index, [, path]] of requests.entries()) {
  const again = new Timings();
  // Answers are cached: another limit makes another request of it.
  for (let round = 1; round <= rounds; round++) await again.time(() => getText(`${base}${path}&limit=${20 + round}`));
  rows[index]?.push(again.at(0.5).toFixed(0));
}
console.log(`${jobs} jobs; columns read within ${waited.toFixed(0)} s`);
printTable(['request', 'first, ms', 'then'], rows);

/** Waits until the process has saved no column for some time, and returns how long the last took. */
async function columnsRead(): Promise<number> {
  const began = performance.now();
  let [saved, savedAt] = ['', began];
  while (performance.now() - savedAt < 60_000) {
    await delay(1000);
    const { rows: held } = await catalog.database.pool.query(
      'SELECT string_agg(field || written_by::text, chr(44)) AS saved FROM sagecat_private.saved_column',
    );
    if (held[0]?.saved !== saved) [saved, savedAt] = [held[0]?.saved, performance.now()];
  }
  return (savedAt - began) / 1000;
}
