import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadConfig } from '../../config/load-config.ts';
import { configReference } from '../../config/reference.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'docs/configuration.md');

describe('docs/configuration.md', () => {
  it('lists every key with its default and description', async () => {
    const text = await readFile(page, 'utf8');
    const current = text.replace(/(<!-- keys:.*?-->\n).*?(<!-- \/keys -->)/s, `$1\n${configReference()}\n\n$2`);
    if (process.env.UPDATE_DOCS !== undefined) await writeFile(page, current);
    else assert.equal(text, current, 'run UPDATE_DOCS=1 npm test to renew the table');
  });

  for (const file of [
    'docs/configuration.md',
    'docs/discovery.md',
    'README.md',
    'docs/aws-access.md',
    'docs/ownership.md',
    'docs/policies.md',
    'docs/budgets.md',
  ]) {
    it(`has examples that load, in ${file}`, async () => {
      const text = await readFile(join(root, file), 'utf8');
      const examples = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) => yaml);
      assert.ok(examples.length > 0);
      for (const [index, yaml] of examples.entries()) await loads(yaml, `${file} example ${index + 1}`);
    });
  }

  it('has an example file that loads', async () => {
    await loads(await readFile(join(root, 'sagecat.example.yaml'), 'utf8'), 'sagecat.example.yaml');
  });
});

async function loads(yaml: string, name: string): Promise<void> {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const cwd = await mkdtemp(join(tmpdir(), 'sagecat-docs-'));
  try {
    await writeFile(join(cwd, 'sagecat.yaml'), yaml);
    assert.ok(loadConfig({ env: {}, cwd }).config.accounts, name);
  } finally {
    await rm(cwd, { recursive: true });
  }
}
