import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actionsOf, readingPolicy } from '../catalog/iam-policy.ts';
import { resourceTypes } from '../catalog/resource-types.ts';
import { inlineCode, markdownTable } from './markdown-table.ts';
import { typesPage } from './types-page.ts';

/** Returns the files that follow from the resource types, by path: the policies under `deploy/iam`, their page, and `docs/types.md`. */
export async function iamFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const types = resourceTypes.filter(({ isCrawledByDefault }) => isCrawledByDefault);
  const policy = asJson(readingPolicy(types));
  const stackSet = await readFile(join(root, 'deploy/iam/stackset.yaml'), 'utf8');
  const page = await readFile(join(root, 'docs/aws-access.md'), 'utf8');
  const actions = [...new Set(types.flatMap(actionsOf))];
  return new Map([
    ['docs/types.md', typesPage()],
    ['deploy/iam/policy.json', policy],
    [
      'deploy/iam/stackset.yaml',
      stackSet.replace(/(?: +- sagemaker:\w+\n)+/, actions.map((action) => `${' '.repeat(18)}- ${action}\n`).join('')),
    ],
    [
      'docs/aws-access.md',
      page
        .replace(
          /(deploy\/iam\/policy\.json\)\):\n\n```json\n).*?(```)/s,
          (_, before, after) => before + policy + after,
        )
        .replace(/(<!-- types:.*?-->\n).*?(<!-- \/types -->)/s, (_, before, after) => before + table() + after),
    ],
  ]);
}

/** Two spaces a level, as Biome formats it. */
const asJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const table = (): string =>
  markdownTable(
    ['`crawl.types`', 'actions'],
    resourceTypes.map((type) => [inlineCode([type.name]), inlineCode(actionsOf(type))]),
  );
