import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { showPosition } from '../../cli/sql-position.ts';

describe('the place of a mistake', () => {
  it('is marked below its line', () => {
    assert.equal(showPosition('SELECT 1,\n  nam FROM t', 12), '\nLINE 2:   nam FROM t\n          ^');
    assert.equal(showPosition('SELECT 1', undefined), '');
  });

  it('is shown with what stands around it where the line is wider than the terminal', () => {
    const statement = `SELECT ${'a, '.repeat(40)}wrong FROM t${' WHERE x'.repeat(20)}`;
    const [, line = '', mark = ''] = showPosition(statement, statement.indexOf('wrong'), 40).split('\n');
    assert.equal(line.length, 40);
    assert.ok(line.startsWith('LINE 1: …') && line.endsWith('…'));
    assert.equal(line.slice(mark.indexOf('^')).slice(0, 5), 'wrong');
  });

  it('always points at the same letter, within the terminal', () => {
    const statement = fc
      .stringMatching(/^[a-z]{1,200}$/)
      .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length - 1)));
    fc.assert(
      fc.property(statement, fc.integer({ min: 20, max: 100 }), ([text, position], width) => {
        const [, line = '', mark = ''] = showPosition(text, position, width).split('\n');
        assert.ok(line.length <= width && mark.length <= width);
        assert.equal(line[mark.indexOf('^')], text[position]);
      }),
    );
  });
});
