import { CsvError, parse } from 'csv-parse/sync';
import type { LookupField, OwnerLookup } from './rule.ts';

/** An invalid file of owners: where the error is, and what is expected. */
export class OwnerFileError extends Error {
  override readonly name = 'OwnerFileError';
}

/**
 * Reads a CSV file of owners. The header has two columns: a field (`account_id`, `role_arn`, `name` or `tags.KEY`) and `owner`; each line
 * has a value of the field and its owner. Throws OwnerFileError with the file and the line.
 */
export function readOwnerFile(text: string, file: string): OwnerLookup {
  const [header = [], ...lines] = readLines(text, file);
  const at = header.indexOf('owner');
  const field = header[1 - at];
  if (header.length !== 2 || at < 0 || !isLookupField(field)) {
    throw new OwnerFileError(
      `${file}:1: the first line must name two columns: account_id, role_arn, name or tags.KEY, and owner; it is ${JSON.stringify(header.join(','))}`,
    );
  }
  const owners = new Map<string, string>();
  for (const [index, cells] of lines.entries()) {
    const [key = '', owner = ''] = [cells[1 - at], cells[at]];
    const place = `${file}: entry ${index + 1}`;
    if (key === '' || owner === '') throw new OwnerFileError(`${place} has no ${key === '' ? field : 'owner'}`);
    if (owners.has(key)) throw new OwnerFileError(`${place} names ${field} ${key} again`);
    owners.set(key, owner);
  }
  return { field, owners };
}

function readLines(text: string, file: string): string[][] {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, comment: '#', comment_no_infix: true });
  } catch (error) {
    if (error instanceof CsvError) throw new OwnerFileError(`${file} is no CSV: ${error.message}`);
    throw error;
  }
}

const isLookupField = (name: string | undefined): name is LookupField =>
  name !== undefined && (['account_id', 'role_arn', 'name'].includes(name) || /^tags\../.test(name));
