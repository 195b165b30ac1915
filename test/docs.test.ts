import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { commands } from '../cli/commands.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFile(join(root, file), 'utf8');

describe('the documentation', () => {
  it('has a row in the README for every command, in the words of no other', async () => {
    const rows = [...(await read('README.md')).matchAll(/^\| `sagecat (\w+)` \|/gm)].map(([, name]) => name);
    assert.deepEqual(
      rows.toSorted(),
      commands()
        .map((command) => command.name())
        .toSorted(),
    );
  });

  it('links to nothing that is not there', async () => {
    const missing: string[] = [];
    for await (const file of glob(['*.md', 'docs/**/*.md'], { cwd: root })) {
      for (const [, link = ''] of (await read(file)).matchAll(/\]\((?!https?:)([^)#\s]+)[^)]*\)/g)) {
        if (!existsSync(join(root, dirname(file), link))) missing.push(`${file}: ${link}`);
      }
    }
    assert.deepEqual(missing, []);
  });

  it('names no npm script and no sub-command that does not exist', async () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(await read('package.json'));
    const names = new Set(commands().map((command) => command.name()));
    const wrong: string[] = [];
    for await (const file of glob(['*.md', 'docs/**/*.md'], { cwd: root })) {
      const text = await read(file);
      for (const [said, name = ''] of text.matchAll(/npm run ([\w:]+)/g))
        if (!(name in scripts)) wrong.push(`${file}: ${said}`);
      for (const [said, name = ''] of text.matchAll(/(?:npx |`)sagecat ([a-z]\w*)/g))
        if (!names.has(name)) wrong.push(`${file}: ${said.trim()}`);
    }
    assert.deepEqual(wrong, []);
  });
});
