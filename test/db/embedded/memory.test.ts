import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';

const program = join(import.meta.dirname, '../../support/embedded-process.ts');

describe('the memory of the embedded database', () => {
  // It took 1,100 MB at its peak when it was made and 900 MB when it was opened again: see db/embedded/lean-wasm.ts.
  it('is bounded, made anew and opened again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sagecat-memory-'));
    try {
      for (const _ of ['anew', 'again']) {
        const { stdout } = await promisify(execFile)(process.execPath, [program, join(folder, 'data')]);
        const megabytes = Number(stdout) / 1024;
        assert.ok(megabytes > 0 && megabytes < 450, `${megabytes} MB`);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
