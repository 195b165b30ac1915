import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderProgress } from '../../cli/progress-line.ts';

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
    assert.match(renderProgress({ done: 0, total: 0, note: 'x' }, 0, 'jobs'), /^█{24} 0 of 0 jobs · 0\/s · x$/);
  });

  it('never fills more than the bar', () => {
    assert.match(renderProgress({ done: 9, total: 3, note: 'x' }, 1, 'jobs'), /^█{24} 9 of 3/);
  });
});
