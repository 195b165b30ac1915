import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { paragraph } from '../../../cli/terminal/paragraph.ts';
import { plainView } from '../../../cli/terminal/view.ts';

describe('a paragraph', () => {
  it('is wrapped at words, and each line stays as far to the right as it began', () => {
    assert.equal(
      paragraph('not read:\n  parts/1.csv: it is broken and cannot be read', plainView(30)),
      'not read:\n  parts/1.csv: it is broken\n  and cannot be read',
    );
  });

  it('breaks a word that is wider than the terminal, but none that people copy', () => {
    const path = '/a/folder/that/is/wider/than/the/terminal';
    assert.equal(paragraph(path, plainView(20)), '/a/folder/that/is/wi\nder/than/the/termina\nl');
    assert.equal(paragraph(`in ${path}`, plainView(20), { copied: true }), `in\n${path}`);
  });

  it('is left alone in a pipe', () => {
    const text = `${'word '.repeat(60)}\n  end`;
    assert.equal(paragraph(text, plainView()), text);
  });

  it('sets in the further lines of what is wrapped, where it is a heading or a message', () => {
    assert.equal(
      paragraph('crawl 1: partial, 4 denied,\n12 complete', plainView(20), { hanging: 2 }),
      'crawl 1: partial,\n  4 denied,\n12 complete',
    );
  });
});
