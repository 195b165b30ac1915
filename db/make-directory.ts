import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asFileError, FileError } from '../catalog/file-error.ts';

/**
 * Creates a directory and its missing parents; throws FileError. `mkdir` with `recursive` never returns where the parent exists and takes no
 * directories, as `/proc` does.
 */
export async function makeDirectory(path: string, mode?: number): Promise<void> {
  if ((await codeOf(path, mode)) !== 'ENOENT' || dirname(path) === path) return;
  await makeDirectory(dirname(path), mode);
  if ((await codeOf(path, mode)) === 'ENOENT')
    throw new FileError(path, 'ENOENT', 'no folder can be created there; name another path');
}

/** Creates one directory. Returns ENOENT if a parent is missing, undefined if the directory exists; throws FileError. */
async function codeOf(path: string, mode: number | undefined): Promise<'ENOENT' | undefined> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    const fileError = asFileError(error, path);
    if (fileError?.code === 'ENOENT') return 'ENOENT';
    const isDirectory = fileError?.code === 'EEXIST' && (await stat(path)).isDirectory();
    if (!isDirectory) throw fileError ?? error;
  }
  return undefined;
}
