// From a row's commit to the webhook's arrival, one by one; what 10,000 jobs that fail at once cost; and a look where nothing happened.
// node bench/watches.ts [jobs] [rounds] [failing]   DATABASE_URL names the PostgreSQL; without it the embedded database is used.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { pino } from 'pino';
import { Agent } from 'undici';
import type { Watch } from '../catalog/watches/watch.ts';
import { applyWatches } from '../db/watches/apply-watches.ts';
import { dueWatches } from '../db/watches/due-watches.ts';
import { openChannel } from '../services/watches/channels/open-channel.ts';
import { keepWatching } from '../services/watches/keep-watching.ts';
import { benchCatalog } from './support/bench-catalog.ts';
import { printTable, ratio } from './support/table.ts';
import { milliseconds, Timings } from './support/timing.ts';

const jobs = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 100);
const failing = Number(process.argv[4] ?? 10_000);
await using catalog = await benchCatalog(jobs);
const { kysely, pool } = catalog.database;

let messages = 0;
let told = 0;
let arrived = () => {};
const receiver = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  response.end();
  messages++;
  told += JSON.parse(text).data.count;
  arrived();
}).listen(0, '127.0.0.1');
await new Promise((resolve) => receiver.once('listening', resolve));
const ops = openChannel(
  {
    name: 'ops',
    kind: 'webhook',
    url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
    secret: 'whsec_MfKQ9r8GKYqTwjUPD8ILPZIo2LaLaSw',
    allow_private: true,
  },
  {
    logger: pino({ level: 'silent' }),
    timeoutMs: 15_000,
    dispatchers: { toPublic: new Agent(), toAny: new Agent() },
    aws: () => {
      throw new Error('there is no channel of AWS');
    },
  },
);
const watch: Watch = { name: 'failed', when: 'enters', about: 'training_job_status:Failed', channels: ['ops'] };
await applyWatches(kysely, [], { channels: [], budgets: [] });
await applyWatches(kysely, [watch], { channels: ['ops'], budgets: [] });
const stop = new AbortController();
const watching = keepWatching({
  ...{ database: catalog.database, logger: pino({ level: 'warn' }), signal: stop.signal },
  ...{ channels: new Map([['ops', ops]]), budgets: [], withheld: [] },
});
while ((await dueWatches(kysely, Date.now())).length > 0) await delay(100);

/** Lets jobs fail that have not, and resolves when all are told. */
async function fail(count: number): Promise<number> {
  const before = told;
  const { rowCount } = await pool.query(
    `UPDATE aws_sagemaker_trainingjob SET training_job_status = 'Failed', failure_reason = 'AlgorithmError: rank ' || id || ' died',
       last_modified_time = now() + interval '1 second'
     WHERE id IN (SELECT id FROM aws_sagemaker_trainingjob WHERE training_job_status = 'Completed' AND deleted_at IS NULL LIMIT $1)`,
    [count],
  );
  const committed = performance.now();
  await new Promise<void>((resolve) => {
    arrived = () => told - before >= (rowCount ?? 0) && resolve();
    arrived();
  });
  return performance.now() - committed;
}

const latencies: number[] = [];
for (let round = 0; round < rounds; round++) {
  // At any moment between two looks.
  await delay(Math.random() * 500);
  latencies.push(await fail(1));
}
latencies.sort((a, b) => a - b);
const latencyAt = (share: number) =>
  latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0;

const idle = new Timings();
for (let round = 0; round < 100; round++) await idle.time(() => dueWatches(kysely, Date.now()));

const heldBefore = process.memoryUsage().rss;
let peak = heldBefore;
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 10);
const [messagesBefore, toldBefore] = [messages, told];
const atOnce = await fail(failing);
clearInterval(sampling);
const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0);
printTable(
  [`${jobs} jobs`, 'figure', 'against', 'ratio'],
  [
    ['commit to arrival, ms, p50', milliseconds(latencyAt(0.5)), 'a bound of 2 s', ratio(latencyAt(0.5) / 2000)],
    ['commit to arrival, ms, p99', milliseconds(latencyAt(0.99)), 'a bound of 2 s', ratio(latencyAt(0.99) / 2000)],
    [
      'a look where nothing happened, ms, p50',
      milliseconds(idle.at(0.5)),
      'the 500 ms between looks',
      ratio(idle.at(0.5) / 500),
    ],
    [
      `${failing} jobs fail at once: ms until all are told`,
      milliseconds(atOnce),
      'one job, p50',
      ratio(atOnce / latencyAt(0.5)),
    ],
    ['... messages', messages - messagesBefore, `accounts and regions of ${told - toldBefore} jobs`, ''],
    ['... memory beyond that before, MB', megabytes(peak - heldBefore), 'before', ratio(peak / heldBefore)],
  ],
);
stop.abort();
await watching;
receiver.close();
