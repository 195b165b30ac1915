import { type Field, type Fields, membersOf } from '../fields.ts';
import type { FlatRow, FlatValue } from '../flatten.ts';
import { isObject } from '../is-object.ts';
import { snakeCase } from '../snake-case.ts';
import type { ManagedSchema } from './custom-resource.ts';

/** A field whose value in AWS differs from the manifest's. */
export interface FieldDrift {
  /** The catalog's path, e.g. `resource_config.instance_count` or `input_data_config[train].content_type`. */
  readonly field: string;
  /** The part of the manifest: what it asks for (`spec`), or what it reports (`status`). */
  readonly part: 'spec' | 'status';
  readonly aws: FlatValue;
  readonly manifest: FlatValue;
}

/**
 * Returns the fields in which a manifest differs from AWS. Only fields of the manifest are compared, since ACK and AWS fill in defaults.
 * Missing, zero, false and empty are equal, since ACK writes one for the other; the order of lists does not matter; instants that Kubernetes
 * truncated are compared by the second.
 */
export function compareToManifest(
  { members, customResource }: ManagedSchema,
  aws: FlatRow,
  manifest: Readonly<Record<string, FlatValue>>,
): FieldDrift[] {
  const found: FieldDrift[] = [];
  for (const [part, shape] of [
    ['spec', customResource.spec],
    ['status', customResource.status],
  ] as const) {
    for (const member of Object.keys(shape)) {
      const field = members[member];
      const column = snakeCase(member);
      if (field) compare(field, aws[column] ?? null, manifest[column], column, part, found);
    }
  }
  return [...found, ...tagDrift(aws.tags, manifest.tags)];
}

function compare(
  field: Field,
  aws: FlatValue,
  manifest: FlatValue | undefined,
  path: string,
  part: FieldDrift['part'],
  found: FieldDrift[],
): void {
  if (manifest === undefined || manifest === null || (isEmpty(aws) && isEmpty(manifest))) return;
  const members = membersOf(field);
  if (members && Array.isArray(manifest)) {
    compareLists(members, Array.isArray(aws) ? aws : [], manifest, path, part, found);
  } else if (members && isStruct(manifest)) {
    compareStructs(members, isStruct(aws) ? aws : {}, manifest, path, part, found);
  } else if (!same(field, aws, manifest)) {
    found.push({ field: path, part, aws, manifest });
  }
}

type Struct = Readonly<Record<string, FlatValue>>;

function compareStructs(
  members: Fields,
  aws: Struct,
  manifest: Struct,
  path: string,
  part: FieldDrift['part'],
  found: FieldDrift[],
): void {
  for (const [member, field] of Object.entries(members)) {
    const column = snakeCase(member);
    compare(field, aws[column] ?? null, manifest[column], `${path}.${column}`, part, found);
  }
}

/** Matches items by name if they have one, else by position. */
function compareLists(
  members: Fields,
  aws: readonly FlatValue[],
  manifest: readonly FlatValue[],
  path: string,
  part: FieldDrift['part'],
  found: FieldDrift[],
): void {
  const [ours, theirs] = [byName(members, aws), byName(members, manifest)];
  for (const [name, item] of theirs) {
    const own = ours.get(name);
    if (own) compareStructs(members, own, item, `${path}[${name}]`, part, found);
    else found.push({ field: `${path}[${name}]`, part, aws: null, manifest: { ...item } });
  }
  for (const [name, item] of ours) {
    if (!theirs.has(name)) found.push({ field: `${path}[${name}]`, part, aws: { ...item }, manifest: null });
  }
}

function byName(members: Fields, list: readonly FlatValue[]): Map<string, Struct> {
  const naming = Object.keys(members).find((member) => /(Name|ServerId)$/.test(member));
  const named = new Map<string, Struct>();
  for (const [index, item] of list.entries()) {
    if (!isStruct(item)) continue;
    const name = naming === undefined ? undefined : item[snakeCase(naming)];
    const key = typeof name === 'string' && !named.has(name) ? name : String(index);
    named.set(key, item);
  }
  return named;
}

const isStruct = (value: FlatValue | undefined): value is { [name: string]: FlatValue } => isObject(value);

/** Returns whether a value is one that Go omits, or writes for a missing one. */
function isEmpty(value: FlatValue): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isStruct(value) && Object.values(value).every(isEmpty);
}

function same(field: Field, aws: FlatValue, manifest: FlatValue): boolean {
  if (field.kind === 'timestamp' && typeof manifest === 'string' && typeof aws === 'string') {
    return aws === manifest || (manifest.endsWith('.000Z') && aws.slice(0, 19) === manifest.slice(0, 19));
  }
  if (Array.isArray(aws) && Array.isArray(manifest)) {
    return JSON.stringify([...aws].sort()) === JSON.stringify([...manifest].sort());
  }
  if (isStruct(aws) && isStruct(manifest)) {
    const keys = new Set([...Object.keys(aws), ...Object.keys(manifest)]);
    return [...keys].every(
      (key) => Object.hasOwn(aws, key) && Object.hasOwn(manifest, key) && aws[key] === manifest[key],
    );
  }
  return aws === manifest;
}

/** Ignores the tags that AWS and ACK add themselves. Without tags from AWS there is no drift. */
function tagDrift(aws: FlatRow['tags'], manifest: FlatValue | undefined): FieldDrift[] {
  if (!aws || !Array.isArray(manifest)) return [];
  const own = (tag: FlatValue): tag is string => typeof tag === 'string' && !/^(aws:|services\.k8s\.aws\/)/.test(tag);
  const [ours, theirs] = [new Set(aws.filter(own)), new Set(manifest.filter(own))];
  const onlyAws = [...ours].filter((tag) => !theirs.has(tag));
  const onlyManifest = [...theirs].filter((tag) => !ours.has(tag));
  return onlyAws.length + onlyManifest.length === 0
    ? []
    : [{ field: 'tags', part: 'spec', aws: onlyAws, manifest: onlyManifest }];
}
