import { type FlatRow, type FlatValue, flatten, flattenMembers, storableText } from '../flatten.ts';
import type { ManagedSchema } from './custom-resource.ts';
import { readCustomResource } from './read-custom-resource.ts';

/** An ACK manifest as the catalog stores it. */
export interface ManifestRecord {
  /** Empty if the manifest has none. */
  readonly namespace: string;
  readonly name: string;
  readonly uid: string | null;
  readonly resource_version: string | null;
  readonly arn: string | null;
  readonly account_id: string | null;
  readonly region: string | null;
  readonly resource_name: string | null;
  /** The catalog's columns that the manifest has. */
  readonly members: Readonly<Record<string, FlatValue>>;
  /** Fields that the catalog does not have, or that have the wrong type. */
  readonly problems: readonly string[];
  readonly manifest: FlatValue;
}

export interface ReadManifest {
  readonly record: ManifestRecord;
  /** The resource as the manifest's status reports it; undefined until ACK has found or created it. */
  readonly resource: { readonly row: FlatRow; readonly region: string } | undefined;
}

/** Reads an ACK manifest of the type. Throws ManifestError if the document is not a valid one. */
export function readManifest(type: ManagedSchema, document: unknown): ReadManifest {
  const content = readCustomResource(type, document);
  const { row: members, fieldErrors } = flattenMembers(type, content.response, content.tags);
  const whole = content.arn === undefined ? undefined : flatten(type, content.response, { tags: content.tags ?? null });
  const problems = [
    ...content.unknown.map((path) => `${path} is not known to the catalog`),
    ...fieldErrors.map(({ field, expected, got }) => `${field} should be ${expected}, but is ${got}`),
  ];
  return {
    record: {
      namespace: content.namespace ?? '',
      name: content.name,
      uid: content.uid ?? null,
      resource_version: content.resourceVersion ?? null,
      arn: content.arn ?? null,
      account_id: content.accountId ?? null,
      region: content.region ?? null,
      resource_name: content.resourceName ?? null,
      members,
      problems: problems.map(storableText),
      manifest: storable(withoutCopies(document)),
    },
    resource: whole?.ok ? whole : undefined,
  };
}

/** The annotation with kubectl's copy of the manifest: one text, in which secrets could not be found and masked. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Drops the managed fields, which are longer than the manifest itself, and kubectl's copy of the manifest. */
function withoutCopies(document: unknown): unknown {
  const { metadata, ...rest } = Object(document);
  const { managedFields: _, annotations, ...others } = Object(metadata);
  if (typeof annotations !== 'object' || annotations === null) return { ...rest, metadata: others };
  const { [lastApplied]: __, ...otherAnnotations } = Object(annotations);
  return { ...rest, metadata: { ...others, annotations: otherAnnotations } };
}

/** Returns a JSON value that PostgreSQL can store. */
function storable(value: unknown): FlatValue {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(storable);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [storableText(key), storable(held)]));
  }
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? value : null;
}
