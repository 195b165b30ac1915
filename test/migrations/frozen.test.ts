import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const folder = join(import.meta.dirname, '../../migrations');
const checksums = join(import.meta.dirname, 'checksums.txt');

/** As `sha256sum *.sql` prints them. */
const printed = (names: readonly string[]): string[] =>
  names.map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}  ${name}`,
  );

describe('a migration', () => {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const known = readFileSync(checksums, 'utf8').trim().split('\n');

  it('is never edited once it is on main', () => {
    const changed = known.filter((line) => !printed(files).includes(line)).map((line) => line.split('  ')[1]);
    assert.deepEqual(changed, [], 'write a new migration instead: databases out there have run these');
  });

  it('is frozen by its checksum from its first day', () => {
    const added = printed(files).filter((line) => !known.includes(line));
    assert.deepEqual(added, [], 'add these lines to test/migrations/checksums.txt');
  });

  it('has a number of its own and a way back', () => {
    const forward = files.filter((name) => !name.endsWith('.down.sql'));
    assert.deepEqual(
      files.filter((name) => name.endsWith('.down.sql')),
      forward.map((name) => name.replace(/\.sql$/, '.down.sql')),
    );
    const numbers = forward.map((name) => /^(\d{4})-[a-z-]+\.sql$/.exec(name)?.[1]);
    assert.deepEqual(numbers, [...new Set(numbers)]);
    assert.ok(!numbers.includes(undefined), 'a migration is called <four digits>-<name>.sql');
  });
});
