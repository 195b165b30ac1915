import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

type Manifest = Record<string, unknown> & { metadata: Record<string, unknown> };

interface Change {
  readonly version: number;
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: Manifest;
}

interface Watch {
  readonly namespace: string | undefined;
  readonly bookmarks: boolean;
  readonly response: ServerResponse;
}

const tls = (file: string): string => readFileSync(new URL(`../fixtures/tls/${file}`, import.meta.url), 'utf8');

const apiVersion = 'sagemaker.services.k8s.aws/v1alpha1';
const pathOf = (plural: string) => new RegExp(`^/cluster/apis/${apiVersion}(?:/namespaces/([^/]+))?/${plural}$`);

/**
 * A loopback server that behaves as a Kubernetes API server for TrainingJobs, or another kind: lists in pages of one consistent state, watches from a
 * version, bookmarks, 410 Gone for versions that it has forgotten, 504 for versions in the future, 401 for a wrong token. It is served below
 * a path, as behind a proxy, and records the method and URL of every request.
 */
export class KubernetesServer implements AsyncDisposable {
  readonly requests: string[] = [];
  /** The maximum number of items per page, whatever a client asks for. */
  pageSize = 500;
  /** How a watch of a forgotten version fails: by the response's status, or by an event within it. */
  goneBy: 'status' | 'event' = 'event';
  readonly #server: http.Server;
  readonly #token: string;
  readonly #path: RegExp;
  readonly #objects = new Map<string, Manifest>();
  #changes: Change[] = [];
  #watches = new Set<Watch>();
  #pages = new Map<string, { items: Manifest[]; version: number }>();
  #version = 1000;
  #forgotten = 0;

  constructor({ token = 'let-me-in', secure = false, plural = 'trainingjobs' } = {}) {
    this.#path = pathOf(plural);
    this.#token = token;
    const answer = (request: IncomingMessage, response: ServerResponse) => this.#answer(request, response);
    this.#server = secure
      ? https.createServer(
          {
            cert: tls('server.crt'),
            key: tls('server.key'),
            ca: tls('ca.crt'),
            requestCert: true,
            rejectUnauthorized: true,
          },
          answer,
        )
      : http.createServer(answer);
  }

  async listen(port = 0): Promise<this> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port; // it listens
  }

  get url(): string {
    return `${this.#server instanceof https.Server ? 'https' : 'http'}://127.0.0.1:${this.port}/cluster`;
  }

  get version(): number {
    return this.#version;
  }

  get watchers(): number {
    return this.#watches.size;
  }

  /** Creates or replaces an object, as `kubectl apply` does. */
  apply(manifest: object): void {
    const { metadata, ...rest } = manifest as Manifest;
    const { namespace = 'default', name } = metadata;
    const key = `${namespace}/${name}`;
    const known = this.#objects.has(key);
    this.#version++;
    const object = {
      apiVersion,
      kind: 'TrainingJob',
      ...rest,
      metadata: {
        ...metadata,
        namespace,
        uid: `uid-of-${name}`,
        resourceVersion: String(this.#version),
        managedFields: [{ manager: 'kubectl' }],
      },
    };
    this.#objects.set(key, object);
    this.#tell({ version: this.#version, type: known ? 'MODIFIED' : 'ADDED', object });
  }

  remove(namespace: string, name: string): void {
    const key = `${namespace}/${name}`;
    const object = this.#objects.get(key);
    if (!object) throw new Error(`there is no ${key}`);
    this.#objects.delete(key);
    this.#version++;
    const last = { ...object, metadata: { ...object.metadata, resourceVersion: String(this.#version) } };
    this.#tell({ version: this.#version, type: 'DELETED', object: last });
  }

  /** Advances the version, as changes of other resources do, and sends it to watches with bookmarks. */
  bookmark(): void {
    this.#version += 10;
    const object = {
      apiVersion,
      kind: 'TrainingJob',
      metadata: { creationTimestamp: null, resourceVersion: String(this.#version) },
    };
    for (const { bookmarks, response } of this.#watches) {
      if (bookmarks) response.write(`${JSON.stringify({ type: 'BOOKMARK', object })}\n`);
    }
  }

  /** Forgets the past: earlier watches and unfinished lists are gone. */
  compact(): void {
    this.#changes = [];
    this.#pages.clear();
    this.#forgotten = this.#version;
  }

  /** Breaks all connections. */
  break(): void {
    this.#server.closeAllConnections();
    this.#watches.clear();
  }

  /** Ends all watches properly, as their timeout does. */
  endWatches(): void {
    for (const { response } of this.#watches) response.end();
    this.#watches.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }

  #tell(change: Change): void {
    this.#changes.push(change);
    for (const watch of this.#watches) this.#write(watch, change);
  }

  #write({ namespace, response }: Watch, { type, object }: Change): void {
    if (namespace === undefined || object.metadata.namespace === namespace) {
      response.write(`${JSON.stringify({ type, object })}\n`);
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse): undefined {
    const url = new URL(request.url ?? '', 'http://cluster');
    this.requests.push(`${request.method} ${url.pathname}${url.search}`);
    if (request.headers.authorization !== `Bearer ${this.#token}`)
      return refuse(response, 401, 'Unauthorized', 'Unauthorized');
    const match = this.#path.exec(url.pathname);
    if (!match) return refuse(response, 404, 'NotFound', 'the server could not find the requested resource');
    if (url.searchParams.get('watch') === 'true') this.#watch(match[1], url.searchParams, response);
    else this.#list(match[1], url.searchParams, response);
  }

  #list(namespace: string | undefined, query: URLSearchParams, response: ServerResponse): undefined {
    const token = query.get('continue');
    const held = token === null ? undefined : this.#pages.get(token);
    if (token !== null && !held) {
      return refuse(
        response,
        410,
        'Expired',
        'The provided continue parameter is too old to display a consistent list result.',
      );
    }
    const { items, version } = held ?? {
      items: [...this.#objects.values()].filter(
        ({ metadata }) => namespace === undefined || metadata.namespace === namespace,
      ),
      version: this.#version,
    };
    const size = Math.min(Number(query.get('limit') ?? Number.POSITIVE_INFINITY), this.pageSize);
    const rest = items.slice(size);
    const next = rest.length > 0 ? `page-${version}-${rest.length}` : '';
    if (rest.length > 0) this.#pages.set(next, { items: rest, version });
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        apiVersion,
        kind: 'TrainingJobList',
        metadata: { resourceVersion: String(version), continue: next },
        items: items.slice(0, size),
      }),
    );
  }

  #watch(namespace: string | undefined, query: URLSearchParams, response: ServerResponse): undefined {
    const from = Number(query.get('resourceVersion'));
    if (from > this.#version) {
      return refuse(response, 504, 'Timeout', `Too large resource version: ${from}, current: ${this.#version}`);
    }
    if (from < this.#forgotten) {
      const message = `too old resource version: ${from} (${this.#forgotten})`;
      if (this.goneBy === 'status') return refuse(response, 410, 'Expired', message);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(`${JSON.stringify({ type: 'ERROR', object: statusObject(410, 'Expired', message) })}\n`);
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' });
    response.flushHeaders();
    const watch = { namespace, bookmarks: query.get('allowWatchBookmarks') === 'true', response };
    for (const change of this.#changes) if (change.version > from) this.#write(watch, change);
    this.#watches.add(watch);
    response.on('close', () => this.#watches.delete(watch));
  }
}

const statusObject = (code: number, reason: string, message: string) => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message,
  reason,
  code,
});

/** Returns undefined, so that a caller can return its result. */
function refuse(response: ServerResponse, code: number, reason: string, message: string): undefined {
  response.writeHead(code, { 'content-type': 'application/json' });
  response.end(JSON.stringify(statusObject(code, reason, message)));
}
