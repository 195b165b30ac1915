import { parseJson } from '../../catalog/exact-json.ts';
import { type FlatRow, flatten, type Origin } from '../../catalog/flatten.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';

/** A document as a row of the catalog, or why it is none. */
export type ReadDocument =
  | { readonly row: FlatRow; readonly region: string; readonly unknownMembers: readonly string[] }
  | { readonly error: string };

/** A whole string, or a number that Python's json module writes and JSON does not know. */
const stringOrNonFinite = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/**
 * Reads what `aws sagemaker describe-training-job` prints, or a recording of it (`{"operation": ..., "response": ...}`). Tags may
 * stand beside the response's members as `Tags`, as Search returns them.
 */
export function readDocument(type: AnyResourceType, text: string): ReadDocument {
  let document: unknown;
  try {
    document = parseJson(text.replace(stringOrNonFinite, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch (error) {
    return { error: `is not JSON: ${error instanceof Error ? error.message : error}` };
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
