/** The connection settings of a Kubernetes API server. */
export interface Cluster {
  /** Base URL, e.g. `https://10.0.0.1:6443`. */
  readonly server: string;
  /** PEM of the server's certificate authority; the system's authorities if absent. */
  readonly ca?: string | undefined;
  readonly insecure?: boolean | undefined;
  /** The name to check in the server's certificate, if it is not the URL's host. */
  readonly serverName?: string | undefined;
  /** HTTPS_PROXY, HTTP_PROXY and NO_PROXY, if the server is reached through a proxy. */
  readonly proxyEnv?: NodeJS.ProcessEnv | undefined;
  /** Namespace of the context or of the pod. */
  readonly namespace?: string | undefined;
  /** Returns the headers of each request; called every time, since tokens expire. */
  credentials(signal: AbortSignal): Promise<Credentials>;
}

export interface Credentials {
  readonly token?: string | undefined;
  readonly basic?: { readonly username: string; readonly password: string } | undefined;
  /** The client's certificate and key in PEM. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** An unusable kubeconfig or service account; the message says what is wrong. */
export class ClusterConfigError extends Error {
  override readonly name = 'ClusterConfigError';
}
