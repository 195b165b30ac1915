// The embedded database's own thread, so that neither a busy process keeps the database's clients waiting nor they it. The
// database itself runs in one more, which can be ended without taking the clients' connections along.
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerData } from './embedded-server.ts';
import { EngineThread } from './engine-thread.ts';
import { Front } from './front.ts';

const { dataDir, ...endpoint }: WorkerData = workerData;

const engine = new EngineThread(dataDir);
await engine.start();
const front = await Front.listen({ engine, ...endpoint });

parentPort?.on('message', async (message: 'stop' | 'restart') => {
  if (message === 'restart') await front.restart();
  else {
    await front[Symbol.asyncDispose]();
    parentPort?.close();
  }
  parentPort?.postMessage(message);
});
parentPort?.postMessage('listening');
