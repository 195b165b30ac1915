import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type ReadManifest, readManifest } from '../../catalog/manifests/manifest-record.ts';
import { ManifestError } from '../../catalog/manifests/read-custom-resource.ts';
import type { ManagedType } from '../../catalog/resource-types.ts';
import type { Masker } from '../../catalog/secrets/mask.ts';
import { Backoff, type BackoffOptions } from '../../db/backoff.ts';
import { type ManifestKey, removeManifest, removeUnlisted } from '../../db/manifests/remove-manifests.ts';
import { readPosition, writePosition } from '../../db/manifests/source-position.ts';
import { storeManifests } from '../../db/manifests/store-manifests.ts';
import type { DatabaseSchema } from '../../db/schema.ts';
import { KubernetesClient } from './api-client.ts';
import type { Cluster } from './cluster.ts';
import { isGone, listManifests, type Manifest, type WatchEvent, watchManifests } from './list-and-watch.ts';

export interface FollowOptions {
  readonly db: Kysely<DatabaseSchema>;
  readonly cluster: Cluster;
  /** The type whose custom resources are read. */
  readonly type: ManagedType;
  /** The name under which the cluster's manifests are stored. */
  readonly source: string;
  /** Only this namespace; all by default. */
  readonly namespace?: string | undefined;
  readonly signal: AbortSignal;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
  /** Masks the secrets in what is stored; with sagecat's own rules if absent. */
  readonly masker?: Masker | undefined;
  /** The pauses before a broken watch is opened again. */
  readonly backoff?: BackoffOptions | undefined;
}

/** Seconds after which the server is asked to end a watch. */
const watchSeconds = 300;

/** The result of one listing of a cluster's manifests. */
export interface ListSummary {
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly deleted: number;
  /** Objects that are not valid. */
  readonly failed: number;
  readonly resource_version: string;
}

/** Reads all manifests of a cluster once. Throws KubernetesError or network errors. */
export async function listCluster(options: FollowOptions): Promise<ListSummary> {
  using client = new KubernetesClient(options.cluster);
  return list(client, options);
}

/**
 * Keeps the manifests of a cluster up to date until the signal aborts: lists them, then watches for changes. Resumes where an earlier process
 * stopped, lists again when the server no longer has that version, and survives a server that goes away.
 */
export async function followCluster(options: FollowOptions): Promise<void> {
  const { db, type, source, signal, logger } = options;
  using client = new KubernetesClient(options.cluster);
  const place = positionOf(options);
  let version = await readPosition(db, type, place);
  const backoff = new Backoff(options.backoff);
  while (!signal.aborted) {
    try {
      if (version === undefined) {
        const { resource_version, ...counts } = await list(client, options);
        logger.info({ source, ...counts }, 'listed the manifests of a cluster');
        version = resource_version;
      }
      const watch = { resourceVersion: version, namespace: options.namespace, timeoutSeconds: watchSeconds };
      let isQuiet = true;
      for await (const event of watchManifests(client, type.customResource, watch, signal)) {
        await apply(options, event);
        isQuiet = false;
        backoff.reset();
        if (event.resourceVersion === undefined) continue;
        version = event.resourceVersion;
        await writePosition(db, type, place, version);
      }
      // Prevents a busy loop with a server that ends watches at once.
      backoff.reset();
      if (isQuiet) await backoff.pause(signal);
    } catch (error) {
      if (signal.aborted) return;
      if (isGone(error)) {
        logger.info({ source }, 'the watch fell behind: listing again');
        version = undefined;
        continue;
      }
      logger.warn({ source, err: error, retry_in_ms: backoff.nextMs }, 'the cluster cannot be watched');
      await backoff.pause(signal);
    }
  }
}

/** A namespace has its own position, separate from that of the whole cluster. */
const positionOf = ({ source, namespace }: FollowOptions): string =>
  namespace === undefined ? source : `${source}/${namespace}`;

async function list(client: KubernetesClient, options: FollowOptions): Promise<ListSummary> {
  const { db, type, source, namespace, signal, logger } = options;
  const startedAt = new Date();
  for (;;) {
    try {
      const listed: ManifestKey[] = [];
      const counts = { seen: 0, new: 0, changed: 0, unchanged: 0, deleted: 0, failed: 0 };
      let version = '';
      for await (const { items, resourceVersion } of listManifests(client, type.customResource, namespace, signal)) {
        version = resourceVersion;
        counts.seen += items.length;
        const read = items.flatMap((item) => tryRead(type, item, logger) ?? []);
        counts.failed += items.length - read.length;
        listed.push(...items.map(keyOf));
        const stored = await storeManifests(db, type, source, read, { masker: options.masker });
        counts.new += stored.new;
        counts.changed += stored.changed;
        counts.unchanged += stored.unchanged;
      }
      counts.deleted = await removeUnlisted(db, type, source, listed, namespace);
      await writePosition(db, type, positionOf(options), version, startedAt);
      return { ...counts, resource_version: version };
    } catch (error) {
      // A list that takes longer than the server keeps its version starts again.
      if (!isGone(error)) throw error;
    }
  }
}

async function apply({ db, type, source, logger, masker }: FollowOptions, event: WatchEvent): Promise<void> {
  if (event.type === 'BOOKMARK') return;
  if (event.type === 'DELETED') return removeManifest(db, type, source, keyOf(event.manifest));
  const read = tryRead(type, event.manifest, logger);
  if (read) await storeManifests(db, type, source, [read], { masker });
}

function tryRead(type: ManagedType, manifest: Manifest, logger: FollowOptions['logger']): ReadManifest | undefined {
  try {
    return readManifest(type, manifest);
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    logger.warn({ ...keyOf(manifest), err: error }, `an object is not a valid ${type.customResource.kind}`);
    return undefined;
  }
}

function keyOf(manifest: Manifest): ManifestKey {
  const { namespace, name }: Record<string, unknown> = Object(manifest.metadata);
  return { namespace: String(namespace ?? ''), name: String(name ?? '') };
}
