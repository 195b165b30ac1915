// A whole export as NDJSON over HTTP compared with COPY ... TO STDOUT of the same table, and the memory of the API's process during the
// export and while readers have stopped reading, in one run.
// node bench/query-export.ts [jobs]   DATABASE_URL names the PostgreSQL; without it the embedded database is used, and no COPY.
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { trainingJob } from '../catalog/training-job/definition.ts';
import type { ApiMemory } from './support/api-child.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { copyOut } from './support/copy-out.ts';
import { printTable, ratio } from './support/table.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
/** Shares of the export at which the memory is measured. */
const looks = [0, 0.1, 0.25, 0.5, 0.75, 0.95];
/** The number of readers that stop reading, and for how long. */
const sleepers = 8;
const sleepMs = 10_000;
await using catalog = await benchCatalog(jobs);
const { database, url: root } = catalog;

interface Rate {
  readonly rows: number;
  readonly seconds: number;
  readonly megabytes: number;
}

async function openExport(): Promise<IncomingMessage> {
  const [answer] = await once(get(`${root}/v1/resources/${trainingJob.name}/export`), 'response');
  return answer;
}

/** Reads a whole export, and measures the API's memory on the way. */
async function exported(onLook: (share: number, memory: ApiMemory) => void): Promise<Rate> {
  const pending = [...looks];
  const began = performance.now();
  let [rows, bytes, looking] = [0, 0, Promise.resolve()];
  for await (const chunk of await openExport()) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows += 1;
    const [share] = pending;
    if (share === undefined || rows < share * jobs) continue;
    pending.shift();
    looking = looking.then(async () => onLook(share, await catalog.memory()));
  }
  const seconds = (performance.now() - began) / 1000;
  await looking;
  return { rows, seconds, megabytes: bytes / 1e6 };
}

const copied = database.embedded ? undefined : await copyOut(database, `COPY ${trainingJob.name} TO STDOUT`);
const memory: [name: string, memory: ApiMemory][] = [['before', await catalog.memory()]];
const rate = await exported((share, at) => memory.push([`${share * 100} % of the export`, at]));

const readers = await Promise.all(Array.from({ length: sleepers }, openExport));
for (const reader of readers) reader.pause();
await delay(1000);
memory.push([`${sleepers} readers that do not read, after 1 s`, await catalog.memory()]);
await delay(sleepMs);
memory.push([`after ${sleepMs / 1000} s more`, await catalog.memory()]);
for (const reader of readers) reader.destroy();

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
printTable(
  ['the API, its columns in memory among it', 'resident MB', 'held after a collection MB'],
  memory.map(([name, { resident, held }]) => [name, resident.toFixed(0), held.toFixed(0)]),
);
