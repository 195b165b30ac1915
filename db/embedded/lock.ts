import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { withFile } from '../../catalog/file-error.ts';

/** The process that serves an embedded database. A file beside the database names it, so that a second process connects to it. */
export interface Holder {
  readonly pid: number;
  /** The address on which it listens: a socket's path, or a loopback port. */
  readonly address: string | number;
}

/** Another process has locked the directory and does not respond. */
export class DataDirectoryBusyError extends Error {
  override readonly name = 'DataDirectoryBusyError';
}

const lockFile = (dataDir: string): string => join(dataDir, 'server.json');

/**
 * Locks the directory for this process, or returns the process that holds it. The file of a holder that died is replaced. Waits up to
 * `patienceMs` for a holder that is still starting, then throws DataDirectoryBusyError.
 */
export async function acquire(
  dataDir: string,
  address: Holder['address'],
  patienceMs = 20_000,
): Promise<Holder | 'acquired'> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    if (await create(lockFile(dataDir), { pid: process.pid, address })) return 'acquired';
    const holder = await read(lockFile(dataDir));
    if (holder && (await answers(holder.address))) return holder;
    if (!holder || !isRunning(holder.pid)) {
      await rm(lockFile(dataDir), { force: true });
    } else if (Date.now() > deadline) {
      throw new DataDirectoryBusyError(
        `the embedded database in ${dataDir} is held by process ${holder.pid}, which does not answer; stop that process, or remove ${lockFile(dataDir)} if it is not sagecat`,
      );
    } else {
      await delay(100);
    }
  }
}

/** Releases the directory. */
export const release = (dataDir: string): Promise<void> => rm(lockFile(dataDir), { force: true });

/** Returns the process that serves the directory's database; undefined if there is none. */
export async function holderOf(dataDir: string): Promise<Holder | undefined> {
  const holder = await read(lockFile(dataDir));
  return holder && (await answers(holder.address)) ? holder : undefined;
}

/** Creates the file with its content atomically; returns false if it exists. */
async function create(path: string, holder: Holder): Promise<boolean> {
  const draft = `${path}.${process.pid}`;
  await withFile(draft, () => writeFile(draft, JSON.stringify(holder), { mode: 0o600 }));
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function read(path: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Deleted in the meantime, or not a valid file.
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  // A restarted container assigns the same PIDs: a file with this PID is from an earlier process.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function answers(address: Holder['address']): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = typeof address === 'number' ? connect(address, '127.0.0.1') : connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
