import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Cluster } from '../services/kubernetes/cluster.ts';
import { inCluster, isInCluster } from '../services/kubernetes/in-cluster.ts';
import { readKubeconfig } from '../services/kubernetes/kubeconfig.ts';
import { CommandError, exitCodes } from './exit-codes.ts';

/** How a cluster is named: a kubeconfig's context, or the pod that the process runs in. */
export interface ClusterChoice {
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly inCluster?: boolean | undefined;
}

/** Finds out how to reach a cluster. Throws a CommandError that says what is wrong with the kubeconfig. */
export function findCluster({ kubeconfig, context, inCluster: asPod }: ClusterChoice): Cluster {
  const { env } = process;
  const named = kubeconfig ?? env.KUBECONFIG;
  try {
    if (asPod || (named === undefined && context === undefined && isInCluster(env))) return inCluster(env);
    const own = kubeconfig?.replace(/^~(?=\/)/, homedir());
    const files = named === undefined ? [join(homedir(), '.kube', 'config')] : named.split(delimiter).filter(Boolean);
    return readKubeconfig({ files: own === undefined ? files : [own], context, env });
  } catch (error) {
    if (error instanceof Error && error.name === 'ClusterConfigError') {
      throw new CommandError(error.message, exitCodes.usage);
    }
    throw error;
  }
}
