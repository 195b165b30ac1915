import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { parseJson } from '../catalog/exact-json.ts';
import { withFile } from '../catalog/file-error.ts';
import type { FlatRow } from '../catalog/flatten.ts';
import { type Format, NewNameError } from '../catalog/manifests/format.ts';
import { nounOf } from '../catalog/noun-of.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import { makeDirectory } from '../db/make-directory.ts';
import { columnSql } from '../db/query/field-sql.ts';
import { readBatches } from '../db/query/read-batches.ts';
import { allRowColumns, type JsonRow, selectJson } from '../db/query/row-columns.ts';
import type { CommandContext } from './context.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import { readQuery } from './query-options.ts';
import { printNotice } from './terminal/print-notice.ts';

export interface WriteOptions {
  /** Names or ARNs. */
  readonly jobs: readonly string[];
  readonly query?: string;
  readonly format: string;
  readonly namespace?: string;
  readonly newName?: string;
  readonly output?: string;
  readonly json?: true;
  /** Called after each batch with the number of jobs written so far. */
  readonly onProgress?: (written: number) => void;
}

/** Writes jobs in a format, to standard output or a file each; returns how many, and which were not found. */
export async function writeResources(
  { database, signal }: CommandContext,
  type: AnyResourceType,
  options: WriteOptions,
): Promise<{ written: number; missing: string[] }> {
  const format = type.formats?.find(({ name }) => name === options.format);
  if (!format) throw new CommandError(`a ${nounOf(type)} cannot be written as ${options.format}`, exitCodes.usage);
  const missing = new Set(options.jobs);
  const { key } = type;
  const columns = allRowColumns(type);
  const selection = { type, filter: filterOf(type, options) };
  const write =
    options.output === undefined
      ? printer(type, options.json === true)
      : await fileWriter(type, options.output, format);
  const names = new Set<string>();
  let written = 0;
  const batches = readBatches<JsonRow>((work) => work(database.kysely), selection, selectJson(columns));
  for await (const batch of batches) {
    signal.throwIfAborted();
    for (const { json } of batch) {
      // Every column of the catalog was read.
      const job = parseJson(json) as FlatRow;
      await write(job, render(format, job, options));
      const name = String(job[key.name]).toLowerCase();
      // One file cannot have two resources of a name; a cluster would take the second for the first.
      if (options.output === undefined && names.has(name)) {
        printNotice(
          `several ${nounOf(type)}s are named ${job[key.name]}: write each account and region by itself, or use --output`,
        );
      }
      names.add(name);
      missing.delete(String(job[key.name]));
      missing.delete(String(job[key.arn]));
      written++;
    }
    options.onProgress?.(written);
  }
  await write(undefined);
  return { written, missing: [...missing] };
}

function filterOf(type: AnyResourceType, { jobs, query }: WriteOptions) {
  const { name, arn } = type.key;
  const named = sql`${columnSql(name)} = ANY(${jobs}) OR ${columnSql(arn)} = ANY(${jobs})`;
  if (query === undefined) return named;
  const found = readQuery(type, query) ?? sql`true`;
  return jobs.length === 0 ? found : sql`(${found}) OR ${named}`;
}

type Rendered = ReturnType<Format['render']>;

function render(format: Format, job: FlatRow, { namespace, newName }: WriteOptions): Rendered {
  try {
    return format.render(job, { namespace, newName, now: new Date() });
  } catch (error) {
    if (error instanceof NewNameError) throw new CommandError(`--new-name: ${error.message}`, exitCodes.usage);
    throw error;
  }
}

/** Writes a job; without one, ends what was written. */
type Write = (job: FlatRow | undefined, rendered?: Rendered) => Promise<void>;

/** YAML documents are separated by `---`; blocks of HCL need no separator. */
function printer({ key }: AnyResourceType, asJson: boolean): Write {
  let count = 0;
  return async (job, rendered) => {
    if (!job || !rendered) {
      if (asJson) process.stdout.write(count === 0 ? '[]\n' : '\n]\n');
      return;
    }
    const { text, leftOut, outcomes, notes } = rendered;
    if (asJson) {
      const entry = { [key.arn]: job[key.arn], text, left_out: leftOut, outcomes, notes };
      process.stdout.write(`${count === 0 ? '[' : ','}\n${JSON.stringify(entry, null, 2)}`);
    } else {
      const isYaml = /^kind: /m.test(text) && /^apiVersion: /m.test(text);
      process.stdout.write(count > 0 ? `${isYaml ? '---' : ''}\n${text}` : text);
    }
    count++;
  };
}

/** Files are named after the jobs, in a folder for each account and region. */
async function fileWriter({ key }: AnyResourceType, directory: string, { extension }: Format): Promise<Write> {
  return async (job, rendered) => {
    if (!job || !rendered) return;
    const region = String(job[key.arn]).split(':')[3] ?? '';
    const folder = join(directory, job.account_id, region);
    await makeDirectory(folder);
    // AWS allows no name that leads out of the folder; an imported document may have one.
    const file = join(folder, `${encodeURIComponent(String(job[key.name]))}.${extension}`);
    await withFile(file, () => writeFile(file, rendered.text));
  };
}
