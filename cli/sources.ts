import { regionProblem } from '../catalog/partition.ts';
import { managedTypes } from '../catalog/resource-types.ts';
import type { ResourceDescriber } from '../services/crawler/describe/resource-describer.ts';
import type { CommandContext } from './context.ts';
import { findCluster } from './find-cluster.ts';
import { configuredMasker } from './masker.ts';

/** Background work beside crawls; disposing of it ends all of it. */
export interface Sources extends AsyncDisposable {
  /** Resolves when all of them have ended, which they do when the context's signal aborts. */
  readonly ended: Promise<void>;
}

/**
 * Follows the clusters and reads the queues that the configuration names, until the context's signal aborts. Throws a CommandError
 * where a kubeconfig cannot be used.
 */
export async function openSources(
  context: CommandContext,
  describer: Pick<ResourceDescriber, 'describe'> | undefined,
  queueUrls: readonly string[] = context.config.events.queue_urls,
): Promise<Sources> {
  const stop = new AbortController();
  const running = { ...context, signal: AbortSignal.any([context.signal, stop.signal]) };
  const sources = [...(await followClusters(running)), ...(await consumeQueues(running, describer, queueUrls))];
  const ended = Promise.all(sources).then(() => undefined);
  return {
    ended,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}

async function followClusters({ config, database, logger, signal }: CommandContext): Promise<Promise<void>[]> {
  if (config.kubernetes.length === 0) return [];
  const { followCluster } = await import('../services/kubernetes/follow-cluster.ts');
  const masker = configuredMasker(config);
  return config.kubernetes
    .map(({ name, namespace, in_cluster, ...choice }) => ({
      source: name,
      namespace,
      cluster: findCluster({ ...choice, inCluster: in_cluster }),
    }))
    .flatMap((follow) =>
      managedTypes().map((type) => followCluster({ ...follow, type, db: database.kysely, signal, logger, masker })),
    );
}

async function consumeQueues(
  { config, database, logger, signal }: CommandContext,
  describer: Pick<ResourceDescriber, 'describe'> | undefined,
  queueUrls: readonly string[],
): Promise<Promise<void>[]> {
  if (queueUrls.length === 0) return [];
  const { SQSClient } = await import('@aws-sdk/client-sqs');
  const { applyEvent } = await import('../db/events/apply-event.ts');
  const { configuredRegion } = await import('../services/crawler/aws/sts.ts');
  const { renewWhenRefused } = await import('../services/crawler/aws/renew-when-refused.ts');
  const { defaultAccess } = await import('./aws-client.ts');
  const { consumeQueue } = await import('../services/events/consume-queue.ts');
  const masker = configuredMasker(config);
  return queueUrls.map(async (queueUrl) => {
    const access = defaultAccess(regionOf(queueUrl) ?? (await configuredRegion()) ?? 'us-east-1');
    const client = new SQSClient(access.config);
    client.middlewareStack.use(renewWhenRefused(access.credentials));
    try {
      await consumeQueue({
        client,
        queueUrl,
        apply: (document) => applyEvent(database.kysely, document, { masker }),
        onIncomplete: (job) => void describer?.describe(job),
        signal,
        logger,
      });
    } finally {
      client.destroy();
    }
  });
}

/** Returns the region of `https://sqs.eu-west-1.amazonaws.com/...`, in any partition; undefined for another host. */
const regionOf = (queueUrl: string): string | undefined => {
  const region = /^sqs\.([a-z0-9-]+)\./.exec(new URL(queueUrl).hostname)?.[1];
  return region !== undefined && regionProblem(region) === undefined ? region : undefined;
};
