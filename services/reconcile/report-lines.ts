import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parse } from 'csv-parse';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { openPromise as openZip } from 'yauzl';
import { csvErrorText, errorText } from '../../catalog/secrets/error-text.ts';
import { type CostLine, CostReportError, type LineReader, lineReader } from './report-columns.ts';

/** Yields the usage lines in one file of a report: CSV, plain, gzip or zip, or Parquet. Throws CostReportError. */
export async function* reportLines(path: string): AsyncGenerator<CostLine> {
  try {
    if (/\.parquet$/i.test(path)) yield* parquetLines(path);
    else if (/\.zip$/i.test(path)) yield* zipLines(path);
    else if (/\.gz$/i.test(path)) yield* csvLines(createReadStream(path), createGunzip());
    else yield* csvLines(createReadStream(path));
  } catch (error) {
    if (error instanceof CostReportError) throw error;
    throw new CostReportError(reasonOf(error), { cause: error });
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof CostReportError ? error.message : (csvErrorText(error) ?? errorText(error));

async function* csvLines(source: Readable, decompress?: Readable & NodeJS.WritableStream): AsyncGenerator<CostLine> {
  let reader: LineReader | undefined;
  const parser = parse({
    columns: (names: string[]) => {
      reader = lineReader(names);
      // Keeps only the needed columns.
      return names.map((name) => (reader?.columns.includes(name) ? name : null));
    },
    bom: true,
    skip_empty_lines: true,
  });
  const streams = decompress ? [source, decompress] : [source];
  for (const stream of streams) stream.on('error', (error: Error) => parser.destroy(error));
  try {
    for await (const record of (decompress ? source.pipe(decompress) : source).pipe(parser)) {
      const line = reader?.read(record);
      if (line) yield line;
    }
    if (!reader) throw new CostReportError('it is empty');
  } finally {
    source.destroy();
  }
}

/** Yields the lines of every file in an archive. Throws CostReportError with the name of the invalid file. */
async function* zipLines(path: string): AsyncGenerator<CostLine> {
  const archive = await openZip(path);
  try {
    for await (const entry of archive.eachEntry()) {
      const { fileName } = entry;
      if (!/\.csv(\.gz)?$/i.test(fileName)) continue;
      const isPacked = /\.gz$/i.test(fileName);
      try {
        yield* csvLines(await archive.openReadStreamPromise(entry), isPacked ? createGunzip() : undefined);
      } catch (error) {
        throw new CostReportError(`${fileName} in it: ${reasonOf(error)}`, { cause: error });
      }
    }
  } finally {
    archive.close();
  }
}

const rowsAtATime = 50_000;

async function* parquetLines(path: string): AsyncGenerator<CostLine> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const names = metadata.schema.slice(1).map(({ name }) => name);
  const reader = lineReader(names);
  let groupStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const groupEnd = groupStart + Number(num_rows);
    for (let rowStart = groupStart; rowStart < groupEnd; rowStart += rowsAtATime) {
      const rows = await parquetReadObjects({
        file,
        metadata,
        columns: [...reader.columns],
        rowStart,
        rowEnd: Math.min(groupEnd, rowStart + rowsAtATime),
      });
      for (const row of rows) {
        const line = reader.read(row);
        if (line) yield line;
      }
    }
    groupStart = groupEnd;
  }
}
