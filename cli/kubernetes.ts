import { Command } from 'commander';
import { groupOf } from '../catalog/manifests/custom-resource.ts';
import { type AnyResourceType, managedTypes } from '../catalog/resource-types.ts';
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

/** `sagecat kubernetes`: reads the manifests of a cluster, and keeps them up to date. */
export const kubernetesCommand = (types: readonly AnyResourceType[]): Command =>
  new Command('kubernetes')
    .description(`read the ${kindsOf(types)} of a Kubernetes cluster that runs ACK, and follow changes`)
    .option('--once', 'list the manifests once and exit')
    .option('--kubeconfig <file>', 'kubeconfig (default: KUBECONFIG, or ~/.kube/config)')
    .option('--context <name>', 'context of the kubeconfig (default: its current context)')
    .option('--in-cluster', 'use the pod’s service account (default inside a cluster)')
    .option('--namespace <name>', 'only this namespace')
    .option('--name <name>', 'name under which the manifests are stored (default: the server’s host)')
    .option('--json', 'with --once: print the summary as one JSON object, of each kind')
    .addHelpText(
      'after',
      `
Needs get, list and watch on ${managedTypes(types)
        .map(({ customResource }) => `${customResource.plural}.${groupOf(customResource)}`)
        .join(', ')}. Writes nothing to the cluster.

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
      const managed = managedTypes(types);
      if (!options.once) {
        console.log(`sagecat follows ${cluster.server} as ${follow.source}`);
        await Promise.all(managed.map((type) => followCluster({ ...follow, type })));
        return;
      }
      for (const type of managed) {
        const summary = await listCluster({ ...follow, type }).catch((error: unknown) => {
          throw new CommandError(`${cluster.server} cannot be read: ${error instanceof Error ? error.message : error}`);
        });
        if (options.json) {
          console.log(JSON.stringify({ source: follow.source, resource_type: type.name, ...summary }));
          continue;
        }
        const { seen, new: added, changed, unchanged, deleted, failed } = summary;
        console.log(
          `${follow.source}: ${seen} ${type.customResource.kind} manifests, ${added} new, ${changed} changed, ${unchanged} unchanged, ${deleted} gone, ${failed} not readable`,
        );
      }
    });

/** Returns the kinds of the types' custom resources, in the plural. */
const kindsOf = (types: readonly AnyResourceType[]): string =>
  managedTypes(types)
    .map(({ customResource }) => `${customResource.kind}s`)
    .join(', ');
