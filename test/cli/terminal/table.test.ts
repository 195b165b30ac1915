import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { type Column, renderTable } from '../../../cli/terminal/table.ts';
import { plainView, statusTone, type View } from '../../../cli/terminal/view.ts';

interface Job {
  readonly name: string;
  readonly status: string;
  readonly seconds: number | null;
}

const columns: readonly Column<Job>[] = [
  { title: 'name', value: ({ name }) => name },
  { title: 'status', value: ({ status }) => status, tone: ({ status }) => statusTone(status), wraps: false },
  { title: 'seconds', value: ({ seconds }) => seconds, importance: 1 },
];

const jobs: readonly Job[] = [
  { name: 'llama-finetune', status: 'Completed', seconds: 12_345 },
  { name: '日本語の学習', status: 'Failed', seconds: null },
];

describe('a table', () => {
  it('is aligned, numbers to the right, without rules or borders', () => {
    assert.equal(
      renderTable(columns, jobs, plainView()),
      [
        'name            status     seconds',
        'llama-finetune  Completed   12,345',
        '日本語の学習    Failed           -',
      ].join('\n'),
    );
  });

  it('wraps what is wide on a terminal, and not in a pipe', () => {
    const wide = [{ name: 'a job whose name is a whole sentence of words', status: 'Failed', seconds: 1 }];
    assert.equal(
      renderTable(columns, wide, plainView(40)),
      [
        'name                     status  seconds',
        'a job whose name is a    Failed        1',
        'whole sentence of words',
      ].join('\n'),
    );
    assert.equal(renderTable(columns, wide, plainView()).split('\n').length, 2);
  });

  it('leaves out the least important columns, and says which', () => {
    assert.equal(
      renderTable(columns, jobs, plainView(25)),
      ['name            status', 'llama-finetune  Completed', '日本語の学習    Failed', 'too narrow for: seconds'].join(
        '\n',
      ),
    );
  });

  it('leaves a name whole, and rather leaves out what is less important', () => {
    const named: readonly Column<Job>[] = [
      { title: 'name', value: ({ name }) => name, least: 8, isWhole: true },
      { title: 'status', value: ({ status }) => status, wraps: false, importance: 1 },
      { title: 'seconds', value: ({ seconds }) => seconds, importance: 2 },
    ];
    const [job] = jobs;
    const lines = (width: number) => renderTable(named, job ? [job] : [], plainView(width)).split('\n');
    assert.deepEqual(lines(40), ['name            status     seconds', 'llama-finetune  Completed   12,345']);
    assert.deepEqual(lines(30), ['name            seconds', 'llama-finetune   12,345', 'too narrow for: status']);
    assert.deepEqual(lines(20).slice(0, 2), ['name', 'llama-finetune']);
    assert.deepEqual(lines(10).slice(0, 3), ['name', 'llama-fine', 'tune']);
  });

  it('gives the room that an important column is too wide for to a less important one', () => {
    const view = plainView(24);
    const text = renderTable<string>(
      [
        { title: 'a', value: (text) => text },
        { title: 'wide', value: () => 'x'.repeat(30), wraps: false, importance: 2 },
        { title: 'narrow', value: () => 'y', wraps: false, importance: 1 },
      ],
      ['reason'],
      view,
    );
    assert.equal(text, 'a       narrow\nreason  y\ntoo narrow for: wide');
  });

  it('does not take a column of which nothing is known for one of numbers', () => {
    const text = renderTable<null>(
      [
        { title: 'failure_reason', value: () => null },
        { title: 'b', value: () => 'b' },
      ],
      [null],
      plainView(),
    );
    assert.equal(text, 'failure_reason  b\n-               b');
  });

  it('shows rows one below the other where no column may be left out', () => {
    const required = columns.map(({ importance: _, ...column }) => column);
    assert.equal(
      renderTable(required, jobs, plainView(20)),
      [
        'name     llama-finet',
        '         une',
        'status   Completed',
        'seconds  12,345',
        '',
        'name     日本語の学',
        '         習',
        'status   Failed',
        'seconds  -',
      ].join('\n'),
    );
  });

  it('shows control characters, line breaks and marks of writing direction as they are written', () => {
    const row = [{ name: 'a\u001b[31m\n\tb\u202e\u2028', status: 'x', seconds: 0 }];
    assert.match(renderTable(columns, row, plainView()), /a\\x1b\[31m\\n\\tb\\u202e\\u2028/);
  });

  it('paints a status, and nothing else', () => {
    const view: View = { width: undefined, paint: (tone, text) => (tone === undefined ? text : `<${tone}:${text}>`) };
    assert.match(renderTable(columns, jobs, view), /\nllama-finetune {2}<good:Completed> {3}12,345\n/);
    assert.match(renderTable(columns, jobs, view), /<bad:Failed>/);
  });

  it('cuts a value of thousands of letters on a terminal, and not in a pipe', () => {
    const row = [{ name: 'x'.repeat(5000), status: 'x', seconds: 0 }];
    assert.equal(renderTable(columns, row, plainView(80)).split('\n').length, 14);
    assert.ok(renderTable(columns, row, plainView()).includes('x'.repeat(5000)));
  });

  it('fits every terminal, whatever it holds', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem(), fc.constant('👩‍👩‍👧‍👦 中文 é'));
    const table = fc.record({
      width: fc.integer({ min: 40, max: 200 }),
      titles: fc.array(fc.record({ title: fc.string({ maxLength: 12 }), importance: fc.option(fc.nat(3)) }), {
        minLength: 1,
        maxLength: 12,
      }),
      cells: fc.array(fc.array(fc.oneof(text, fc.integer()), { minLength: 12, maxLength: 12 }), { maxLength: 5 }),
    });
    fc.assert(
      fc.property(table, ({ width, titles, cells }) => {
        const made = titles.map(({ title, importance }, index) => ({
          ...{ title, value: (row: (string | number)[]) => row[index] },
          ...(importance !== null && { importance }),
        }));
        for (const line of renderTable(made, cells, plainView(width)).split('\n')) {
          assert.ok(stringWidth(line) <= width, `${stringWidth(line)} > ${width}: ${JSON.stringify(line)}`);
        }
      }),
    );
  });
});
