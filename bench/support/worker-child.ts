import { pino } from 'pino';
import { openDatabase } from '../../db/database.ts';
import { runWorker } from '../../services/crawler/worker/run-worker.ts';
import { crawlerOf } from '../../test/support/crawl-simulator.ts';
import type { SimulatorProcess } from './simulator-process.ts';

// A worker in a separate process, until it is told to stop or is killed.
process.once('message', async (message: Pick<SimulatorProcess, 'accounts' | 'regions'> & { url: string }) => {
  await using database = await openDatabase({ url: message.url, dataDir: 'unused', maxConnections: 6 });
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort(new Error('stopped')));
  const crawler = crawlerOf(message, database, {
    logger: pino({ level: 'error' }, pino.destination(2)),
    signal: stop.signal,
    settings: { poll_seconds: 0.5, lease_seconds: 10, schedule: { incremental: 'off', full: 'off' } },
  });
  await runWorker(crawler, { history: {} });
  process.disconnect();
});
