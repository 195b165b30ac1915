import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { asFileError } from '../catalog/file-error.ts';
import { yamlErrorText } from '../catalog/manifests/yaml-error-text.ts';
import { ConfigError } from './config-error.ts';
import type { Config } from './schema.ts';
import { type Problem, validate } from './validate.ts';

export interface ConfigSources {
  /** The file of `--config`. It takes precedence over SAGECAT_CONFIG, and that over `sagecat.yaml` in the working directory. */
  readonly file?: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

export interface LoadedConfig {
  readonly config: Config;
  /** The file that was read; undefined if there is none and the defaults apply. */
  readonly file: string | undefined;
}

const defaultFile = 'sagecat.yaml';

/** Reads and validates the configuration; the environment overrides it. Throws ConfigError with every problem. */
export function loadConfig({ file, env, cwd }: ConfigSources): LoadedConfig {
  const named = file ?? (env.SAGECAT_CONFIG || undefined);
  const path = resolve(cwd, named ?? defaultFile);
  const text = readText(path, named, file === undefined ? 'SAGECAT_CONFIG' : '--config');
  const config = text === undefined ? readDefaults() : parse(text, named ?? defaultFile);
  return { config: overrideByEnvironment(config, env), file: text === undefined ? undefined : path };
}

function readDefaults(): Config {
  const result = validate({});
  if ('problems' in result) throw new ConfigError(result.problems.map(({ message }) => message));
  return result.config;
}

/** Returns the file's text; undefined if there is none and none was named. */
function readText(path: string, named: string | undefined, namedBy: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = asFileError(error, path);
    if (reason === undefined) throw error;
    if (reason.code === 'ENOENT' && named === undefined) return undefined;
    throw new ConfigError([
      `${named ?? defaultFile}: ${reason.explanation}${named === undefined ? '' : ` (from ${namedBy})`}`,
    ]);
  }
}

function parse(text: string, label: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => `${label}:${lines.linePos(offset).line}:${lines.linePos(offset).col}`;
  if (document.errors.length > 0) {
    throw new ConfigError(document.errors.map((error) => `${place(error.pos[0])} is no YAML: ${yamlErrorText(error)}`));
  }
  const result = validate(document.toJS());
  if ('config' in result) return result.config;
  throw new ConfigError(
    result.problems.map(({ path: keys, message }) => `${place(offsetOf(document, keys))} ${showPath(keys)} ${message}`),
  );
}

/** Returns the offset of a key in the file, or of the nearest existing key above it. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Problem['path']): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

/** `['accounts', 0, 'id']` -> `accounts[0].id`. */
const showPath = (path: Problem['path']): string =>
  path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('') ||
  'the file';

const overrides: readonly {
  readonly variable: string;
  readonly path: readonly [keyof Config, string];
  readonly isNumber?: true;
}[] = [
  { variable: 'DATABASE_URL', path: ['database', 'url'] },
  { variable: 'SAGECAT_DATA_DIR', path: ['database', 'data_dir'] },
  { variable: 'SAGECAT_HOST', path: ['api', 'host'] },
  { variable: 'SAGECAT_PORT', path: ['api', 'port'], isNumber: true },
  { variable: 'SAGECAT_EVENTS_SECRET', path: ['events', 'secret'] },
  { variable: 'SAGECAT_LOG_LEVEL', path: ['log', 'level'] },
];

/** Applies environment variables, which take precedence over the file; empty ones count as absent. They are validated like the file. */
function overrideByEnvironment(config: Config, env: NodeJS.ProcessEnv): Config {
  const changed: Record<string, unknown> = structuredClone(config);
  const used = new Map<string, string>();
  for (const { variable, path, isNumber } of overrides) {
    const value = env[variable];
    if (value === undefined || value === '') continue;
    const [section, key] = path;
    changed[section] = {
      ...(changed[section] as object),
      [key]: isNumber && /^\d+$/.test(value) ? Number(value) : value,
    };
    used.set(path.join('.'), variable);
  }
  const result = validate(changed);
  if ('config' in result) return result.config;
  throw new ConfigError(
    result.problems.map(
      ({ path, message }) => `${used.get(path.join('.')) ?? showPath(path)} (environment) ${message}`,
    ),
  );
}
