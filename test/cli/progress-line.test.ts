import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WriteStream } from 'node:tty';
import { openProgress, progressLog, renderProgress } from '../../cli/progress-line.ts';

describe('the progress line', () => {
  it('shows a bar, the numbers, the rate and the time left', () => {
    assert.equal(
      renderProgress({ done: 1500, total: 6000, note: '3 of 12 targets' }, 500, 'jobs'),
      `${'█'.repeat(6)}${'░'.repeat(18)} 1,500 of 6,000 jobs · 500/s · 9 s left · 3 of 12 targets`,
    );
  });

  it('shows no bar while the total is unknown, and no time left while the rate is', () => {
    assert.equal(renderProgress({ done: 10, total: undefined, note: 'x' }, 2, 'jobs'), '10 jobs · 2/s · x');
    assert.equal(
      renderProgress({ done: 0, total: 4, note: 'x' }, undefined, 'jobs'),
      `${'░'.repeat(24)} 0 of 4 jobs · x`,
    );
    assert.match(renderProgress({ done: 0, total: 0, note: 'x' }, 0, 'jobs'), /^█{24} 0 of 0 jobs · x$/);
  });

  it('has no rate once everything is listed: what goes on is in the note', () => {
    assert.equal(
      renderProgress({ done: 2000, total: 2000, note: '834 described · 2 of 4 targets' }, 33, 'jobs'),
      `${'█'.repeat(24)} 2,000 of 2,000 jobs · 834 described · 2 of 4 targets`,
    );
  });

  it('never fills more than the bar', () => {
    assert.match(renderProgress({ done: 9, total: 3, note: 'x' }, 1, 'jobs'), /^█{24} 9 of 3/);
  });
});

describe('progress', () => {
  it('is of at least what is known, while some targets have not told their number', () => {
    assert.equal(
      renderProgress({ done: 10, total: 400, isOpen: true, note: '1 of 9 targets' }, 5, 'jobs'),
      '10 of at least 400 jobs · 5/s · 1 of 9 targets',
    );
  });

  it('is drawn at once on a terminal, before anything is counted', () => {
    let written = '';
    const terminal = { isTTY: true, columns: 60, write: (text: string) => (written += text) };
    const line = openProgress(terminal as unknown as WriteStream, 'jobs', assert.fail);
    assert.match(written, /starting/);
    line[Symbol.dispose]();
  });

  it('is told every ten seconds where there is no terminal', () => {
    let at = 0;
    const told: string[] = [];
    const log = progressLog(
      'jobs',
      (text) => told.push(text),
      () => at,
    );
    for (const done of [0, 50, 100, 150, 200]) {
      log.update({ done, total: 400, note: 'x' });
      at += 5000;
    }
    assert.deepEqual(told, ['100 of 400 jobs · 10/s · 30 s left · x', '200 of 400 jobs · 10/s · 20 s left · x']);
  });
});
