// Writes services/web/api/schema.d.ts: the types of the page's client, generated from the API's own OpenAPI document.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clientTypes } from './client-types.ts';

await writeFile(join(import.meta.dirname, '..', 'services', 'web', 'api', 'schema.d.ts'), await clientTypes());
