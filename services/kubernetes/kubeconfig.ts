import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { asFileError } from '../../catalog/file-error.ts';
import { isObject } from '../../catalog/is-object.ts';
import { yamlErrorText } from '../../catalog/manifests/yaml-error-text.ts';
import { type Cluster, ClusterConfigError, type Credentials } from './cluster.ts';
import { execCredential } from './exec-credential.ts';

// https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/

type Json = Readonly<Record<string, unknown>>;

export interface KubeconfigOptions {
  /** Files, of which the first that defines something wins, as in KUBECONFIG. */
  readonly files: readonly string[];
  /** The context to use; the files' current one by default. */
  readonly context?: string | undefined;
  /** The environment of credential plugins. */
  readonly env: NodeJS.ProcessEnv;
}

/** Reads the connection settings of a context. Throws ClusterConfigError. */
export function readKubeconfig({ files, context, env }: KubeconfigOptions): Cluster {
  const present = files.filter((file) => existsSync(file));
  if (present.length === 0) throw new ClusterConfigError(`there is no kubeconfig at ${files.join(', ')}`);
  const configs = present.map((file) => ({ folder: dirname(resolve(file)), config: readConfig(file) }));
  const name = context ?? configs.map(({ config }) => text(config['current-context'])).find((current) => current);
  if (name === undefined) {
    throw new ClusterConfigError(`${present.join(', ')} has no current context: name one with --context`);
  }
  const find = (list: string, key: string, wanted: string | undefined) => {
    for (const { folder, config } of configs) {
      const entries = Array.isArray(config[list]) ? config[list].map(asObject) : [];
      const entry = entries.find((held) => held.name === wanted);
      if (entry) return { folder, held: asObject(entry[key]) };
    }
    throw new ClusterConfigError(`${present.join(', ')} has no ${key} named ${wanted}`);
  };
  const chosen = find('contexts', 'context', name).held;
  const cluster = find('clusters', 'cluster', text(chosen.cluster));
  const user = text(chosen.user) === undefined ? undefined : find('users', 'user', text(chosen.user));
  const server = text(cluster.held.server);
  if (server === undefined || !URL.canParse(server)) {
    throw new ClusterConfigError(`the cluster of context ${name} names no server`);
  }
  return {
    server,
    ca: pem(cluster.held, 'certificate-authority', cluster.folder),
    insecure: cluster.held['insecure-skip-tls-verify'] === true,
    serverName: text(cluster.held['tls-server-name']),
    namespace: text(chosen.namespace),
    credentials: user ? credentialsOf(user.held, user.folder, env) : async () => ({}),
  };
}

function readConfig(file: string): Json {
  try {
    return asObject(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error instanceof YAMLParseError) {
      const [start] = error.linePos ?? [];
      throw new ClusterConfigError(
        `${file}${start ? `:${start.line}:${start.col}` : ''} is no YAML: ${yamlErrorText(error)}`,
      );
    }
    const reason = error instanceof Error ? error.message : error;
    throw new ClusterConfigError(asFileError(error, file)?.message ?? `${file} cannot be read: ${reason}`);
  }
}

function credentialsOf(user: Json, folder: string, env: NodeJS.ProcessEnv): Cluster['credentials'] {
  if ('auth-provider' in user) {
    throw new ClusterConfigError('auth-provider is no more since Kubernetes 1.26: use an exec plugin');
  }
  const cert = pem(user, 'client-certificate', folder);
  const key = pem(user, 'client-key', folder);
  const tokenFile = text(user.tokenFile);
  const [username, password] = [text(user.username), text(user.password)];
  const basic = username !== undefined && password !== undefined ? { username, password } : undefined;
  const plugin = user.exec === undefined ? undefined : execCredential(asObject(user.exec), folder, env);
  return async (signal): Promise<Credentials> => {
    const given = { cert, key, basic, token: text(user.token) };
    if (tokenFile !== undefined) given.token = (await readFile(resolve(folder, tokenFile), 'utf8')).trim();
    return plugin ? { ...given, ...(await plugin(signal)) } : given;
  };
}

/** Returns `<name>-data` in base64, or the file in `<name>`. */
function pem(held: Json, name: string, folder: string): string | undefined {
  const data = text(held[`${name}-data`]);
  if (data !== undefined) return Buffer.from(data, 'base64').toString('utf8');
  const file = text(held[name]);
  if (file === undefined) return undefined;
  try {
    return readFileSync(resolve(folder, file), 'utf8');
  } catch (error) {
    throw new ClusterConfigError(`${name}: ${asFileError(error)?.message ?? error}`);
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const asObject = (value: unknown): Json => (isObject(value) ? (value as Json) : {});
