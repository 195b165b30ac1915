import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { asFileError } from '../../catalog/file-error.ts';
import { isManaged } from '../../catalog/manifests/custom-resource.ts';
import type { ReadManifest } from '../../catalog/manifests/manifest-record.ts';
import type { AnyResourceType } from '../../catalog/resource-types.ts';
import type { Masker } from '../../catalog/secrets/mask.ts';
import type { Database } from '../../db/database.ts';
import { storeManifests } from '../../db/manifests/store-manifests.ts';
import type { Observation } from '../../db/store/observation.ts';
import { maintainProjections } from '../../db/store/projections.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { decodeText } from './decode-text.ts';
import { readFile } from './read-file.ts';

/** A refused document, or an unreadable file. */
export interface ImportProblem {
  readonly file: string;
  /** The line on which the document starts; undefined if the error is about the whole file, or names the part. */
  readonly line: number | undefined;
  readonly error: string;
}

/** The outcome of the import. */
export interface ImportSummary {
  readonly files: number;
  readonly seen: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
}

export interface ImportOptions {
  readonly database: Database;
  readonly type: AnyResourceType;
  /** Names of files; `-` is standard input. */
  readonly files: readonly string[];
  readonly stdin: Readable;
  /** Masks the secrets in the documents; with sagecat's own rules if absent. */
  readonly masker?: Masker | undefined;
  readonly signal: AbortSignal;
  readonly onProblem: (problem: ImportProblem) => void;
  /** Called with notes about valid documents, e.g. that one is a page of several. */
  readonly onNote?: (note: { readonly file: string; readonly line: number | undefined; readonly note: string }) => void;
  readonly onProgress?: (summary: ImportSummary) => void;
}

const batchSize = 200;

/** The source of imported manifests. */
const manifestSource = 'import';

/** Catalogues the documents of files. A broken document is reported and does not affect the others. */
export async function importDocuments(options: ImportOptions): Promise<ImportSummary> {
  const { database, type, files, signal, onProblem, onNote, onProgress } = options;
  const counts = { files: 0, seen: 0, new: 0, changed: 0, unchanged: 0, failed: 0 };
  let batch: Observation[] = [];
  let manifests: ReadManifest[] = [];
  const flush = async () => {
    await flushManifests();
    const observations = batch;
    batch = [];
    const stored = await storeRows(database.kysely, type, observations, { masker: options.masker });
    for (const { outcome } of stored) counts[outcome]++;
    // Two documents of one resource in a batch: the earlier has no lasting effect.
    counts.unchanged += observations.length - stored.length;
    onProgress?.(counts);
  };
  const flushManifests = async () => {
    const found = manifests;
    manifests = [];
    if (found.length === 0 || !isManaged(type)) return;
    const stored = await storeManifests(database.kysely, type, manifestSource, found, { masker: options.masker });
    counts.new += stored.new;
    counts.changed += stored.changed;
    // The last of several with the same name counts.
    counts.unchanged += found.length - stored.new - stored.changed;
  };
  const refuse = (problem: ImportProblem) => {
    counts.failed++;
    onProblem(problem);
  };
  for (const file of files) {
    try {
      const input = file === '-' ? options.stdin : createReadStream(file);
      const text = Readable.from(decodeText(input));
      const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
      for await (const { line, read } of readFile(type, lines)) {
        signal.throwIfAborted();
        if ('note' in read) {
          onNote?.({ file, line, note: read.note });
          continue;
        }
        counts.seen++;
        if ('error' in read) refuse({ file, line, error: read.error });
        else if ('manifest' in read) manifests.push(read.manifest);
        else batch.push(read);
        if (batch.length + manifests.length >= batchSize) await flush();
      }
      counts.files++;
    } catch (error) {
      const reason = asFileError(error, file);
      if (reason === undefined) throw error;
      refuse({ file, line: undefined, error: reason.explanation });
    }
  }
  await flush();
  await maintainProjections(database.kysely, type);
  return counts;
}
