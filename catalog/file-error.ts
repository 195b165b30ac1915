/** A file or directory that cannot be used: its path, what is wrong with it, and what to do. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly path: string;
  /** The operating system's code, e.g. `ENOSPC`. */
  readonly code: string;
  /** What is wrong and what to do, without the path. */
  readonly explanation: string;

  constructor(path: string, code: string, explanation: string, cause?: unknown) {
    super(`${path}: ${explanation}`, { cause });
    this.path = path;
    this.code = code;
    this.explanation = explanation;
  }
}

/** The meaning of errno(3) codes for a file. */
const explanations: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'this user may not read or write it; change its rights, or run as its owner',
  EPERM: 'this user may not do that; change its rights, or run as its owner',
  EISDIR: 'is a folder; name a file',
  ENOTDIR: 'a part of the path is a file, not a folder; name another path',
  EEXIST: 'exists already and is not what is needed there; name another path',
  ENOTEMPTY: 'is a folder that is not empty; name another path',
  ENOSPC: 'the disk is full; make room, or name a path on another disk',
  EDQUOT: 'the disk quota of this user is used up; make room, or name a path on another disk',
  EFBIG: 'the file would be larger than is allowed (ulimit -f); raise the limit, or name a path elsewhere',
  EROFS: 'the file system is read-only; name a path on another one',
  EMFILE: 'too many files are open; raise the limit (ulimit -n)',
  ENFILE: 'too many files are open on this machine',
  ELOOP: 'its symbolic links lead in a circle; name another path',
  ENAMETOOLONG: 'the path is too long; name a shorter one',
  EBUSY: 'is in use by another program',
  ETXTBSY: 'is in use by another program',
  EIO: 'the disk reports an error; check the disk',
  ESTALE: 'the network file system has lost it; mount it again',
  ENXIO: 'is a device or a socket that cannot be opened; name a file',
  ENODEV: 'is a device that is not there; name a file',
};

/** System calls on sockets, names and processes, whose errors do not concern a file. */
const otherCalls = /^(?:connect|listen|bind|accept|getaddrinfo|spawn|kill|uv_)/;

/**
 * Converts an error of `node:fs` to a FileError; returns undefined for any other error. `path` is for errors without one, such as those of
 * writing to an open file.
 */
export function asFileError(error: unknown, path?: string): FileError | undefined {
  if (error instanceof FileError) return error;
  if (!isSystemError(error) || otherCalls.test(error.syscall)) return undefined;
  const explanation = explanations[error.code];
  const where = error.path ?? path;
  if (explanation === undefined || where === undefined) return undefined;
  return new FileError(where, error.code, explanation, error);
}

/** Runs work on a file, and throws its file errors as FileError. */
export async function withFile<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asFileError(error, path) ?? error;
  }
}

const isSystemError = (error: unknown): error is Error & { code: string; syscall: string; path?: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  'syscall' in error &&
  typeof error.syscall === 'string';
