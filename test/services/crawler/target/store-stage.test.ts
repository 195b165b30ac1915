import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Observation } from '../../../../db/store/observation.ts';
import { StoreStage } from '../../../../services/crawler/target/store-stage.ts';

const observation = (name: string): Observation => ({
  row: { account_id: '111122223333', tags: null, tag_map: null, name },
  region: 'us-east-1',
  source: 'describe',
});
const names = (batch: readonly Observation[]) => batch.map(({ row }) => row.name);

/** A stage whose batches are stored when the test says so. */
function heldStage(delayMs: number) {
  const begun: unknown[][] = [];
  const ends: (() => void)[] = [];
  const stage = new StoreStage({
    batchSize: 2,
    delayMs,
    store: (batch) => {
      begun.push(names(batch));
      return new Promise((end) => ends.push(end));
    },
  });
  return { stage, begun, end: () => ends.shift()?.() };
}

test('stores whole batches one after the other, and holds back while one is stored and one waits', async () => {
  const { stage, begun, end } = heldStage(60_000);
  let taken = 0;
  const adding = (async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await stage.add(observation(name));
      taken++;
    }
  })();
  await turn();
  assert.deepEqual([taken, begun], [4, [['a', 'b']]]);
  end();
  await turn();
  assert.deepEqual(
    [taken, begun],
    [
      5,
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  );
  end();
  await adding;
  const flushed = stage.flush();
  await turn();
  assert.deepEqual(begun.at(-1), ['e']);
  end();
  await flushed;
});

test('a batch that is not full is stored after a while, but grows while another one is stored', async () => {
  const { stage, begun, end } = heldStage(0);
  await stage.add(observation('a'));
  while (begun.length === 0) await turn();
  await stage.add(observation('b'));
  for (let turns = 0; turns < 50; turns++) await turn();
  assert.deepEqual(begun, [['a']]);
  end();
  while (begun.length === 1) await turn();
  assert.deepEqual(begun, [['a'], ['b']]);
  end();
  await stage.flush();
});

test('what storing threw is thrown to whoever adds or flushes next', async () => {
  const stage = new StoreStage({
    batchSize: 1,
    delayMs: 60_000,
    store: () => Promise.reject(new Error('the disk is full')),
  });
  await stage.add(observation('a'));
  await turn();
  await assert.rejects(stage.add(observation('b')), /the disk is full/);
  await assert.rejects(stage.flush(), /the disk is full/);
});
