import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { it } from 'node:test';
import { clientTypes } from '../../scripts/client-types.ts';

it('the types of the page’s client are those of the API: npm run generate:client writes them', async () => {
  const kept = await readFile(join(import.meta.dirname, '..', '..', 'services', 'web', 'api', 'schema.d.ts'), 'utf8');
  assert.equal(kept, await clientTypes());
});
