// Requests about fields that are not in memory, compared with those that are: free text, list elements, map keys, groups by tags.
// node bench/query-scans.ts [jobs] [rounds]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
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

const rows: string[][] = [];
for (const [name, path] of requests) {
  const [first, again] = [new Timings(), new Timings()];
  for (let round = 0; round < rounds; round++) {
    // Answers from memory are cached: a parameter without effect makes another request of it.
    const limit = path.startsWith('?') ? 50 : 20 + round;
    await first.time(() => getText(`${base}${path}&limit=${limit}`));
    await again.time(() => getText(`${base}${path}&limit=${limit}`));
  }
  rows.push([name, first.at(0.5).toFixed(0), again.at(0.5).toFixed(0)]);
}
console.log(`${jobs} jobs`);
printTable(['request', 'ms', 'asked again'], rows);
