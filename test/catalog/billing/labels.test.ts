import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitTag } from '../../../catalog/billing/labels.ts';

describe('the key of a tag', () => {
  for (const [tag, key, value] of [
    ['team:nlp', 'team', 'nlp'],
    ['url:https://x', 'url', 'https://x'],
    ['empty:', 'empty', ''],
    ['aws:createdBy:Root:1', 'aws:createdBy', 'Root:1'],
    ['aws:cloudformation:stack-name:train', 'aws:cloudformation:stack-name', 'train'],
    ['sagemaker:project-name:p', 'sagemaker:project-name', 'p'],
  ] as const) {
    it(`of ${tag} is ${key}`, () => assert.deepEqual(splitTag(tag), [key, value]));
  }
});
