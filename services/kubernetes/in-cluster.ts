import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Cluster, ClusterConfigError } from './cluster.ts';

// https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/

const defaultFolder = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Returns whether the process runs in a pod with a service account. */
export const isInCluster = (env: NodeJS.ProcessEnv, folder = defaultFolder): boolean =>
  Boolean(env.KUBERNETES_SERVICE_HOST) && existsSync(join(folder, 'token'));

/** Returns the cluster of the pod's service account. The token is read every time, since Kubernetes renews the file. */
export function inCluster(env: NodeJS.ProcessEnv, folder = defaultFolder): Cluster {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = '443' } = env;
  if (!host || !existsSync(join(folder, 'token'))) {
    throw new ClusterConfigError('this process does not run in a pod with a service account');
  }
  const [ca, namespace] = [join(folder, 'ca.crt'), join(folder, 'namespace')];
  return {
    server: `https://${host.includes(':') ? `[${host}]` : host}:${port}`,
    ca: existsSync(ca) ? readFileSync(ca, 'utf8') : undefined,
    namespace: existsSync(namespace) ? readFileSync(namespace, 'utf8').trim() : undefined,
    credentials: async () => ({ token: (await readFile(join(folder, 'token'), 'utf8')).trim() }),
  };
}
