import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { createInterface } from 'node:readline';
import { parseJson } from '../../catalog/exact-json.ts';
import { isObject } from '../../catalog/is-object.ts';
import type { Cluster } from './cluster.ts';

/** The API server refused a request. */
export class KubernetesError extends Error {
  override readonly name = 'KubernetesError';
  /** The HTTP status, or that of an error event within a watch. */
  readonly status: number;
  /** Kubernetes' own reason, such as `Expired` or `Forbidden`. */
  readonly reason: string | undefined;

  constructor(status: number, reason: string | undefined, message: string) {
    super(`the Kubernetes API answered ${status}${reason ? ` ${reason}` : ''}: ${message}`);
    this.status = status;
    this.reason = reason;
  }
}

/** A server that sends nothing for this many milliseconds counts as gone. */
const patience = 30_000;

/** Reads from a Kubernetes API server. Integers beyond 2^53 are bigints. */
export class KubernetesClient implements Disposable {
  readonly #cluster: Cluster;
  readonly #agent: http.Agent;

  constructor(cluster: Cluster) {
    this.#cluster = cluster;
    const { ca, insecure, serverName, proxyEnv } = cluster;
    this.#agent = cluster.server.startsWith('https:')
      ? new https.Agent({
          keepAlive: true,
          proxyEnv,
          rejectUnauthorized: !insecure,
          ...(ca !== undefined && { ca }),
          ...(serverName !== undefined && { servername: serverName }),
        })
      : new http.Agent({ keepAlive: true, proxyEnv });
  }

  /** Returns the JSON of a path. Throws KubernetesError. */
  async get(path: string, query: Readonly<Record<string, string | undefined>>, signal: AbortSignal): Promise<unknown> {
    const response = await this.#request(path, query, signal);
    return parseJson(await readAll(response));
  }

  /**
   * Yields the JSON documents of a path line by line, until the server or the signal ends it, or nothing came for `silence` milliseconds.
   * Throws KubernetesError.
   */
  async *lines(
    path: string,
    query: Readonly<Record<string, string | undefined>>,
    signal: AbortSignal,
    silence: number,
  ): AsyncGenerator<unknown> {
    const response = await this.#request(path, query, signal, silence);
    try {
      for await (const line of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line !== '') yield parseJson(line);
      }
      // readline ends without an error when its input breaks.
      if (!response.complete) throw new Error('the connection broke');
    } finally {
      response.destroy();
    }
  }

  async #request(
    path: string,
    query: Readonly<Record<string, string | undefined>>,
    signal: AbortSignal,
    silence = patience,
  ): Promise<IncomingMessage> {
    const { token, basic, cert, key } = await this.#cluster.credentials(signal);
    // The server's URL may have a path of its own.
    const url = new URL(this.#cluster.server.replace(/\/+$/, '') + path);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, value);
    const authorization =
      token !== undefined
        ? `Bearer ${token}`
        : basic && `Basic ${Buffer.from(`${basic.username}:${basic.password}`).toString('base64')}`;
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(url, {
        agent: this.#agent,
        signal,
        headers: { accept: 'application/json', 'user-agent': 'sagecat', ...(authorization && { authorization }) },
        ...(cert !== undefined && { cert }),
        ...(key !== undefined && { key }),
      });
      request.setTimeout(patience, () => request.destroy(new Error('the Kubernetes API does not answer')));
      request.on('response', (answer) => {
        request.setTimeout(silence);
        resolve(answer);
      });
      request.on('error', reject);
      request.end();
    });
    if (response.statusCode === 200) return response;
    throw statusError(response.statusCode ?? 0, await readAll(response));
  }

  [Symbol.dispose](): void {
    this.#agent.destroy();
  }
}

async function readAll(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Kubernetes reports failures as a `Status` object; a proxy in front of it may send anything. */
function statusError(status: number, body: string): KubernetesError {
  try {
    return statusOf(JSON.parse(body), status);
  } catch {
    return new KubernetesError(status, undefined, body.slice(0, 200) || 'no reason given');
  }
}

/** Returns the error in a `Status` object. */
export function statusOf(status: unknown, code = 0): KubernetesError {
  const held = isObject(status) ? status : {};
  return new KubernetesError(
    typeof held.code === 'number' ? held.code : code,
    typeof held.reason === 'string' ? held.reason : undefined,
    typeof held.message === 'string' ? held.message : 'no reason given',
  );
}
