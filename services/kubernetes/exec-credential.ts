import { execFile } from 'node:child_process';
import { delimiter, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { isObject } from '../../catalog/is-object.ts';
import { ClusterConfigError, type Credentials } from './cluster.ts';

// https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins

const run = promisify(execFile);

/** A credential is renewed this long before it expires, in milliseconds. */
const renewBefore = 60_000;

/** Gets credentials from a command such as `aws eks get-token`, and caches them until they expire. */
export function execCredential(
  exec: Readonly<Record<string, unknown>>,
  folder: string,
  env: NodeJS.ProcessEnv,
): (signal: AbortSignal) => Promise<Credentials> {
  const { command, args = [], apiVersion = 'client.authentication.k8s.io/v1', installHint } = exec;
  if (typeof command !== 'string' || !Array.isArray(args)) throw new ClusterConfigError('exec names no command');
  // A command with a separator is a path, relative to the kubeconfig.
  const file = command.includes(sep) && !command.includes(delimiter) ? resolve(folder, command) : command;
  const own = Array.isArray(exec.env) ? exec.env.map(({ name, value }) => [String(name), String(value)]) : [];
  const request = { apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
  let held: { credentials: Credentials; until: number } | undefined;
  return async (signal) => {
    if (held && Date.now() < held.until) return held.credentials;
    const { stdout } = await run(file, args.map(String), {
      env: { ...env, ...Object.fromEntries(own), KUBERNETES_EXEC_INFO: JSON.stringify(request) },
      signal,
      timeout: 60_000,
    }).catch((error: NodeJS.ErrnoException & { signal?: string | null }) => {
      const hint = error.code === 'ENOENT' && typeof installHint === 'string' ? ` ${installHint}` : '';
      // Node's message repeats the arguments and the command's output, which may contain secrets.
      const why = error.code === 'ENOENT' ? 'there is no such command' : `it ended with ${error.code ?? error.signal}`;
      throw new ClusterConfigError(`${command} gave no credentials: ${why}.${hint}`);
    });
    const { status } = readAnswer(command, stdout);
    const credentials: Credentials = {
      token: string(status.token),
      cert: string(status.clientCertificateData),
      key: string(status.clientKeyData),
    };
    const expires = Date.parse(String(status.expirationTimestamp));
    held = { credentials, until: Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires - renewBefore };
    return credentials;
  };
}

const string = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function readAnswer(command: string, stdout: string): { status: Readonly<Record<string, unknown>> } {
  try {
    const answer: unknown = JSON.parse(stdout);
    if (isObject(answer) && isObject(answer.status)) return { status: answer.status };
  } catch {
    // Reported below, without the output, which may be a secret.
  }
  throw new ClusterConfigError(`${command} printed no ExecCredential with a status`);
}
