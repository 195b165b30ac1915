import { readResourceEvent } from '../../catalog/events/resource-event.ts';
import { parseJson } from '../../catalog/exact-json.ts';
import { type FlatRow, flatten, type Origin } from '../../catalog/flatten.ts';
import { isObject } from '../../catalog/is-object.ts';
import { isManaged } from '../../catalog/manifests/custom-resource.ts';
import { itemsOfList } from '../../catalog/manifests/documents.ts';
import { type ReadManifest, readManifest } from '../../catalog/manifests/manifest-record.ts';
import { isManifestOf, ManifestError } from '../../catalog/manifests/read-custom-resource.ts';
import type { AnyResourceType, ManagedType } from '../../catalog/resource-types.ts';
import type { Observation } from '../../db/store/observation.ts';
import { openEnvelope } from './envelope.ts';

/** A document as a row or a manifest, or the reason why it is neither. */
export type ReadDocument =
  | { readonly row: FlatRow; readonly region: string; readonly source: Observation['source'] }
  | { readonly manifest: ReadManifest }
  /** A note, which is not an error. */
  | { readonly note: string }
  | { readonly error: string };

/** A whole string, or a number that Python's json module writes and JSON does not allow. */
const stringOrNonFinite = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** Parses a JSON text for `readDocument`. */
export function readDocuments(type: AnyResourceType, text: string): ReadDocument[] {
  let value: unknown;
  try {
    value = parseJson(text.replace(stringOrNonFinite, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch (error) {
    return [{ error: `is not JSON: ${error instanceof Error ? error.message : error}` }];
  }
  return (itemsOfList(value) ?? [value]).flatMap((item) => readDocument(type, item));
}

/**
 * Reads what the AWS CLI prints of resources of the type (one described, a search, a list of many), an EventBridge event, or an ACK manifest.
 * A response may have its tags as `Tags`, as Search returns them.
 */
export function readDocument(type: AnyResourceType, document: unknown): ReadDocument[] {
  if (isManaged(type) && isManifestOf(type.customResource, document)) return [readAckManifest(type, document)];
  if (isObject(document) && 'detail-type' in document) return [readEvent(type, document)];
  if (hasListOfItsOwn(type, document)) return [readResponse(type, document, 'describe')];
  return openEnvelope(type, document).map((content) =>
    'document' in content ? readResponse(type, content.document, content.source) : content,
  );
}

/** Returns whether a list in a document is a member of one resource, and not a list of resources. */
const hasListOfItsOwn = ({ identity, members }: AnyResourceType, document: unknown): boolean =>
  isObject(document) &&
  identity.arn in document &&
  Object.entries(document).some(([name, value]) => Array.isArray(value) && name in members);

function readEvent(type: AnyResourceType, document: unknown): ReadDocument {
  const event = readResourceEvent(document);
  const what = type.title.replace('SageMaker ', '');
  if (event.kind !== 'event') return { error: `is no event of a ${what}: ${event.reason}` };
  if (event.type.name !== type.name) return { error: `is no event of a ${what}: it is one of a ${event.type.title}` };
  return { row: event.row, region: event.region, source: 'part' };
}

function readAckManifest(type: ManagedType, document: unknown): ReadDocument {
  try {
    return { manifest: readManifest(type, document) };
  } catch (error) {
    if (error instanceof ManifestError) return { error: `is no manifest that can be read: ${error.message}` };
    throw error;
  }
}

function readResponse(type: AnyResourceType, document: unknown, source: Observation['source']): ReadDocument {
  const { Tags: tags, ...response } = asRecord(document);
  const origin: Origin = Array.isArray(tags) ? { tags } : {};
  const flattened = flatten(type, response, origin);
  return flattened.ok ? { row: flattened.row, region: flattened.region, source } : { error: flattened.error.message };
}

const asRecord = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});
