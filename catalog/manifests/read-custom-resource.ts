import { parseArn } from '../arn.ts';
import { type Fields, membersOf } from '../fields.ts';
import type { Origin } from '../flatten.ts';
import { isObject } from '../is-object.ts';
import { safeName } from '../secrets/safe-name.ts';
import { annotations, type CustomResource, groupOf, type ManagedSchema } from './custom-resource.ts';
import { ackSpelling } from './spelling.ts';

/** A document of a custom resource's kind that is not a valid one. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** A manifest in the provider's names. */
export interface ManifestContent {
  readonly namespace: string | undefined;
  readonly name: string;
  readonly uid: string | undefined;
  readonly resourceVersion: string | undefined;
  readonly resourceName: string | undefined;
  /** From `status.ackResourceMetadata`: absent until the controller has found or created the resource. */
  readonly arn: string | undefined;
  readonly accountId: string | undefined;
  readonly region: string | undefined;
  /** The members of spec and status, named as in the describe response, with the manifest's values. */
  readonly response: Readonly<Record<string, unknown>>;
  readonly tags: Origin['tags'];
  /** Paths of the manifest that the catalog does not have. */
  readonly unknown: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Returns whether a document is a custom resource of the kind, of any version. */
export const isManifestOf = (resource: CustomResource, document: unknown): document is Json =>
  isObject(document) &&
  document.kind === resource.kind &&
  typeof document.apiVersion === 'string' &&
  document.apiVersion.split('/')[0] === groupOf(resource);

/** Reads a custom resource of the type. Throws ManifestError if the document is not a valid one. */
export function readCustomResource(type: ManagedSchema, document: unknown): ManifestContent {
  const { customResource, identity, members } = type;
  if (!isManifestOf(customResource, document)) {
    throw new ManifestError(`a ${customResource.kind} of ${customResource.apiVersion} was expected`);
  }
  const metadata = part(document, 'metadata');
  const spec = part(document, 'spec');
  const status = part(document, 'status');
  const name = text(metadata.name);
  if (name === undefined) throw new ManifestError('metadata.name is missing');

  const unknown: string[] = [];
  const { tags, ...settings } = spec;
  const { ackResourceMetadata: owner = {}, conditions: _, ...observed } = status;
  const response = {
    ...rename(members, withoutEmpties(customResource, settings), 'spec', unknown),
    ...rename(members, observed, 'status', unknown),
  };
  const resource = isObject(owner) ? owner : {};
  const arn = text(resource.arn);
  const parsed = parseArn(arn ?? '');
  if (arn !== undefined) response[identity.arn] = arn;
  const annotated = isObject(metadata.annotations) ? metadata.annotations : {};
  return {
    namespace: text(metadata.namespace),
    name,
    uid: text(metadata.uid),
    resourceVersion: text(metadata.resourceVersion),
    resourceName: text(spec[ackSpelling(identity.name, '')]) ?? adoptedName(type, annotated),
    arn,
    accountId: parsed?.accountId ?? text(resource.ownerAccountID),
    region: parsed?.region ?? text(resource.region) ?? text(annotated[annotations.region]),
    response,
    tags: readTags(tags),
    unknown,
  };
}

/** Returns the name of the resource that a manifest adopts; ACK fills in the spec later. */
function adoptedName({ identity }: ManagedSchema, annotated: Json): string | undefined {
  try {
    return text(Object(JSON.parse(String(annotated[annotations.adoptionFields])))[ackSpelling(identity.name, '')]);
  } catch {
    return undefined;
  }
}

function part(document: Json, name: string): Json {
  const held = document[name] ?? {};
  if (!isObject(held)) throw new ManifestError(`${name} should be an object`);
  return held;
}

/** Drops required members that are empty: a spec must have them even if the resource does not. */
function withoutEmpties({ required: names }: CustomResource, spec: Json): Json {
  const required = new Set(names.map((member) => ackSpelling(member, '')));
  return Object.fromEntries(
    Object.entries(spec).filter(
      ([name, held]) => !(required.has(name) && (held === '' || (isObject(held) && Object.keys(held).length === 0))),
    ),
  );
}

const memberNames = new WeakMap<Fields, ReadonlyMap<string, string>>();

/** Returns the members of a struct by their names in ACK. */
function byAckName(members: Fields): ReadonlyMap<string, string> {
  const known = memberNames.get(members);
  if (known) return known;
  const names = new Map(Object.keys(members).map((member) => [ackSpelling(member, ''), member]));
  memberNames.set(members, names);
  return names;
}

/** Renames members from ACK's names to the provider's, at every depth. Values are validated when they are flattened. */
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
