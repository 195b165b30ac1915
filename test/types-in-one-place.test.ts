import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type AnyResourceType, resourceTypes } from '../catalog/resource-types.ts';
import { snakeCase } from '../catalog/snake-case.ts';

const root = join(import.meta.dirname, '..');

/** The folder with everything that is about one type, e.g. `catalog/training-job`. */
const homeOf = ({ identity }: AnyResourceType): string =>
  `catalog/${snakeCase(identity.name)
    .replace(/_name$/, '')
    .replaceAll('_', '-')}`;

/** The page, a client of the API with a generated client; and the simulator, which makes up the jobs of an organisation in detail. */
const others = ['services/web/', 'services/simulator/'];

/** What only code about one type would say: its table, its operations, its members and, if they are several, its words. */
function wordsOf(type: AnyResourceType): string[] {
  const { name, identity, list, describe: described } = type;
  const noun = identity.name.replace(/Name$/, '');
  const words = snakeCase(noun).split('_');
  const spellings =
    words.length === 1 ? [] : [noun, noun.charAt(0).toLowerCase() + noun.slice(1), words.join('_'), words.join('-')];
  return [name, list.operation, described?.operation ?? list.operation, identity.name, identity.arn, ...spellings];
}

/** Returns the lines of a source, comments aside, that name a type. */
const naming = (source: string, words: readonly string[]): string[] =>
  source.split('\n').filter((line) => !/^\s*(\/?\*|\/\/)/.test(line) && words.some((word) => line.includes(word)));

describe('a resource type', () => {
  it('is named nowhere outside its own folder, but where it is registered', async () => {
    const words = resourceTypes.flatMap(wordsOf);
    const homes = resourceTypes.map(homeOf);
    for (const home of homes) assert.ok(existsSync(join(root, home)), home);
    const found: string[] = [];
    for await (const file of glob('{catalog,cli,config,db,scripts,services}/**/*.ts', { cwd: root })) {
      if (others.some((folder) => file.startsWith(folder)) || homes.some((home) => file.startsWith(`${home}/`)))
        continue;
      for (const line of naming(await readFile(join(root, file), 'utf8'), words)) found.push(`${file}: ${line.trim()}`);
    }
    const elsewhere = found.filter((line) => !line.startsWith('catalog/resource-types.ts: '));
    assert.deepEqual(elsewhere, []);
    // At most an import each, their list, and the type that commands call jobs.
    assert.ok(found.length <= resourceTypes.length + 2, found.join('\n'));
  });

  it('is found by its table, its operations, its members and its words', () => {
    const words = resourceTypes.flatMap(wordsOf);
    for (const line of [
      "if (type.name === 'aws_sagemaker_trainingjob') return;",
      'const { trainingJob } = types;',
      'select training_job_name',
      '  // e.g. TrainingJob',
      'new DescribeProcessingJobCommand(input)',
    ]) {
      assert.deepEqual(naming(`a\n${line}\nb`, words), line.includes('//') ? [] : [line]);
    }
  });
});
