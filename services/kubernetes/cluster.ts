/** How to reach a Kubernetes API server. */
export interface Cluster {
  /** Base URL, e.g. `https://10.0.0.1:6443`. */
  readonly server: string;
  /** PEM of the authority that signed the server's certificate; the system's where it is not given. */
  readonly ca?: string | undefined;
  readonly insecure?: boolean | undefined;
  /** Name that the server's certificate is held against, where it is not the URL's. */
  readonly serverName?: string | undefined;
  /** HTTPS_PROXY, HTTP_PROXY and NO_PROXY, where the server is reached through a proxy. */
  readonly proxyEnv?: NodeJS.ProcessEnv | undefined;
  /** Namespace of the context or of the pod. */
  readonly namespace?: string | undefined;
  /** What each request carries; asked anew every time, since tokens expire. */
  credentials(signal: AbortSignal): Promise<Credentials>;
}

export interface Credentials {
  readonly token?: string | undefined;
  readonly basic?: { readonly username: string; readonly password: string } | undefined;
  /** PEM of the client's certificate and key. */
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}

/** A kubeconfig or a service account cannot be used; says what is wrong with it. */
export class ClusterConfigError extends Error {
  override readonly name = 'ClusterConfigError';
}
