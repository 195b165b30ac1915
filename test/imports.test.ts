import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..');

/** What each top-level folder may import of ours, beside itself. Imports run one way. */
const mayImport: Record<string, readonly string[]> = {
  catalog: [],
  config: ['catalog'],
  migrations: [],
  db: ['catalog', 'migrations'],
  services: ['catalog', 'db', 'config'],
  cli: ['catalog', 'db', 'services', 'config'],
  // What developers run: the pictures are taken with the browser of the tests.
  scripts: ['catalog', 'db', 'services', 'test'],
};

/** `from "./x.ts"`, `import "./x.ts"`, `import("./x.ts")` and `new URL("./x.ts", import.meta.url)`. */
const relativeSpecifier = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)['"](\.[^'"]+)['"]/g;

async function* importsOf(folder: string): AsyncGenerator<{ file: string; imported: string }> {
  for await (const file of glob(`${folder}/**/*.{ts,tsx}`, { cwd: root })) {
    const source = await readFile(join(root, file), 'utf8');
    for (const [, specifier = ''] of source.matchAll(relativeSpecifier)) {
      yield { file, imported: normalize(join(dirname(file), specifier)) };
    }
  }
}

/** Why an import breaks the rules; undefined where it does not. */
function objection(file: string, imported: string): string | undefined {
  const [layer = '', service] = file.split(sep);
  const [target = '', otherService] = imported.split(sep);
  // The text of a page of docs/, not code.
  if (target === 'docs' && imported.endsWith('.md?raw')) return undefined;
  if (target !== layer && !mayImport[layer]?.includes(target)) return `${layer}/ must not import ${target}/`;
  if (layer === 'services' && target === 'services' && service !== otherService) {
    return `services/${service} must not import services/${otherService}: what two services need belongs in db/ or catalog/`;
  }
  return undefined;
}

describe('imports', () => {
  for (const folder of Object.keys(mayImport).filter((name) => existsSync(join(root, name)))) {
    it(`of ${folder}/ run one way`, async () => {
      const broken: string[] = [];
      let seen = 0;
      for await (const { file, imported } of importsOf(folder)) {
        seen++;
        const why = objection(file, imported);
        if (why !== undefined) broken.push(`${file} imports ${imported}: ${why}`);
      }
      assert.deepEqual(broken, []);
      // Migrations are frozen: they import nothing that lives.
      if (folder === 'migrations') assert.equal(seen, 0);
      else assert.ok(seen > 0, `no import was found in ${folder}/`);
    });
  }

  it('of config/ by services/ are types alone: settings are handed down', async () => {
    const values: string[] = [];
    for await (const file of glob('services/**/*.ts', { cwd: root })) {
      const source = await readFile(join(root, file), 'utf8');
      if (/^(import|export)(?! type)[^;]*from '[^']*\/config\/[^']*'/m.test(source)) values.push(file);
    }
    assert.deepEqual(values, []);
  });

  it('that go the wrong way are found', () => {
    assert.match(objection('catalog/a.ts', 'db/b.ts') ?? '', /catalog\/ must not import db/);
    assert.match(objection('services/api/a.ts', 'services/crawler/b.ts') ?? '', /services\/api must not import/);
    assert.match(objection('services/api/a.ts', 'cli/b.ts') ?? '', /services\/ must not import cli/);
    assert.equal(objection('services/api/a.ts', 'services/api/routes/b.ts'), undefined);
    assert.equal(objection('cli/a.ts', 'services/api/b.ts'), undefined);
  });
});
