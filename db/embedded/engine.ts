// The thread of PGlite. A statement blocks it, so nothing else runs here; the server decides about turns.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { EngineReply, EngineRequest } from './engine-thread.ts';

/**
 * PGlite's default is 160 MB of shared buffers, which are never freed. The operating system caches the files as well, so that a few are
 * enough. There is one session for any number of clients.
 */
const settings = ['shared_buffers=32MB', 'max_connections=5'].flatMap((setting) => ['-c', setting]);

const { dataDir }: { dataDir: string } = workerData;
const db = await PGlite.create({ dataDir, startParams: [...PGlite.defaultStartParams, ...settings] });
// PGlite does not report that PostgreSQL gave up, e.g. because its log cannot be written; the request would wait for ever.
let hasGivenUp = false;
db.Module.onAbort = () => {
  hasGivenUp = true;
};

const reply = (message: EngineReply, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer);

parentPort?.on('message', async (request: EngineRequest) => {
  if (request === 'stop') {
    await db.close();
    parentPort?.close();
    return;
  }
  for (const message of request) {
    await db.execProtocolRawStream(message, {
      onRawData(data) {
        // The data is a view of the database's own memory.
        const copy = data.slice();
        reply(copy, [copy.buffer as ArrayBuffer]);
      },
    });
  }
  if (hasGivenUp) throw new Error('PostgreSQL gave up');
  reply(db.Module.HEAPU8.length);
});
reply('ready');
