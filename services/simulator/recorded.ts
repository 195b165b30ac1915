import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isArnOf, parseArn } from '../../catalog/arn.ts';
import { parseJson } from '../../catalog/exact-json.ts';
import { asFileError } from '../../catalog/file-error.ts';
import { isObject } from '../../catalog/is-object.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { SimulatorOptionError } from './option-error.ts';
import { toWire, type WireResource } from './wire.ts';

/** A recorded resource and its file. */
interface Recording {
  readonly file: string;
  readonly type: AnyResourceType;
  readonly accountId: string;
  readonly region: string;
  readonly arn: string;
  readonly resource: WireResource;
}

export interface Recordings {
  readonly served: readonly Recording[];
  /** Recordings that are not served, since another one of the same ARN was created later, or is in a later file. */
  readonly shadowed: readonly Recording[];
}

/**
 * Reads recorded describe responses, bare or as `{operation, response}`, one per JSON file, from files or directories. Skips other
 * operations. Throws SimulatorOptionError with the file for anything that cannot be served.
 */
export async function readRecordings(paths: readonly string[], types: readonly AnyResourceType[]): Promise<Recordings> {
  const files = (await Promise.all(paths.map(jsonFiles))).flat();
  const served = new Map<string, Recording>();
  const shadowed: Recording[] = [];
  const recordings = await Promise.all(files.map((file) => readRecording(file, types)));
  for (const recording of recordings.filter((found) => found !== undefined)) {
    const { createdAt } = recording.type.identity;
    const key = recording.arn.toLowerCase();
    const other = served.get(key);
    const newer = other === undefined || Number(recording.resource[createdAt]) >= Number(other.resource[createdAt]);
    if (other !== undefined) shadowed.push(newer ? other : recording);
    if (newer) served.set(key, recording);
  }
  return { served: [...served.values()], shadowed };
}

async function jsonFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw new SimulatorOptionError('recorded', `cannot be read: ${asFileError(error)?.message ?? path}`);
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

async function readRecording(file: string, types: readonly AnyResourceType[]): Promise<Recording | undefined> {
  const document = parse(file, await readFile(file, 'utf8'));
  const response = 'response' in document ? document.response : document;
  const members = isObject(response) ? response : {};
  const type = 'operation' in document ? describedBy(types, document.operation) : typeOf(types, members);
  if (!type) return undefined;
  const resource = readResource(file, type, members);
  const { arn: member, name, createdAt } = type.identity;
  const text = String(resource[member]);
  const arn = parseArn(text);
  const isWhole = typeof resource[name] === 'string' && typeof resource[createdAt] === 'number';
  if (!isWhole || arn === undefined || !isArnOf(type, arn) || arn.region === '') {
    throw new SimulatorOptionError(
      'recorded',
      `"${file}" is no ${type.describe?.operation} response: it needs ${name}, ${member} and ${createdAt}`,
    );
  }
  return { file, type, accountId: arn.accountId, region: arn.region, arn: text, resource };
}

const describedBy = (types: readonly AnyResourceType[], operation: unknown): AnyResourceType | undefined =>
  types.find(({ describe }) => describe?.operation === operation);

/** Returns the type whose name or ARN is among the members; the first type if none is. */
const typeOf = (types: readonly AnyResourceType[], members: WireResource): AnyResourceType | undefined =>
  types.find(({ identity }) => identity.name in members || identity.arn in members) ?? types[0];

function readResource(file: string, { members }: AnyResourceType, response: WireResource): WireResource {
  try {
    return toWire(members, response);
  } catch (error) {
    throw new SimulatorOptionError('recorded', `"${file}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

function parse(file: string, text: string): Record<string, unknown> {
  try {
    const value = parseJson(text);
    if (isObject(value)) return value;
  } catch {
    // Handled below.
  }
  throw new SimulatorOptionError('recorded', `"${file}" holds no JSON object`);
}
