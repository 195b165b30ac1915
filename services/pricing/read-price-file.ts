import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse as csvParser } from 'csv-parse';
import type { Price } from '../../catalog/billing/price.ts';
import { readOwnPrice } from '../../catalog/billing/read-own-price.ts';
import { asFileError } from '../../catalog/file-error.ts';
import { csvErrorText } from '../../catalog/secrets/error-text.ts';
import { OfferCollector } from './offer-collector.ts';
import { readOfferCsv } from './offer-csv.ts';
import { readOfferJson } from './offer-json.ts';
import { PriceFileError } from './price-file-error.ts';

export type PriceFileKind = 'offer JSON' | 'offer CSV' | 'own prices';

export interface PriceFile {
  readonly kind: PriceFileKind;
  readonly prices: readonly Price[];
  /** The number of skipped entries by reason, including those for what is not catalogued. */
  readonly skipped: ReadonlyMap<string, number>;
}

/** How much of a file has been read. */
export interface BytesRead {
  readonly bytes: number;
  readonly size: number;
}

/**
 * Reads a price file as a stream: an offer file of AWS's price list, JSON or CSV, which may be hundreds of MB, or a CSV of an organisation's own
 * prices. `validFrom` is the first day on which list prices are valid, instead of the file's date. Throws PriceFileError.
 */
export async function readPriceFile(
  path: string,
  validFrom?: string,
  onProgress?: (progress: BytesRead) => void,
): Promise<PriceFile> {
  const kind = await kindOf(path);
  const collector = new OfferCollector(validFrom);
  const { size } = await stat(path);
  const stream = createReadStream(path);
  const ticking = setInterval(() => onProgress?.({ bytes: stream.bytesRead, size }), 200).unref();
  try {
    if (kind === 'own prices') return { kind, prices: await readOwnPrices(stream), skipped: new Map() };
    await (kind === 'offer JSON' ? readOfferJson(stream, collector) : readOfferCsv(stream, collector));
  } catch (error) {
    if (error instanceof PriceFileError) throw new PriceFileError(`${path}: ${error.message}`);
    throw asFileError(error, path) ?? new PriceFileError(`${path}: ${mistakeOf(error)}`);
  } finally {
    clearInterval(ticking);
    stream.destroy();
  }
  if (collector.prices.length === 0) {
    throw new PriceFileError(
      `${path}: no on-demand price for training or anything else that is catalogued is in it; is it the offer file of AmazonSageMaker?`,
    );
  }
  return { kind, prices: collector.prices, skipped: collector.skipped };
}

/** Returns the error of a file without its content, since it may be the wrong file and contain secrets. */
const mistakeOf = (error: unknown): string => csvErrorText(error) ?? 'it is broken and cannot be read to its end';

/** Recognizes a file by its first kilobyte: JSON, the preamble of an offer CSV, or otherwise own prices. */
async function kindOf(path: string): Promise<PriceFileKind> {
  let start = '';
  try {
    for await (const chunk of createReadStream(path, { end: 1023, encoding: 'utf8' })) start += chunk;
  } catch (error) {
    throw asFileError(error, path) ?? error;
  }
  const text = start.replace(/^\uFEFF/, '').trimStart();
  if (text.startsWith('{')) return 'offer JSON';
  return /^"?FormatVersion"?\s*,/.test(text) || /^"?SKU"?\s*,/.test(text) ? 'offer CSV' : 'own prices';
}

async function readOwnPrices(stream: NodeJS.ReadableStream): Promise<Price[]> {
  const rows = stream.pipe(
    csvParser({ columns: true, bom: true, trim: true, skip_empty_lines: true, info: true, comment: '#' }),
  );
  const prices: Price[] = [];
  const mistakes: string[] = [];
  for await (const { record, info } of rows as AsyncIterable<{
    record: Record<string, string>;
    info: { lines: number };
  }>) {
    const price = readOwnPrice(record);
    if ('mistake' in price) mistakes.push(`line ${info.lines}: ${price.mistake}`);
    else prices.push(price);
  }
  if (mistakes.length > 0) throw new PriceFileError(mistakes.slice(0, 20).join('; '));
  if (prices.length === 0) throw new PriceFileError('no price is in it');
  return prices;
}
