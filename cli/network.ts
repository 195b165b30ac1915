import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import type { Network } from '../config/network.ts';
import { readNetwork } from '../config/network.ts';

/** Milliseconds for a connection, and for the proxy's answer to CONNECT. */
const patience = { connect: 5000, tunnel: 15_000 };

/** Sends this process's requests to other machines through the proxies and certificates of the environment. Throws ConfigError. */
export async function useNetwork(env: NodeJS.ProcessEnv): Promise<void> {
  const network = readNetwork(env);
  if (network.httpsProxy === undefined && network.ca === undefined) return;
  const { setGlobalDispatcher } = await import('undici');
  setGlobalDispatcher(await dispatcherOf(network));
}

/** Lets this process connect directly to this machine, whatever its environment says. */
export async function useNoProxy(): Promise<void> {
  const { Agent, setGlobalDispatcher } = await import('undici');
  setGlobalDispatcher(new Agent());
}

/**
 * Returns a dispatcher for requests to addresses that people configure: through the proxies of the environment, or directly to what `lookup`
 * finds. Throws ConfigError.
 */
export const dispatcherFor = (env: NodeJS.ProcessEnv, lookup?: LookupFunction): Promise<Dispatcher> =>
  dispatcherOf(readNetwork(env), lookup);

async function dispatcherOf({ httpProxy = '', httpsProxy = '', noProxy, ca }: Network, lookup?: LookupFunction) {
  const { EnvHttpProxyAgent, Pool } = await import('undici');
  const tls = { timeout: patience.connect, ...(ca && { ca: [...ca] }) };
  return new EnvHttpProxyAgent({
    httpProxy,
    httpsProxy,
    noProxy,
    connect: { ...tls, ...(lookup && { lookup }) },
    requestTls: tls,
    proxyTls: tls,
    // Proxies tunnel https only: most refuse CONNECT to port 80.
    proxyTunnel: false,
    clientFactory: (origin, options) => new Pool(origin, { ...options, headersTimeout: patience.tunnel }),
  });
}
