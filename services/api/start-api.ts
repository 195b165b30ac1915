import type { AddressInfo } from 'node:net';
import { hasActiveKey, isKeyRequired } from '../../db/access/api-keys.ts';
import { buildApi } from './app.ts';
import { keyAuthenticator, refuseOpenAddress } from './authenticate.ts';
import type { ApiDependencies } from './dependencies.ts';

/** A running API; disposing of it lets running requests finish. */
export interface RunningApi extends AsyncDisposable {
  /** Its URL, e.g. `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Resolves once facets and aggregates come from memory instead of the table. */
  readonly loaded: Promise<void>;
}

/** Builds the application and listens. Callers are identified by their keys; throws OpenAddressError if it would be open to everyone. */
export async function startApi(dependencies: ApiDependencies): Promise<RunningApi> {
  const { host, port, cors_origins } = dependencies.settings;
  const { database, authenticate = keyAuthenticator(database, host, cors_origins) } = dependencies;
  await refuseOpenAddress(database, host);
  if ((await isKeyRequired(database.pool)) && !(await hasActiveKey(database.pool))) {
    dependencies.logger.warn('every request needs an API key, and none works: sagecat keys create makes one');
  }
  const app = await buildApi({ ...dependencies, authenticate });
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw error;
  }
  // An address and not a path, since it listens on a host and a port.
  const { address, family, port: chosen } = app.server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${chosen}`,
    loaded: app.aggregator.loaded(),
    [Symbol.asyncDispose]: () => app.close(),
  };
}
