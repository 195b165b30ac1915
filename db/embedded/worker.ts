// The embedded database's thread: PGlite, and a socket in front of it that speaks PostgreSQL's protocol. A thread of its own,
// because a statement blocks the thread that it runs in.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { WorkerData } from './embedded-server.ts';

const { dataDir, socketPath, port, maxConnections }: WorkerData = workerData;

const db = await PGlite.create({ dataDir });
const server = new PGLiteSocketServer({
  db,
  maxConnections,
  ...(socketPath === undefined ? { host: '127.0.0.1', port } : { path: socketPath }),
});
await server.start();

parentPort?.on('message', async () => {
  await server.stop();
  await db.close();
  parentPort?.postMessage({ stopped: true });
  parentPort?.close();
});
parentPort?.postMessage({ listening: server.getServerConn() });
