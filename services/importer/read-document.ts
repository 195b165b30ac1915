import { parseJson } from '../../catalog/exact-json.ts';
import { type FlatRow, flatten, type Origin } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { itemsOfList } from '../../catalog/tongues/documents.ts';
import { isAckManifest, ManifestError } from '../../catalog/tongues/from-ack.ts';
import { type ReadManifest, readManifest } from '../../catalog/tongues/manifest-record.ts';

/** A document as a row of the catalog or as a manifest, or why it is neither. */
export type ReadDocument =
  | { readonly row: FlatRow; readonly region: string; readonly unknownMembers: readonly string[] }
  | { readonly manifest: ReadManifest }
  | { readonly error: string };

/** A whole string, or a number that Python's json module writes and JSON does not know. */
const stringOrNonFinite = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/** Reads a JSON text as `readDocument` reads its value; a list as kubectl prints it holds many documents. */
export function readDocuments(type: AnyResourceType, text: string): ReadDocument[] {
  let value: unknown;
  try {
    value = parseJson(text.replace(stringOrNonFinite, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch (error) {
    return [{ error: `is not JSON: ${error instanceof Error ? error.message : error}` }];
  }
  return (itemsOfList(value) ?? [value]).map((item) => readDocument(type, item));
}

/**
 * Reads what `aws sagemaker describe-training-job` prints, a recording of it (`{"operation": ..., "response": ...}`), or an ACK
 * manifest. Tags may stand beside a response's members as `Tags`, as Search returns them.
 */
export function readDocument(type: AnyResourceType, document: unknown): ReadDocument {
  if (isAckManifest(document)) {
    try {
      return { manifest: readManifest(document) };
    } catch (error) {
      if (error instanceof ManifestError) return { error: `is no manifest that can be read: ${error.message}` };
      throw error;
    }
  }
  const { Tags: tags, ...response } = unwrap(document);
  const origin: Origin = Array.isArray(tags) ? { tags } : {};
  const flattened = flatten(type, response, origin);
  return flattened.ok ? flattened : { error: flattened.error.message };
}

function unwrap(document: unknown): Record<string, unknown> {
  const outer = asRecord(document);
  return 'response' in outer && !('TrainingJobName' in outer) ? asRecord(outer.response) : outer;
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
