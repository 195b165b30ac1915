// The API in a thread of its own, as it would be in a process of its own: the benchmark's client does not share its time.
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { openDatabase } from '../../db/database.ts';
import { startApi } from '../../services/api/start-api.ts';

const { connectionString }: { connectionString: string } = workerData;
const database = await openDatabase({ url: connectionString, dataDir: 'unused' });
const api = await startApi({ database, logger: pino({ level: 'silent' }), host: '127.0.0.1', port: 0 });
await api.loaded;
parentPort?.once('message', async () => {
  await api[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  parentPort?.close();
});
parentPort?.postMessage(api.url);
