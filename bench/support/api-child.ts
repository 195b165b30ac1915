// The API in a separate process, so that the benchmark's client shares neither its time nor its memory.
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { limitYoungGeneration } from '../../services/api/limit-young-generation.ts';

/** The memory of the process, in megabytes. */
export interface ApiMemory {
  /** The resident size. */
  readonly resident: number;
  /** What remains after a collection, in JavaScript's heap and in buffers. */
  readonly held: number;
}

// As `sagecat serve` does, before anything else is loaded.
limitYoungGeneration();
const { apiSettings } = await import('../../config/api-section.ts');
const { sqlSettings } = await import('../../config/sql-section.ts');
const { openDatabase } = await import('../../db/database.ts');
const { startApi } = await import('../../services/api/start-api.ts');

process.once('message', async (connectionString: string) => {
  const database = await openDatabase({ url: connectionString, dataDir: 'unused' });
  const pageDirectory = fileURLToPath(new URL('../../dist/web', import.meta.url));
  const logger = pino({ level: 'silent' });
  const api = await startApi({
    ...{ database, logger, pageDirectory },
    settings: apiSettings({ port: 0, requests_per_minute: 1_000_000 }),
    sql: sqlSettings(),
  });
  await api.loaded;
  process.on('message', async (message: 'stop' | 'memory') => {
    if (message === 'memory') return process.send?.(memory());
    await api[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
    process.disconnect();
  });
  process.send?.(api.url);
});

function memory(): ApiMemory {
  const resident = process.memoryUsage.rss();
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return { resident: resident / 1e6, held: (heapUsed + external) / 1e6 };
}
