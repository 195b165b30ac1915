import { isObject } from '../../catalog/is-object.ts';
import type { CustomResource } from '../../catalog/manifests/custom-resource.ts';
import { type KubernetesClient, KubernetesError, statusOf } from './api-client.ts';

// https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes

const pathOf = ({ apiVersion, plural }: CustomResource, namespace: string | undefined): string =>
  namespace === undefined
    ? `/apis/${apiVersion}/${plural}`
    : `/apis/${apiVersion}/namespaces/${encodeURIComponent(namespace)}/${plural}`;

/** The number of objects per page of a list. */
const pageSize = '500';

export type Manifest = Readonly<Record<string, unknown>>;

export interface Page {
  readonly items: readonly Manifest[];
  /** The version of the whole list, from which a watch resumes. */
  readonly resourceVersion: string;
}

/**
 * Returns whether the requested version cannot be resumed, so that a list must start again: the server has forgotten it, or has not reached
 * it, since it was restored from a backup.
 */
export const isGone = (error: unknown): boolean =>
  error instanceof KubernetesError &&
  (error.status === 410 || (error.status === 504 && /too large resource version/i.test(error.message)));

/** Yields all custom resources of a kind, page by page, in one consistent state. Throws KubernetesError; `isGone` if the list took too long. */
export async function* listManifests(
  client: KubernetesClient,
  resource: CustomResource,
  namespace: string | undefined,
  signal: AbortSignal,
): AsyncGenerator<Page> {
  let next: string | undefined;
  do {
    const list = asObject(await client.get(pathOf(resource, namespace), { limit: pageSize, continue: next }, signal));
    const metadata = asObject(list.metadata);
    const items = Array.isArray(list.items) ? list.items.map(asObject) : [];
    // Within a list the API server omits the kind of every item.
    const named = items.map((item) => ({ apiVersion: list.apiVersion, kind: resource.kind, ...item }));
    yield { items: named, resourceVersion: String(metadata.resourceVersion ?? '') };
    next = typeof metadata.continue === 'string' && metadata.continue !== '' ? metadata.continue : undefined;
  } while (next !== undefined);
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  readonly manifest: Manifest;
  /** The version from which a watch resumes after this event. */
  readonly resourceVersion: string | undefined;
}

export interface WatchOptions {
  readonly resourceVersion: string;
  readonly namespace?: string | undefined;
  /** After this many seconds the server ends the watch. */
  readonly timeoutSeconds: number;
}

/** Yields changes of the custom resources of a kind after a version, until the server ends the watch. Throws KubernetesError; `isGone` if the version is too old. */
export async function* watchManifests(
  client: KubernetesClient,
  resource: CustomResource,
  { resourceVersion, namespace, timeoutSeconds }: WatchOptions,
  signal: AbortSignal,
): AsyncGenerator<WatchEvent> {
  const query = {
    watch: 'true',
    allowWatchBookmarks: 'true',
    resourceVersion,
    timeoutSeconds: String(timeoutSeconds),
  };
  for await (const line of client.lines(pathOf(resource, namespace), query, signal, (timeoutSeconds + 30) * 1000)) {
    const { type, object } = asObject(line);
    const manifest = asObject(object);
    if (type === 'ERROR') throw statusOf(manifest);
    if (type !== 'ADDED' && type !== 'MODIFIED' && type !== 'DELETED' && type !== 'BOOKMARK') continue;
    const version = asObject(manifest.metadata).resourceVersion;
    yield { type, manifest, resourceVersion: typeof version === 'string' ? version : undefined };
  }
}

const asObject = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
