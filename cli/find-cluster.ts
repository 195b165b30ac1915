import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Network, readNetwork } from '../config/network.ts';
import type { Cluster } from '../services/kubernetes/cluster.ts';
import { inCluster, isInCluster } from '../services/kubernetes/in-cluster.ts';
import { readKubeconfig } from '../services/kubernetes/kubeconfig.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/** The choice of a cluster: a context of a kubeconfig, or the pod of this process. */
export interface ClusterChoice {
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly inCluster?: boolean | undefined;
}

/** Returns the address and credentials of a cluster. Throws a CommandError if the kubeconfig is wrong. */
export function findCluster({ kubeconfig, context, inCluster: asPod }: ClusterChoice): Cluster {
  const { env } = process;
  const named = kubeconfig ?? env.KUBECONFIG;
  try {
    const proxyEnv = proxyVariables(readNetwork(env));
    if (asPod || (named === undefined && context === undefined && isInCluster(env)))
      return { ...inCluster(env), proxyEnv };
    const own = kubeconfig?.replace(/^~(?=\/)/, homedir());
    const files = named === undefined ? [join(homedir(), '.kube', 'config')] : named.split(delimiter).filter(Boolean);
    return { ...readKubeconfig({ files: own === undefined ? files : [own], context, env }), proxyEnv };
  } catch (error) {
    if (error instanceof Error && error.name === 'ClusterConfigError') {
      throw new CommandError(error.message, exitCodes.usage);
    }
    throw error;
  }
}

/** Like kubectl, connects directly to a server on this host, such as a development cluster. */
function proxyVariables({ httpProxy, httpsProxy, noProxy }: Network): NodeJS.ProcessEnv | undefined {
  if (httpsProxy === undefined) return undefined;
  const direct = noProxy === '*' ? '*' : [noProxy, 'localhost', '127.0.0.1', '::1'].filter(Boolean).join(',');
  return { HTTPS_PROXY: httpsProxy, NO_PROXY: direct, ...(httpProxy !== undefined && { HTTP_PROXY: httpProxy }) };
}
