import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseJson } from '../../catalog/exact-json.ts';
import { asFileError } from '../../catalog/file-error.ts';
import { SimulatorOptionError } from './option-error.ts';
import { toWire, type WireJob } from './wire.ts';

/** A recorded job and where it stands. */
interface Recording {
  readonly file: string;
  readonly accountId: string;
  readonly region: string;
  readonly job: WireJob;
}

export interface Recordings {
  readonly served: readonly Recording[];
  /** Recordings of a name that another recording has too: the newer creation counts, then the later file. */
  readonly shadowed: readonly Recording[];
}

/**
 * Reads recorded DescribeTrainingJob responses: bare ones or `{operation, response}`, one per JSON file, from files or whole folders.
 * Files of other operations are left out. Throws a SimulatorOptionError that names the file for anything that cannot be served.
 */
export async function readRecordings(paths: readonly string[]): Promise<Recordings> {
  const files = (await Promise.all(paths.map(jsonFiles))).flat();
  const served = new Map<string, Recording>();
  const shadowed: Recording[] = [];
  for (const recording of (await Promise.all(files.map(readRecording))).filter((found) => found !== undefined)) {
    const key = recording.job.TrainingJobArn.toLowerCase();
    const other = served.get(key);
    const newer = other === undefined || recording.job.CreationTime >= other.job.CreationTime;
    if (other !== undefined) shadowed.push(newer ? other : recording);
    if (newer) served.set(key, recording);
  }
  return { served: [...served.values()], shadowed };
}

async function jsonFiles(path: string): Promise<string[]> {
  const found = await stat(path).catch((error: unknown) => {
    throw new SimulatorOptionError('recorded', `cannot be read: ${asFileError(error)?.message ?? path}`);
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(path, name));
}

const ARN = /^arn:[^:]+:sagemaker:([^:]+):(\d{12}):training-job\/.+$/;

async function readRecording(file: string): Promise<Recording | undefined> {
  const document = parse(file, await readFile(file, 'utf8'));
  if ('operation' in document && document.operation !== 'DescribeTrainingJob') return undefined;
  const response = 'response' in document ? document.response : document;
  const job = typeof response === 'object' && response !== null ? written(file, response) : {};
  const [, region, accountId] = ARN.exec(String(job.TrainingJobArn)) ?? [];
  if (!isJob(job) || region === undefined || accountId === undefined) {
    throw new SimulatorOptionError(
      'recorded',
      `"${file}" is no DescribeTrainingJob response: it needs TrainingJobName, TrainingJobArn and CreationTime`,
    );
  }
  return { file, accountId, region, job };
}

function written(file: string, response: object): Record<string, unknown> {
  try {
    return toWire({ ...response });
  } catch (error) {
    throw new SimulatorOptionError('recorded', `"${file}": ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isJob(job: Record<string, unknown>): job is WireJob & Record<string, unknown> {
  return (
    typeof job.TrainingJobName === 'string' &&
    typeof job.TrainingJobArn === 'string' &&
    typeof job.CreationTime === 'number'
  );
}

function parse(file: string, text: string): Record<string, unknown> {
  try {
    const value = parseJson(text);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Answered below.
  }
  throw new SimulatorOptionError('recorded', `"${file}" holds no JSON object`);
}
