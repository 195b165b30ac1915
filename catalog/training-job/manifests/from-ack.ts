import { parseArn } from '../../arn.ts';
import { type Fields, membersOf } from '../../fields.ts';
import type { Origin } from '../../flatten.ts';
import { isObject } from '../../is-object.ts';
import { ackSpelling } from '../../manifests/spelling.ts';
import { safeName } from '../../secrets/safe-name.ts';
import { trainingJobSchema } from '../schema.ts';
import { ackApiVersion, ackKind, annotations } from './ack-manifest.ts';
import { ackRequired } from './ack-shape.ts';

/** A document that calls itself a TrainingJob and cannot be read as one. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** A TrainingJob manifest in the provider's names. */
export interface AckReading {
  readonly namespace: string | undefined;
  readonly name: string;
  readonly uid: string | undefined;
  readonly resourceVersion: string | undefined;
  readonly jobName: string | undefined;
  /** Of `status.ackResourceMetadata`: absent until the controller has found or made the job. */
  readonly arn: string | undefined;
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  /** Members as DescribeTrainingJob names them, of spec and status together; values as the manifest has them. */
  readonly response: Readonly<Record<string, unknown>>;
  readonly tags: Origin['tags'];
  /** Paths of the manifest that the catalog has no place for. */
  readonly unknown: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Whether a document is an ACK TrainingJob, of whatever version. */
export const isAckManifest = (document: unknown): document is Json =>
  isObject(document) &&
  document.kind === ackKind &&
  typeof document.apiVersion === 'string' &&
  document.apiVersion.split('/')[0] === ackApiVersion.split('/')[0];

/** Reads an ACK TrainingJob. Throws ManifestError where it is none. */
export function fromAck(document: unknown): AckReading {
  if (!isAckManifest(document)) throw new ManifestError(`a ${ackKind} of ${ackApiVersion} was expected`);
  const metadata = part(document, 'metadata');
  const spec = part(document, 'spec');
  const status = part(document, 'status');
  const name = text(metadata.name);
  if (name === undefined) throw new ManifestError('metadata.name is missing');

  const unknown: string[] = [];
  const { tags, ...settings } = spec;
  const { ackResourceMetadata: owner = {}, conditions: _, ...observed } = status;
  const response = {
    ...rename(trainingJobSchema.members, withoutEmpties(settings), 'spec', unknown),
    ...rename(trainingJobSchema.members, observed, 'status', unknown),
  };
  const resource = isObject(owner) ? owner : {};
  const arn = text(resource.arn);
  const parsed = parseArn(arn ?? '');
  if (arn !== undefined) response[trainingJobSchema.identity.arn] = arn;
  const annotated = isObject(metadata.annotations) ? metadata.annotations : {};
  return {
    namespace: text(metadata.namespace),
    name,
    uid: text(metadata.uid),
    resourceVersion: text(metadata.resourceVersion),
    jobName: text(spec.trainingJobName) ?? adoptedName(annotated),
    arn,
    accountId: parsed?.accountId ?? text(resource.ownerAccountID),
    region: parsed?.region ?? text(resource.region) ?? text(annotated[annotations.region]),
    response,
    tags: readTags(tags),
    unknown,
  };
}

/** The name of the job that an adoption asks for, whose spec ACK fills in only later. */
function adoptedName(annotated: Json): string | undefined {
  try {
    return text(Object(JSON.parse(String(annotated[annotations.adoptionFields]))).trainingJobName);
  } catch {
    return undefined;
  }
}

function part(document: Json, name: string): Json {
  const held = document[name] ?? {};
  if (!isObject(held)) throw new ManifestError(`${name} should be an object`);
  return held;
}

/** A spec must have some members even where a job has none: there, empty says nothing. */
function withoutEmpties(spec: Json): Json {
  const required = new Set(ackRequired.map((member) => ackSpelling(member, '')));
  return Object.fromEntries(
    Object.entries(spec).filter(
      ([name, held]) => !(required.has(name) && (held === '' || (isObject(held) && Object.keys(held).length === 0))),
    ),
  );
}

const memberNames = new WeakMap<Fields, ReadonlyMap<string, string>>();

/** The members of a struct by ACK's names for them. */
function byAckName(members: Fields): ReadonlyMap<string, string> {
  const known = memberNames.get(members);
  if (known) return known;
  const names = new Map(Object.keys(members).map((member) => [ackSpelling(member, ''), member]));
  memberNames.set(members, names);
  return names;
}

/** Puts the provider's names for ACK's, at every depth; values are for flattening to judge. */
function rename(members: Fields, object: Json, path: string, unknown: string[]): Record<string, unknown> {
  const renamed: Record<string, unknown> = {};
  for (const [name, held] of Object.entries(object)) {
    const member = byAckName(members).get(name);
    const field = member === undefined ? undefined : members[member];
    if (member === undefined || field === undefined) {
      unknown.push(`${path}.${safeName(name)}`);
      continue;
    }
    const inner = membersOf(field);
    const here = `${path}.${name}`;
    renamed[member] =
      inner && Array.isArray(held)
        ? held.map((item, index) => (isObject(item) ? rename(inner, item, `${here}[${index}]`, unknown) : item))
        : inner && isObject(held)
          ? rename(inner, held, here, unknown)
          : held;
  }
  return renamed;
}

function readTags(tags: unknown): Origin['tags'] {
  if (tags === undefined || tags === null) return null;
  if (!Array.isArray(tags) || !tags.every(isObject))
    throw new ManifestError('spec.tags should be a list of key and value');
  return tags.map(({ key, value }) => {
    if (typeof key !== 'string' || (value !== undefined && value !== null && typeof value !== 'string')) {
      throw new ManifestError('spec.tags should hold a key and a value as strings');
    }
    return { Key: key, Value: value ?? undefined };
  });
}
