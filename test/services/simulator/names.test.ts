import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TrainingJobPopulation } from '../../../services/simulator/population/training-job-population.ts';

const ANCHOR = Date.UTC(2026, 5, 17);

const populations = fc
  .record({ seed: fc.nat(), jobs: fc.integer({ min: 1, max: 700 }), live: fc.nat({ max: 20 }) })
  .map(({ seed, jobs, live }) => {
    const place = { accountId: '111122223333', region: 'us-east-1', partition: 'aws' };
    return {
      jobs,
      population: new TrainingJobPopulation({
        ...place,
        seed,
        jobs,
        live: Math.min(live, jobs),
        anchor: ANCHOR,
        historyDays: 548,
        arrivalsPerHour: 0,
      }),
    };
  });

test('ranks, names and indices are one another’s inverse, for any number of jobs', () => {
  fc.assert(
    fc.property(populations, ({ population: { names }, jobs }) => {
      const ranked = Array.from({ length: jobs }, (_, rank) => names.atRank(rank, jobs) ?? -1);
      assert.deepEqual(
        ranked.toSorted((a, b) => a - b),
        Array.from({ length: jobs }, (_, index) => index),
      );
      const texts = ranked.map((index) => names.name(index));
      assert.deepEqual(texts, texts.toSorted());
      assert.equal(names.atRank(jobs, jobs), undefined);
      for (const [rank, index] of ranked.entries()) {
        assert.equal(names.index(texts[rank] ?? '', jobs), index);
        assert.match(texts[rank] ?? '', /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);
        const next = names.nextInProject(index);
        assert.ok(next > index);
        assert.equal(names.project(next), names.project(index));
      }
    }),
    { numRuns: 40 },
  );
});

test('creation times never go back, and bounds find their index', () => {
  fc.assert(
    fc.property(populations, ({ population: { calendar }, jobs }) => {
      const times = Array.from({ length: jobs }, (_, index) => calendar.createdAt(index));
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      );
      assert.ok((times.at(-1) ?? 0) <= ANCHOR);
      for (const time of [0, times[0] ?? 0, times[jobs >> 1] ?? 0, ANCHOR]) {
        assert.equal(calendar.firstCreatedAfter(time, jobs), times.filter((created) => created <= time).length);
      }
    }),
    { numRuns: 40 },
  );
});
