import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { WriteStream } from 'node:tty';
import { openProgress, progressLog, renderProgress } from '../../cli/progress-line.ts';

const rates = (done: number, also = 0) => ({ done, also });

describe('the progress line', () => {
  it('shows a bar, the numbers, the rate and the time left', () => {
    assert.equal(
      renderProgress({ done: 1500, total: 6000, note: '3 of 12 targets' }, rates(500), 'jobs', 120),
      `${'█'.repeat(6)}${'░'.repeat(18)} 1,500 of 6,000 jobs · 500/s · 9 s left · 3 of 12 targets`,
    );
  });

  it('shows no bar while the total is unknown, and no time left while the rate is', () => {
    assert.equal(renderProgress({ done: 10, total: undefined, note: 'x' }, rates(2), 'jobs', 120), '10 jobs · 2/s · x');
    assert.equal(
      renderProgress({ done: 0, total: 4, note: 'x' }, undefined, 'jobs', 120),
      `${'░'.repeat(24)} 0 of 4 jobs · x`,
    );
    assert.match(renderProgress({ done: 0, total: 0, note: 'x' }, rates(0), 'jobs', 120), /^█{24} 0 of 0 jobs · x$/);
  });

  it('tells the rate of what moves: of descriptions, once everything is listed', () => {
    const described = { count: 834, what: 'described' };
    assert.equal(
      renderProgress({ done: 2000, total: 2000, also: described, note: '2 of 4 targets' }, rates(33, 98), 'jobs', 120),
      `${'█'.repeat(24)} 2,000 of 2,000 jobs · 834 described (98/s) · 2 of 4 targets`,
    );
    assert.equal(
      renderProgress({ done: 9, total: 20, isOpen: true, also: described, note: 'x' }, rates(0.2), 'jobs', 120),
      '9 of at least 20 jobs · 834 described · x',
    );
  });

  it('fits the terminal: the bar is narrowed and left out, and then the last parts', () => {
    const progress = { done: 1500, total: 6000, also: { count: 834, what: 'described' }, note: '3 of 12 targets' };
    const line = (width: number) => renderProgress(progress, rates(500, 98), 'jobs', width);
    assert.equal(line(80), '1,500 of 6,000 jobs · 500/s · 9 s left · 834 described (98/s) · 3 of 12 targets');
    assert.equal(line(100), `${'█'.repeat(3)}${'░'.repeat(9)} ${line(80)}`);
    assert.equal(line(60), `${'█'.repeat(3)}${'░'.repeat(9)} 1,500 of 6,000 jobs · 500/s · 9 s left`);
    assert.equal(line(50), '1,500 of 6,000 jobs · 500/s · 9 s left');
  });

  it('forgets a rate when nothing moves any more', (context) => {
    context.mock.timers.enable({ apis: ['setInterval', 'Date'] });
    let written = '';
    const terminal = { isTTY: true, columns: 100, write: (text: string) => (written = text) };
    using line = openProgress(terminal as unknown as WriteStream, 'jobs', assert.fail);
    for (const done of [0, 500, 1000]) {
      line.update({ done, total: 2000, note: 'x' });
      context.mock.timers.tick(1000);
    }
    assert.match(written, /1,000 of 2,000 jobs · 333\/s · 3 s left · x/);
    context.mock.timers.tick(10_000);
    assert.match(written, /1,000 of 2,000 jobs · x$/);
  });

  it('never fills more than the bar', () => {
    assert.match(renderProgress({ done: 9, total: 3, note: 'x' }, rates(1), 'jobs', 120), /^█{24} 9 of 3/);
  });
});

describe('progress', () => {
  it('is of at least what is known, while some targets have not told their number', () => {
    assert.equal(
      renderProgress({ done: 10, total: 400, isOpen: true, note: '1 of 9 targets' }, rates(5), 'jobs', 120),
      '10 of at least 400 jobs · 5/s · 1 of 9 targets',
    );
  });

  it('is of nothing while all that is known of is done already', () => {
    assert.equal(
      renderProgress({ done: 58, total: 58, isOpen: true, note: '0 of 9 targets' }, rates(18), 'jobs', 120),
      '58 jobs · 18/s · 0 of 9 targets',
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
