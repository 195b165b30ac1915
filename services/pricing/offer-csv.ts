import { parse } from 'csv-parse';
import type { OfferCollector } from './offer-collector.ts';
import { PriceFileError } from './price-file-error.ts';

/** The columns to read, by name without spaces and in lower case: AWS has changed the spelling before. */
const wanted = [
  'termtype',
  'unit',
  'priceperunit',
  'currency',
  'effectivedate',
  'startingrange',
  'usagetype',
  'regioncode',
];

/** Reads an offer file in CSV: a few lines about the file, then a header, then one entry per line. */
export async function readOfferCsv(stream: NodeJS.ReadableStream, collector: OfferCollector): Promise<void> {
  let columns: Map<string, number> | undefined;
  const rows: AsyncIterable<string[]> = stream.pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true }),
  );
  for await (const row of rows) {
    if (!columns) {
      columns = headerOf(row);
      continue;
    }
    const at = columns;
    const cell = (name: string): string => row[at.get(name) ?? -1] ?? '';
    if (cell('termtype') !== 'OnDemand') collector.skip('not on demand');
    else {
      collector.add({
        usageType: cell('usagetype'),
        regionCode: cell('regioncode'),
        unit: cell('unit'),
        startsAt: cell('startingrange') || '0',
        pricePerUnit: { [cell('currency')]: cell('priceperunit') },
        effectiveDate: cell('effectivedate'),
      });
    }
  }
  if (!columns) throw new PriceFileError('the line that names its columns is missing');
}

/** Returns the index of each column if the row is the header; undefined for the lines above it. */
function headerOf(row: readonly string[]): Map<string, number> | undefined {
  const names = row.map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  if (!names.includes('sku')) return undefined;
  const missing = wanted.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new PriceFileError(`it has no column ${missing.join(', ')}`);
  return new Map(wanted.map((name) => [name, names.indexOf(name)]));
}
