// The thread that PGlite runs in. A statement blocks it, so that nothing else may live here; who asks is up to the front.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import type { EngineReply, EngineRequest } from './engine-thread.ts';

/**
 * PGlite takes 160 MB of shared buffers, all of which are touched in time and never given back. The system keeps the files in its own
 * cache as well, so that a few serve. There is one session, whatever number of clients stands in front of it.
 */
const settings = ['shared_buffers=32MB', 'max_connections=5'].flatMap((setting) => ['-c', setting]);

const { dataDir }: { dataDir: string } = workerData;
const db = await PGlite.create({ dataDir, startParams: [...PGlite.defaultStartParams, ...settings] });
// PGlite keeps to itself that PostgreSQL gave up, as it does where its log cannot be written: whoever asked would wait for ever.
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
        // What comes is a view of the database's own memory.
        const copy = data.slice();
        reply(copy, [copy.buffer as ArrayBuffer]);
      },
    });
  }
  if (hasGivenUp) throw new Error('PostgreSQL gave up');
  reply(db.Module.HEAPU8.length);
});
reply('ready');
