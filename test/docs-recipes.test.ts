import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DescribeCodeRepositoryOutput$ } from '@aws-sdk/client-sagemaker';
import Fastify from 'fastify';
import { flatten } from '../catalog/flatten.ts';
import type { AnyResourceType } from '../catalog/resource-types.ts';
import type { SimulatedResource } from '../catalog/simulated.ts';
import { createResourceType } from '../db/ddl/resource-type-ddl.ts';
import { storeRows } from '../db/store/store-rows.ts';
import { differencesFromSdk } from './support/sdk-schema.ts';
import { testDatabase } from './support/test-database.ts';

const root = join(import.meta.dirname, '..');

/** The code blocks of docs/development.md, in order, with the file that each stands for. */
const files = [
  'catalog/code-repository/schema.ts',
  'catalog/code-repository/definition.ts',
  'services/api/routes/accounts.ts',
];

describe('the recipes of docs/development.md', () => {
  let page: string;
  let folder: string;
  before(async () => {
    page = await readFile(join(root, 'docs/development.md'), 'utf8');
    folder = await mkdtemp(join(tmpdir(), 'sagecat-recipes-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** Imports a file of a recipe, with its imports resolved from the place that it has in the tree. */
  async function load(file: string): Promise<Record<string, unknown>> {
    const blocks = [...page.matchAll(/^ *```ts\n( *import [\s\S]*?)^ *```/gm)].map(([, code = '']) => code);
    const code = blocks[files.indexOf(file)] ?? '';
    const place = (path: string) => join(folder, path.replaceAll('/', '-'));
    const resolved = code.replaceAll(/ from '([^']+)'/g, (_, name: string) => {
      const path = name.startsWith('.') ? join(dirname(file), name) : undefined;
      const url =
        path === undefined
          ? import.meta.resolve(name)
          : pathToFileURL(files.includes(path) ? place(path) : join(root, path)).href;
      return ` from '${url}'`;
    });
    await writeFile(place(file), resolved);
    return import(pathToFileURL(place(file)).href);
  }

  it('give a resource type that is as the SDK says, and whose simulated resources are stored', async () => {
    await load('catalog/code-repository/schema.ts');
    const { codeRepository } = await load('catalog/code-repository/definition.ts');
    const type = codeRepository as AnyResourceType;
    assert.deepEqual(differencesFromSdk(type.members, DescribeCodeRepositoryOutput$), []);
    await using db = await testDatabase();
    await db.pool.query(createResourceType(type));
    const arn = 'arn:aws:sagemaker:eu-west-1:111122223333:code-repository/one';
    // What else the simulator hands over, the example does not use.
    const resource = { name: 'one', arn, createdAt: 0, project: 'NLP' } as SimulatedResource;
    const simulated = type.simulated?.describe(resource) ?? {};
    const flattened = flatten(type, simulated);
    assert.ok(flattened.ok);
    const [stored] = await storeRows(db.kysely, type, [{ ...flattened, source: 'describe' }]);
    assert.equal(stored?.outcome, 'new');
  });

  it('give an endpoint', async () => {
    const { accountRoutes } = await load('services/api/routes/accounts.ts');
    const app = Fastify();
    (accountRoutes as (scope: typeof app) => void)(app);
    await app.ready();
    assert.ok(app.hasRoute({ method: 'GET', url: '/v1/account-names' }));
  });

  it('use a setting where the code stands', async () => {
    const line =
      /pino\(\{.*\n/.exec(page)?.[0].trim().replace(' timestamp: config.log.times,', '').replace(/;$/, '') ?? '';
    assert.ok((await readFile(join(root, 'cli/context.ts'), 'utf8')).includes(line), line);
  });
});
