// The server's thread, so that a busy process does not delay the database's clients. The database runs in another thread, which can be ended
// without closing the clients' connections.

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { explainFailure, markComplete } from './data-directory.ts';
import type { WorkerData } from './embedded-server.ts';
import { EngineThread } from './engine-thread.ts';
import { PgWireServer } from './pg-wire-server.ts';

const { directory, ...endpoint }: WorkerData = workerData;

const engine = new EngineThread(join(directory, 'pgdata'));
const explain = (error: unknown) => explainFailure(directory, error);
await engine.start().catch(async (error: unknown) => {
  throw new Error((await explain(error)).text);
});
await markComplete(directory);
const server = await PgWireServer.listen({ engine, explain, ...endpoint });

parentPort?.on('message', async (message: 'stop' | 'restart') => {
  if (message === 'restart') await server.restart();
  else {
    await server[Symbol.asyncDispose]();
    parentPort?.close();
  }
  parentPort?.postMessage(message);
});
parentPort?.postMessage('listening');
