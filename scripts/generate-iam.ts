/** Writes the policies under `deploy/iam`, their page and `docs/types.md`, from the definitions of the resource types: `npm run generate:iam`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { iamFiles } from './iam-files.ts';

const root = join(import.meta.dirname, '..');
for (const [path, text] of await iamFiles(root)) await writeFile(join(root, path), text);
