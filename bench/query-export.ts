// A whole export as NDJSON over HTTP against COPY ... TO STDOUT of the same table, and the memory that it takes, in one run.
// node bench/query-export.ts [jobs]   DATABASE_URL names the PostgreSQL; without it the embedded database is used, and no COPY.
import { request } from 'node:http';
import { trainingJob } from '../catalog/training-job.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { copyOut } from './support/copy-out.ts';
import { printTable, ratio } from './support/table.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
await using catalog = await benchCatalog(jobs);
const { database, url: root } = catalog;

interface Rate {
  readonly rows: number;
  readonly seconds: number;
  readonly megabytes: number;
}

async function exported(): Promise<Rate & { readonly peak: number; readonly start: number }> {
  const began = performance.now();
  const start = process.memoryUsage().rss;
  let [rows, bytes, peak] = [0, 0, 0];
  await new Promise<void>((resolve, reject) => {
    request(`${root}/v1/resources/${trainingJob.name}/export`, (answer) => {
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
        peak = Math.max(peak, process.memoryUsage.rss());
      });
      answer.on('end', resolve);
      answer.on('error', reject);
    })
      .on('error', reject)
      .end();
  });
  return {
    rows,
    seconds: (performance.now() - began) / 1000,
    megabytes: bytes / 1e6,
    peak: peak / 1e6,
    start: start / 1e6,
  };
}

const copied = database.embedded ? undefined : await copyOut(database, `COPY ${trainingJob.name} TO STDOUT`);
const { peak, start, ...rate } = await exported();
const perSecond = (of: Rate) => of.rows / of.seconds;
const shown = (name: string, of: Rate) => [
  name,
  of.rows,
  of.seconds.toFixed(1),
  of.megabytes.toFixed(0),
  perSecond(of).toFixed(0),
];
printTable(
  ['', 'rows', 'seconds', 'MB', 'rows a second'],
  [...(copied ? [shown('COPY TO STDOUT', copied)] : []), shown('export as NDJSON', rate)],
);
if (copied) console.log(`ratio ${ratio(perSecond(rate) / perSecond(copied))} (must: 0.4)`);
console.log(`memory of server and client together: ${start.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most`);
