import { readDocuments as readYamlDocuments } from '../../catalog/manifests/documents.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import { type ReadDocument, readDocument, readDocuments } from './read-document.ts';
import { splitDocuments } from './split-documents.ts';

/** A document of a file, and the line on which it starts, if known. */
export interface FileDocument {
  readonly line: number | undefined;
  readonly read: ReadDocument;
}

/** Matches the first line of a YAML file that is not JSON: a marker, a comment, a key, an item. */
const yamlStart = /^\s*(?:---|%YAML|#|- |["']?[A-Za-z][\w.-]*["']?:(?:\s|$))/;

/** Reads the documents of a file: JSON with at most one document in memory, YAML as a whole. */
export async function* readFile(type: AnyResourceType, lines: AsyncIterable<string>): AsyncGenerator<FileDocument> {
  const iterator = lines[Symbol.asyncIterator]();
  const head: string[] = [];
  let first = '';
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    head.push(next.value);
    first = next.value;
    if (first.trim() !== '') break;
  }
  if (first.trim() === '') {
    yield { line: undefined, read: { error: 'is empty' } };
    return;
  }
  const all = concatenate(head, { [Symbol.asyncIterator]: () => iterator });
  if (yamlStart.test(first)) yield* readYaml(type, all);
  else yield* readJson(type, all);
}

async function* readJson(type: AnyResourceType, lines: AsyncIterable<string>): AsyncGenerator<FileDocument> {
  for await (const split of splitDocuments(lines)) {
    if ('error' in split) yield { line: split.line, read: split };
    else for (const read of readDocuments(type, split.text)) yield { line: split.line, read };
  }
}

async function* readYaml(type: AnyResourceType, lines: AsyncIterable<string>): AsyncGenerator<FileDocument> {
  const text = (await Array.fromAsync(lines)).join('\n');
  for (const document of readYamlDocuments(text)) {
    const found =
      'error' in document ? [{ error: `is no YAML: ${document.error}` }] : readDocument(type, document.value);
    for (const read of found) {
      yield { line: undefined, read: 'error' in read ? { error: `${document.position} ${read.error}` } : read };
    }
  }
}

async function* concatenate(head: readonly string[], rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield* head;
  yield* rest;
}
