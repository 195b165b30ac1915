import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { iamFiles } from '../scripts/iam-files.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFile(join(root, path), 'utf8');

describe('the IAM policies', () => {
  it('grant what the operations of the resource types need', async () => {
    for (const [path, text] of await iamFiles(root))
      assert.equal(await read(path), text, `${path} is not as the resource types want it: npm run generate:iam`);
  });

  it('are the same in the documentation as in deploy/', async () => {
    const page = await read('docs/aws-access.md');
    const blocks = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, json = '']) => JSON.parse(json));
    assert.deepEqual(blocks, [
      JSON.parse(await read('deploy/iam/policy.json')),
      JSON.parse(await read('deploy/iam/trust-policy.json')),
    ]);
  });

  it('grant the same actions in the CloudFormation template, and only reading ones', async () => {
    const { Statement } = JSON.parse(await read('deploy/iam/policy.json'));
    const template = await read('deploy/iam/stackset.yaml');
    const granted = [...template.matchAll(/- (sagemaker:\w+)/g)].map(([, action]) => action);
    assert.deepEqual(granted, Statement[0].Action);
    for (const action of granted) assert.match(action ?? '', /^sagemaker:(List|Describe|Search)/);
  });
});
