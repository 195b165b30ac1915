import { pino } from 'pino';
import { resourceTypes } from '../../catalog/resource-types.ts';
import { openDatabase } from '../../db/database.ts';
import { runWorker } from '../../services/crawler/worker/run-worker.ts';
import { unlimitedRates } from '../../test/support/crawl-simulator.ts';
import type { SimulatorProcess } from './simulator-process.ts';

// A worker in a separate process, until it is told to stop or is killed.
process.once('message', async (message: Pick<SimulatorProcess, 'accounts' | 'regions'> & { url: string }) => {
  await using database = await openDatabase({ url: message.url, dataDir: 'unused', maxConnections: 6 });
  const stop = new AbortController();
  process.on('SIGTERM', () => stop.abort(new Error('stopped')));
  await runWorker({
    database,
    resourceTypes,
    accounts: async () =>
      message.accounts.map(({ id, roleArn, externalId }) => ({ id, roleArn, externalId, regions: message.regions })),
    logger: pino({ level: 'error' }, pino.destination(2)),
    signal: stop.signal,
    pollSeconds: 0.5,
    heartbeatSeconds: 10,
    tuning: { rates: unlimitedRates, leaseSeconds: 10 },
  });
  process.disconnect();
});
