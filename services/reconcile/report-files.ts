import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { parseJson } from '../../catalog/exact-json.ts';

/** A file of a report. */
export interface ReportFile {
  readonly path: string;
  /** The delivery that it belongs to, if its path or manifest shows that: files of one delivery never repeat each other. */
  readonly version: string | undefined;
}

/** A file that was skipped or not found, and why. */
export interface LeftOut {
  readonly path: string;
  readonly reason: string;
  /** Whether data is missing because of it; false if skipping it is right. */
  readonly isFault: boolean;
}

export interface ReportFiles {
  readonly files: readonly ReportFile[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Finds the files of a report from paths of files, directories and manifests. Of a month that was delivered several times, only the newest
 * delivery counts: the one in the month's own manifest, otherwise the last by name (Data Exports begin with the time) or by file time.
 */
export async function findReportFiles(paths: readonly string[]): Promise<ReportFiles> {
  const leftOut: LeftOut[] = [];
  const files = new Map<string, ReportFile>();
  const manifests: Manifest[] = [];
  const take = async (path: string, version = delivery(path)?.version) => {
    const real = await realpath(path);
    if (!files.has(real)) files.set(real, { path, version });
  };
  for (const path of paths) {
    const found = await stat(path).catch((error: unknown) => {
      leftOut.push({ path, reason: whyNot(error), isFault: true });
    });
    if (!found) continue;
    if (found.isDirectory()) {
      for (const inside of await filesWithin(path)) {
        if (/manifest\.json$/i.test(inside)) await addManifest(inside, manifests, leftOut);
        else if (isReport(inside)) await take(inside);
      }
    } else if (/\.json$/i.test(path)) await addManifest(path, manifests, leftOut);
    else if (files.has(await realpath(path))) leftOut.push({ path, reason: 'it was given twice', isFault: false });
    else await take(path);
  }
  for (const manifest of newestOf(manifests)) {
    for (const key of manifest.keys) {
      const path = await locate(key, manifest.path);
      if (path === undefined) {
        leftOut.push({ path: key, reason: `${manifest.path} names it, and it is not there`, isFault: true });
      } else await take(path, manifest.version);
    }
  }
  const superseded = await supersededBy(newestOf(manifests), [...files.values()]);
  for (const { path } of superseded) {
    leftOut.push({ path, reason: 'an older delivery of a month of which there is a newer one', isFault: false });
  }
  return { files: [...files.values()].filter((file) => !superseded.has(file)), leftOut };
}

/** Returns why a path cannot be read, without the name of a system call. */
const whyNot = (error: unknown): string =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
    ? 'there is no such file or folder'
    : error instanceof Error
      ? error.message
      : String(error);

const isReport = (path: string): boolean => /\.(csv|csv\.gz|csv\.zip|zip|parquet)$/i.test(path);

async function filesWithin(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface Manifest {
  readonly path: string;
  readonly version: string;
  /** The report and the month: deliveries with the same key are versions of one another. */
  readonly of: string;
  readonly keys: readonly string[];
}

/**
 * Legacy reports name their files in `reportKeys` and the delivery in `assemblyId`; Data Exports in `dataFiles` and `executionId`:
 * https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html.
 */
async function addManifest(path: string, manifests: Manifest[], leftOut: LeftOut[]): Promise<void> {
  try {
    const manifest: unknown = parseJson(await readFile(path, 'utf8'));
    const member = (name: string): unknown => (manifest as Record<string, unknown> | null)?.[name];
    const keys = member('reportKeys') ?? member('dataFiles');
    if (!Array.isArray(keys) || !keys.every((key) => typeof key === 'string')) {
      throw new Error('it is no manifest: it has neither reportKeys nor dataFiles');
    }
    const period = member('billingPeriod') as { start?: string } | undefined;
    manifests.push({
      path,
      keys,
      version: String(member('assemblyId') ?? member('executionId') ?? path),
      of: `${member('reportName') ?? member('exportArn')} ${period?.start ?? delivery(keys[0] ?? '')?.month ?? path}`,
    });
  } catch (error) {
    leftOut.push({ path, reason: error instanceof Error ? error.message : String(error), isFault: true });
  }
}

/** A month's own manifest is above those of its deliveries; among equals, the last by name counts. */
function newestOf(manifests: readonly Manifest[]): Manifest[] {
  const depth = ({ path }: Manifest) => path.split(sep).length;
  return [...Map.groupBy(manifests, ({ of }) => of).values()].flatMap((same) =>
    same.toSorted((a, b) => depth(a) - depth(b) || (a.path < b.path ? 1 : -1)).slice(0, 1),
  );
}

/** Returns the local path of a manifest's file: the manifest was copied with its directory, or the files next to it. */
async function locate(key: string, manifest: string): Promise<string | undefined> {
  const parts = key.replace(/^s3:\/\/[^/]+\//, '').split('/');
  const roots: string[] = [];
  for (let at = dirname(manifest); ; at = dirname(at)) {
    roots.push(at);
    if (at === dirname(at) || roots.length > parts.length + 4) break;
  }
  for (let from = 0; from < parts.length; from++) {
    for (const root of roots) {
      const path = join(root, ...parts.slice(from));
      if (
        await stat(path).then(
          (found) => found.isFile(),
          () => false,
        )
      )
        return path;
    }
  }
  return undefined;
}

/** Returns the month and the delivery in a path: `20260301-20260401/<assembly>/` or `BILLING_PERIOD=2026-03/<execution>/`. */
function delivery(path: string): { readonly month: string; readonly version: string | undefined } | undefined {
  const folders = path.split(/[/\\]/).slice(0, -1);
  const at = folders.findIndex((name) => /^\d{8}-\d{8}$|^BILLING_PERIOD=\d{4}-\d\d$/i.test(name));
  if (at < 0) return undefined;
  return { month: folders.slice(0, at + 1).join('/'), version: folders[at + 1] };
}

async function supersededBy(manifests: readonly Manifest[], files: readonly ReportFile[]): Promise<Set<ReportFile>> {
  const superseded = new Set<ReportFile>();
  const byMonth = Map.groupBy(files, ({ path }) => delivery(path)?.month);
  for (const [month, same] of byMonth) {
    const versions = Map.groupBy(same, ({ version }) => version);
    if (month === undefined || versions.size < 2) continue;
    const named = manifests.find(({ version }) => versions.has(version));
    const newest = named?.version ?? (await lastWritten([...versions]));
    for (const file of same) if (file.version !== newest) superseded.add(file);
  }
  return superseded;
}

/** Deliveries of Data Exports are directories that begin with a time; those of legacy reports do not show their age. */
async function lastWritten(
  versions: readonly [string | undefined, readonly ReportFile[]][],
): Promise<string | undefined> {
  const ages = await Promise.all(
    versions.map(async ([version, [file]]) => ({
      version,
      age: /^\d{8}|^\d{4}-\d\d-\d\d/.test(version ?? '')
        ? `9${version}`
        : `1${(await stat(file?.path ?? '')).mtime.toISOString()}`,
    })),
  );
  return ages.toSorted((a, b) => (a.age < b.age ? 1 : -1))[0]?.version;
}
