import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { actionsOf } from '../catalog/iam-policy.ts';
import { resourceTypes } from '../catalog/resource-types.ts';
import { iamFiles } from '../scripts/iam-files.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string) => readFile(join(root, path), 'utf8');

describe('the IAM policies', () => {
  it('grant what the operations of the resource types need', async () => {
    for (const [path, text] of await iamFiles(root))
      assert.equal(await read(path), text, `${path} is not as the resource types want it: npm run generate:iam`);
  });

  it('are printed by sagecat policy, of the configured types or of others', () => {
    const cwd = mkdtempSync(join(tmpdir(), 'sagecat-policy-'));
    const sagecat = (...args: string[]) =>
      spawnSync(process.execPath, [join(root, 'bin/sagecat.js'), ...args], {
        cwd,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: cwd },
      });
    assert.equal(sagecat('policy').stdout, readFileSync(join(root, 'deploy/iam/policy.json'), 'utf8'));
    for (const type of resourceTypes) {
      const { stdout } = sagecat('policy', '--actions', '--type', type.name);
      assert.deepEqual(stdout.trimEnd().split('\n'), actionsOf(type));
    }
    const { status, stderr } = sagecat('policy', '--type', 'aws_sagemaker_nothing');
    assert.equal(status, 2);
    assert.match(stderr, /aws_sagemaker_nothing.*is invalid. Allowed choices are/);
    assert.ok(!existsSync(join(cwd, '.sagecat')), 'printing makes no database');
    rmSync(cwd, { recursive: true });
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
