import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { makeDirectory } from '../make-directory.ts';
import { DataDirectoryError, prepareDirectory } from './data-directory.ts';
import { leanWasm } from './lean-wasm.ts';
import { acquire, release } from './lock.ts';

/** The options of the thread. */
export interface WorkerData {
  /** The folder with `pgdata`. */
  readonly directory: string;
  readonly socketPath: string | undefined;
  readonly port: number;
  readonly maxConnections: number;
}

/** A database in this process, or the one that another sagecat process serves from the same directory. */
export interface EmbeddedServer extends AsyncDisposable {
  /** Connection string for `pg`. */
  readonly connectionString: string;
  /** Whether the database runs in this process; false if another one serves it. */
  readonly isOwner: boolean;
  /** Ends the running statement and reopens the database without losing a commit; the connection of that statement breaks. Only as the owner. */
  restart(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Directory of the database; `memory` for a temporary one that is deleted when it is closed. */
  readonly dataDir: string;
}

const maxConnections = 100;
/** The maximum path of a Unix domain socket is 107 bytes on Linux, 103 on macOS. */
const maxSocketPath = 103;

/**
 * Starts the embedded database, or connects to the process that serves its directory. Throws FileError and DataDirectoryError if the
 * directory cannot be used.
 */
export async function startEmbedded({ dataDir }: EmbeddedOptions): Promise<EmbeddedServer> {
  const inMemory = dataDir === 'memory';
  const directory = inMemory ? await mkdtemp(join(tmpdir(), 'sagecat-')) : resolve(dataDir);
  await makeDirectory(directory, 0o700);
  const endpoint = await chooseEndpoint(directory);
  if (!inMemory) {
    const holder = await acquire(directory, endpoint.socketPath ?? endpoint.port);
    if (holder !== 'acquired') {
      return {
        connectionString: connectionString(holder.address),
        isOwner: false,
        restart: () => Promise.reject(new Error('another process serves the embedded database')),
        [Symbol.asyncDispose]: async () => {},
      };
    }
  }
  const data: WorkerData = {
    ...endpoint,
    directory,
    maxConnections,
  };
  const close = () => (inMemory ? rm(directory, { recursive: true, force: true }) : release(directory));
  const thread = await open(data).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return {
    connectionString: connectionString(endpoint.socketPath ?? endpoint.port),
    isOwner: true,
    async restart() {
      const restarted = new Promise((done) => thread.once('message', done));
      thread.ref();
      thread.postMessage('restart');
      await restarted;
      thread.unref();
    },
    async [Symbol.asyncDispose]() {
      await stopThread(thread);
      await close();
    },
  };
}

/** Returns a socket that only this user can open; a loopback port if the system has no Unix domain sockets. */
async function chooseEndpoint(directory: string): Promise<{ socketPath: string | undefined; port: number }> {
  if (process.platform === 'win32') return { socketPath: undefined, port: await freePort() };
  const name = '.s.PGSQL.5432';
  const path = join(directory, name);
  if (Buffer.byteLength(path) <= maxSocketPath) return { socketPath: path, port: 0 };
  return { socketPath: join(await mkdtemp(join(tmpdir(), 'sagecat-')), name), port: 0 };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

function connectionString(address: string | number): string {
  if (typeof address === 'number') return `postgresql://postgres@127.0.0.1:${address}/postgres`;
  return `postgresql://postgres@/postgres?host=${encodeURIComponent(address.slice(0, address.lastIndexOf('/')))}`;
}

/** Opens the database of a folder that this process has locked. Throws DataDirectoryError. */
async function open(data: WorkerData): Promise<Worker> {
  await prepareDirectory(data.directory);
  return startThread(data);
}

async function startThread(data: WorkerData): Promise<Worker> {
  leanWasm();
  if (data.socketPath !== undefined) await rm(data.socketPath, { force: true });
  // The same file is TypeScript in a checkout and JavaScript in the package.
  const file = import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js';
  const thread = new Worker(new URL(file, import.meta.url), { workerData: data });
  await new Promise<void>((started, failed) => {
    const onExit = (code: number) =>
      failed(new DataDirectoryError(`the embedded database ended with code ${code} while starting`));
    const onError = (error: Error) => failed(new DataDirectoryError(error.message, { cause: error }));
    thread.once('exit', onExit).once('error', onError);
    thread.once('message', () => {
      thread.off('exit', onExit).off('error', onError);
      started();
    });
  });
  // An unused database does not keep the process alive.
  thread.unref();
  return thread;
}

async function stopThread(thread: Worker): Promise<void> {
  const stopped = new Promise((done) => thread.once('exit', done));
  thread.ref();
  thread.postMessage('stop');
  await stopped;
}
