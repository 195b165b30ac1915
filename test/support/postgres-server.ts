import { execFile } from 'node:child_process';
import { chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A separate PostgreSQL server on loopback. */
export interface PostgresServer extends AsyncDisposable {
  readonly url: string;
  /** `fast` aborts running statements; `immediate` is a crash from which the server recovers. */
  restart(mode: 'fast' | 'immediate'): Promise<void>;
}

/** Starts a server with the binaries of Debian's packages; returns undefined if they are not installed. */
export async function startPostgres(): Promise<PostgresServer | undefined> {
  const bin = await newestBinaries();
  if (bin === undefined) return undefined;
  const directory = await mkdtemp(join(tmpdir(), 'sagecat-pg-'));
  const data = join(directory, 'data');
  const owner = await unprivileged();
  if (owner) await chown(directory, owner.uid, owner.gid);
  const command = (name: string, args: readonly string[]) => run(join(bin, name), args, { cwd: directory, ...owner });
  const start = ['-w', '-l', join(directory, 'log'), '-o'];
  const settingsFor = (port: number) =>
    `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory} -c fsync=off`;
  await command('initdb', ['-D', data, '-U', 'sagecat', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8']);
  const port = await onFreePort((port) => command('pg_ctl', ['start', '-D', data, ...start, settingsFor(port)]));
  const settings = settingsFor(port);
  return {
    url: `postgres://sagecat@127.0.0.1:${port}/postgres`,
    async restart(mode) {
      await command('pg_ctl', ['restart', '-D', data, '-m', mode, ...start, settings]);
    },
    async [Symbol.asyncDispose]() {
      await command('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w']);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function newestBinaries(): Promise<string | undefined> {
  const root = '/usr/lib/postgresql';
  const versions = await readdir(root).catch(() => []);
  const newest = versions.filter((name) => /^\d+$/.test(name)).sort((a, b) => Number(b) - Number(a))[0];
  return newest && join(root, newest, 'bin');
}

/** PostgreSQL refuses to run as root: root starts it as another user. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const user = await run('id', ['-u', 'postgres']).then(
    () => 'postgres',
    () => 'nobody',
  );
  const number = async (option: string) => Number((await run('id', [option, user])).stdout);
  return { uid: await number('-u'), gid: await number('-g') };
}

/** Starts something on a free port and returns that; another process may take it first, so that it is tried a few times. */
async function onFreePort(start: (port: number) => Promise<unknown>): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    try {
      await start(port);
      return port;
    } catch (error) {
      if (attempt === 5) throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}
