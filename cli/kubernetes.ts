import { Command } from 'commander';
import { CommandError, exitCodes } from './exit-codes.ts';

interface KubernetesOptions {
  readonly once?: true;
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly inCluster?: true;
  readonly namespace?: string;
  readonly name?: string;
  readonly json?: true;
}

/** `sagecat kubernetes`: the manifests of a cluster, kept up to date. */
export const kubernetesCommand = (): Command =>
  new Command('kubernetes')
    .description('read the TrainingJobs of a Kubernetes cluster that runs ACK, and follow what changes')
    .option('--once', 'list them once and end')
    .option('--kubeconfig <file>', 'kubeconfig (default: KUBECONFIG, or ~/.kube/config)')
    .option('--context <name>', 'context of the kubeconfig; its current one by default')
    .option('--in-cluster', 'use the service account of the pod; the default inside a cluster')
    .option('--namespace <name>', 'only this namespace')
    .option('--name <name>', 'name under which the cluster’s manifests are kept; its server’s host by default')
    .option('--json', 'with --once: print the summary as one JSON object')
    .addHelpText(
      'after',
      `
Needs get, list and watch on trainingjobs.sagemaker.services.k8s.aws, and writes nothing to the cluster.

Exit code: 0 done or interrupted, 1 the cluster cannot be read, 2 wrong usage.

Examples:
  sagecat kubernetes --once --context prod
  sagecat kubernetes --namespace training`,
    )
    .action(async (options: KubernetesOptions, command: Command) => {
      if (options.json && !options.once) throw new CommandError('--json is for --once', exitCodes.usage);
      const { openContext } = await import('./context.ts');
      const { followCluster, listCluster } = await import('../services/kubernetes/follow-cluster.ts');
      const { configuredMasker } = await import('./masker.ts');
      const { findCluster } = await import('./find-cluster.ts');
      const cluster = findCluster(options);
      await using context = await openContext(command, { quiet: options.once === true });
      const follow = {
        db: context.database.kysely,
        cluster,
        source: options.name ?? new URL(cluster.server).host,
        namespace: options.namespace,
        signal: context.signal,
        logger: context.logger,
        masker: configuredMasker(context.config),
      };
      if (!options.once) {
        console.log(`sagecat follows ${cluster.server} as ${follow.source}`);
        return await followCluster(follow);
      }
      const summary = await listCluster(follow).catch((error: unknown) => {
        throw new CommandError(`${cluster.server} cannot be read: ${error instanceof Error ? error.message : error}`);
      });
      if (options.json) console.log(JSON.stringify({ source: follow.source, ...summary }));
      else {
        const { seen, new: added, changed, unchanged, deleted, failed } = summary;
        console.log(
          `${follow.source}: ${seen} manifests, ${added} new, ${changed} changed, ${unchanged} unchanged, ${deleted} gone, ${failed} not readable`,
        );
      }
    });
