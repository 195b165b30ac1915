import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OwnerFileError, readOwnerFile } from '../../../catalog/ownership/owner-file.ts';
import { patternExpression } from '../../../catalog/ownership/rule.ts';

describe('a file of owners', () => {
  it('names owners by the value of a field, in either order of its columns', () => {
    const expected = {
      field: 'tags.cost-center',
      owners: new Map([
        ['cc-1', 'nlp'],
        ['cc, 2', 'vision'],
      ]),
    };
    assert.deepEqual(
      readOwnerFile('\uFEFFtags.cost-center,owner\n# ours\ncc-1, nlp\n\n"cc, 2",vision\n', 'a.csv'),
      expected,
    );
    assert.deepEqual(readOwnerFile('owner,tags.cost-center\r\nnlp,cc-1\r\nvision,"cc, 2"\r\n', 'a.csv'), expected);
  });

  for (const [what, text, message] of [
    [
      'no owner column',
      'account_id,team\n1,a\n',
      /^a\.csv:1: the first line must name two columns: account_id, role_arn, name or tags\.KEY, and owner; it is "account_id,team"$/,
    ],
    ['an unknown field', 'account,owner\n1,a\n', /^a\.csv:1: .* it is "account,owner"$/],
    ['nothing', '', /^a\.csv:1: the first line must name/],
    ['an empty owner', 'name,owner\nbert,\n', /^a\.csv: entry 1 has no owner$/],
    ['a value twice', 'name,owner\nbert,a\nbert,b\n', /^a\.csv: entry 2 names name bert again$/],
    ['a line too long', 'name,owner\nbert,a,b\n', /^a\.csv is no CSV: /],
  ] as const) {
    it(`is refused with ${what}`, () => {
      assert.throws(
        () => readOwnerFile(text, 'a.csv'),
        (error) => error instanceof OwnerFileError && message.test(error.message),
      );
    });
  }
});

describe('a pattern', () => {
  const owner = (pattern: string, text: string) => new RegExp(patternExpression(pattern)).exec(text)?.[1];
  it('captures the shortest owner, and takes all other characters as they are', () => {
    assert.equal(owner('arn:aws:iam::*:role/{owner}-*', 'arn:aws:iam::111122223333:role/nlp-bert-train'), 'nlp');
    assert.equal(owner('*/{owner}-train', 'arn:aws:iam::1:role/service/nlp-bert-train'), 'nlp-bert');
    assert.equal(owner('{owner}.train', 'nlpxtrain'), undefined);
    assert.equal(owner('{owner}-?', 'nlp-1'), 'nlp');
    assert.equal(owner('{owner}-*', 'a/b-c'), undefined);
  });
});
