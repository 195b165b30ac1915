import { createServer } from 'node:net';
import { CommandError, exitCodes } from './exit-codes.ts';

/** The address of a server, and how to change it, e.g. `--port or SAGECAT_PORT`. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly setBy: string;
}

/** Throws a CommandError if nothing can listen there; call it before work that takes time. */
export async function checkPlace(place: Place): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen({ host: place.host, port: place.port, exclusive: true }, resolve);
    });
  } catch (error) {
    throw listenError(error, place) ?? error;
  } finally {
    if (server.listening) await new Promise((closed) => server.close(closed));
  }
}

/** Returns why a server cannot listen, and what to do; undefined for another error. */
export function listenError(error: unknown, { host, port, setBy }: Place): CommandError | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return new CommandError(
        `${host}:${port} is in use by another process; choose a free port with ${setBy}, or 0 for any free one`,
      );
    case 'EACCES':
      return new CommandError(`this user may not listen on ${host}:${port}; choose a port above 1023 with ${setBy}`);
    case 'EADDRNOTAVAIL':
      return new CommandError(
        `${host} is not an address of this machine; 127.0.0.1 is, and 0.0.0.0 means all of them`,
        exitCodes.usage,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new CommandError(`${host} is not an address or name of this machine; 127.0.0.1 is`, exitCodes.usage);
    default:
      return undefined;
  }
}
