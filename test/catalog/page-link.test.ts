import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { pageLink, readPageLink, savedPages } from '../../catalog/page-link.ts';

describe('links to the page', () => {
  it('are read whole, from their path on, and below any path', () => {
    const spend = { page: 'spend', state: { by: 'role_arn' } };
    for (const link of [
      '/spend?by=role_arn',
      'spend?by=role_arn',
      'https://catalog.example/tools/sagecat/spend?by=role_arn#x',
    ])
      assert.deepEqual(readPageLink(link), spend, link);
    assert.deepEqual(readPageLink('http://127.0.0.1:8080/?q=region:us-east-1'), {
      page: 'catalog',
      state: { q: 'region:us-east-1' },
    });
  });

  it('to what cannot be saved are refused, with the nearest that can', () => {
    assert.throws(() => readPageLink('/spent?by=x'), /no view that can be saved.*Did you mean \/spend\?/);
    assert.throws(() => readPageLink('/coverage'), /those are \/, \/changes, \/spend, \/sql/);
    assert.throws(() => readPageLink('http://'), /is no address/);
  });

  it('are read as they were written, whatever they hold', () => {
    const view = fc.record(
      {
        page: fc.constantFrom(...(Object.keys(savedPages) as (keyof typeof savedPages)[])),
        state: fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { noNullPrototype: true }),
      },
      { noNullPrototype: true },
    );
    fc.assert(fc.property(view, (saved) => assert.deepEqual(readPageLink(`/${pageLink(saved)}`), saved)));
  });

  it('lead nowhere for a view of a page that is not there', () => {
    assert.equal(pageLink({ page: 'policies', state: {} }), undefined);
  });
});
