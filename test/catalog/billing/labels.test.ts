import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { tagValues } from '../../../catalog/billing/labels.ts';

describe('tagValues', () => {
  it('reads a tag', () => assert.deepEqual(tagValues(['team:nlp', 'empty:']), { team: 'nlp', empty: '' }));

  it('lists a tag under every key that it may have', () =>
    assert.deepEqual(tagValues(['git:commit:1f3a']), { git: 'commit:1f3a', 'git:commit': '1f3a' }));

  it('leaves a key to the tag that can be read in fewer ways', () => {
    const expected = { git: 'main', 'git:commit': '1f3a' };
    assert.deepEqual(tagValues(['git:commit:1f3a', 'git:main']), expected);
    assert.deepEqual(tagValues(['git:main', 'git:commit:1f3a']), expected);
  });

  it('takes keys and values of at most the length that AWS allows', () => {
    const long = 'k'.repeat(128);
    assert.deepEqual(Object.keys(tagValues([`${long}:a`, `${long}k:a`])), [long]);
    assert.deepEqual(
      Object.keys(tagValues([`a:${'v'.repeat(200)}:${'v'.repeat(100)}`])),
      [`a:${'v'.repeat(200)}`].filter((key) => key.length <= 128),
    );
  });

  it('keeps keys that JavaScript knows', () =>
    assert.equal(JSON.stringify(tagValues(['__proto__:x'])), '{"__proto__":"x"}'));
});
