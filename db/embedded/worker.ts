// The embedded database's own thread, so that neither a busy process keeps the database's clients waiting nor they it. The
// database itself runs in one more, which can be ended without taking the clients' connections along.

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
