import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { billedTypes } from '../catalog/billing/billed-types.ts';
import { operationsOf } from '../catalog/operations.ts';
import { resourceTypes } from '../catalog/resource-types.ts';
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

  it('has a row in prices.md with the kinds of prices of every type that is billed', async () => {
    const rows = [...(await read('docs/prices.md')).matchAll(/^\| `(aws_\w+)` \|.*$/gm)];
    assert.deepEqual(
      rows.map(([row]) => [...row.matchAll(/\| `(\w+)`/g)].map(([, word]) => word)),
      billedTypes.map(({ name, billing: { prices } }) =>
        [name, prices.instance, prices.storage, prices.warmPool].filter((word) => word !== undefined),
      ),
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

describe('docs/architecture.md', () => {
  const page = read('docs/architecture.md');

  it('names the folders and files that there are', async () => {
    const paths = [
      ...(await page).matchAll(/`((?:catalog|cli|config|db|services|test|bench|deploy|scripts)\/[\w./-]*)`/g),
    ];
    assert.ok(paths.length > 20);
    assert.deepEqual(
      paths.map(([, path = '']) => path).filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it('draws and explains every service', async () => {
    const [picture = ''] = (await page).match(/subgraph services[\s\S]*?end\n/) ?? [];
    for await (const folder of glob('services/*', { cwd: root })) {
      const name = folder.slice('services/'.length);
      assert.ok((await page).includes(`\`${folder}/\``), folder);
      if (name !== 'web') assert.match(picture, new RegExp(`\\b${name}\\b`));
    }
  });

  it('names the modules of the way of a name', async () => {
    const modules = [...(await page).matchAll(/`([\w/-]+\/)`: ((?:`[\w/-]+`(?:, )?)+)/g)].flatMap(
      ([, folder, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => `${folder}${name}.ts`),
    );
    assert.deepEqual(
      modules.filter((path) => !existsSync(join(root, path))),
      [],
    );
    const folders = new Set(modules.map((path) => dirname(path)));
    assert.match(await page, new RegExp(`These are ${modules.length} modules in ${folders.size} folders`));
  });

  it('names every table, and in the picture none that is not there', async () => {
    const tables = new Set<string>();
    for await (const file of glob('migrations/*.sql', { cwd: root })) {
      if (file.endsWith('.down.sql')) continue;
      for (const [, name = ''] of (await read(file)).matchAll(/^CREATE TABLE (?:sagecat_private\.)?(\w+)/gm))
        tables.add(name);
    }
    const patternOf = (name: string) => new RegExp(`^${name.replace('*', '\\w+')}$`);
    const rows = (await page).split('| tables |')[1]?.split('\n\n')[0] ?? '';
    const listed = [...rows.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w*]+)`/g)].map(([, name = '']) => name),
    );
    const drawn = [...(await page).matchAll(/\[\("(.*?)"\)\]/g)].flatMap(([, names = '']) => names.split(', '));
    assert.ok(drawn.length > 15);
    const missing = [...tables].filter((table) => !listed.some((name) => patternOf(name).test(table)));
    assert.deepEqual(missing, [], 'tables that docs/architecture.md does not list');
    const unknown = [...listed, ...drawn].filter((name) => ![...tables].some((table) => patternOf(name).test(table)));
    assert.deepEqual(unknown, []);
  });

  it('names functions and classes as the code does', async () => {
    const operations = new Set(resourceTypes.flatMap((type) => operationsOf(type).map(([, operation]) => operation)));
    const names = [...(await page).matchAll(/`([A-Za-z][a-z]+[A-Z]\w*)`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !(name in globalThis) && !operations.has(name));
    const unknown = new Set(names);
    assert.ok(unknown.size > 15);
    for await (const file of glob('{catalog,cli,config,db,services}/**/*.ts', { cwd: root })) {
      for (const [, name = ''] of (await read(file)).matchAll(
        /^export (?:async )?(?:function|class|const|interface) (\w+)/gm,
      ))
        unknown.delete(name);
    }
    assert.deepEqual([...unknown], []);
  });
});
