import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseSearch } from '../../db/query/search/parse.ts';
import {
  chosenOf,
  narrowed,
  quoteField,
  quoteValue,
  withChosen,
  withoutField,
  withTerm,
} from '../../services/web/catalog/edit-query.ts';

describe('a facet of the page', () => {
  it('adds and takes away its values, and leaves the rest as it was written', () => {
    const q = withChosen('name* creation_time:>now-7d', 'region', {
      included: ['us-east-1', 'eu-west-1'],
      excluded: [],
    });
    assert.equal(q, 'name* creation_time:>now-7d region:(us-east-1 OR eu-west-1)');
    assert.deepEqual(chosenOf(q, 'region'), { included: ['us-east-1', 'eu-west-1'], excluded: [] });
    assert.equal(withoutField(q, 'region'), 'name* creation_time:>now-7d');
    assert.equal(withoutField('a AND region:x AND b', 'region'), 'a AND b');
    assert.equal(withoutField('NOT region:x b', 'region'), 'b');
  });

  it('does not take ranges and wildcards for values', () => {
    assert.deepEqual(chosenOf('region:us-* region:>a', 'region'), { included: [], excluded: [] });
    assert.equal(withoutField('region:us-*', 'region', false), 'region:us-*');
  });

  it('puts a query with OR at its top in parentheses', () => {
    assert.equal(withTerm('a OR b', 'region:x'), '(a OR b) region:x');
  });

  it('writes any value and any key of a tag so that the search language reads the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (value, key) => {
        const field = `tag_map.${key}`;
        const q = narrowed('', field, value);
        assert.deepEqual(parseSearch(q), {
          kind: 'field',
          path: field,
          offset: 0,
          operand: { kind: 'match', pattern: [value], offset: quoteField(field).length + 1 },
        });
        assert.deepEqual(chosenOf(q, field), { included: [value], excluded: [] });
        assert.equal(withoutField(q, field), '');
      }),
      // Line breaks, which a dot of a regular expression does not match.
      { examples: ['\n', '\r', '\u2028', '\u2029'].map((key): [string, string] => ['', key]) },
    );
  });

  it('narrows to rows without a value', () => {
    assert.equal(narrowed('a', 'role_arn', null), 'a -role_arn:*');
    assert.equal(quoteValue('AND'), '"AND"');
  });
});
