import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { ConfigError } from './config-error.ts';

/** Proxies and certificates for outgoing requests. */
export interface Network {
  /** The URL of the proxy for http:// and for https://; undefined without a proxy. */
  readonly httpProxy: string | undefined;
  readonly httpsProxy: string | undefined;
  /** Hosts that are reached without the proxy, separated by commas. */
  readonly noProxy: string;
  /** Trusted certificates in PEM, including Node.js' own list. */
  readonly ca: readonly string[] | undefined;
}

/** Hosts that a proxy on another host could not reach. */
const thisHost = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Reads HTTP_PROXY, HTTPS_PROXY, NO_PROXY (first in lower case, as curl does) and AWS_CA_BUNDLE. NODE_EXTRA_CA_CERTS is part of Node.js'
 * own list. Throws ConfigError.
 */
export function readNetwork(env: NodeJS.ProcessEnv): Network {
  const problems: string[] = [];
  const read = <Value>(reading: () => Value): Value | undefined => {
    try {
      return reading();
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const httpProxy = read(() => proxyOf(env, 'HTTP_PROXY'));
  const httpsProxy = read(() => proxyOf(env, 'HTTPS_PROXY')) ?? httpProxy;
  const ca = read(() => certificates(env.AWS_CA_BUNDLE));
  if (problems.length > 0) throw new ConfigError(problems);
  const isElsewhere = [httpProxy, httpsProxy].every((url) => url === undefined || !isThisHost(url));
  const noProxy = [variable(env, 'NO_PROXY') ?? '', ...(isElsewhere ? thisHost : [])].filter(Boolean).join(',');
  // An asterisk means all hosts only if it is alone.
  return { httpProxy, httpsProxy, noProxy: variable(env, 'NO_PROXY')?.trim() === '*' ? '*' : noProxy, ca };
}

const variable = (env: NodeJS.ProcessEnv, name: string): string | undefined =>
  env[name.toLowerCase()] || env[name] || undefined;

function proxyOf(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = variable(env, name);
  if (value === undefined) return undefined;
  // Without a scheme, http is assumed, as in other programs.
  const text = value.includes('://') ? value : `http://${value}`;
  // The value is not shown, since it may contain a password.
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new Error(`${name} (environment) must be the URL of an HTTP proxy, such as http://proxy.example.org:3128`);
  }
  return text;
}

const isThisHost = (url: string): boolean => {
  const { hostname } = new URL(url);
  return thisHost.includes(hostname) || hostname.startsWith('127.');
};

function certificates(file: string | undefined): string[] | undefined {
  if (!file) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`AWS_CA_BUNDLE (environment): ${error instanceof Error ? error.message : error}`);
  }
  const bundled = text.match(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs);
  if (!bundled) throw new Error(`AWS_CA_BUNDLE (environment): ${file} holds no certificate in PEM`);
  return [...getCACertificates('default'), ...bundled];
}
