import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { BoundedQueue } from '../../../../services/crawler/target/bounded-queue.ts';

/** A task that ends when it is told to. */
function task() {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let isBegun = false;
  return {
    run: () => {
      isBegun = true;
      return promise;
    },
    end: resolve,
    fail: reject,
    get isBegun() {
      return isBegun;
    },
  };
}

test('runs so many tasks at once, lets so many wait, and holds back who brings more', async () => {
  const queue = new BoundedQueue({ concurrency: 2, waiting: 1 });
  const tasks = [task(), task(), task(), task()];
  let taken = 0;
  const adding = Promise.all(tasks.map(({ run }) => queue.add(run).then(() => taken++)));
  await turn();
  assert.deepEqual([taken, ...tasks.map(({ isBegun }) => isBegun)], [3, true, true, false, false]);
  tasks[1]?.end();
  await turn();
  assert.deepEqual([taken, ...tasks.map(({ isBegun }) => isBegun)], [4, true, true, true, false]);
  await adding;
  for (const { end } of tasks) end();
  await queue.idle();
});

test('a failure ends it: what waits is not begun, and everybody hears of it', async () => {
  const queue = new BoundedQueue({ concurrency: 1, waiting: 1 });
  const [first, second, third] = [task(), task(), task()];
  await queue.add(first.run);
  await queue.add(second.run);
  const heldBack = assert.rejects(queue.add(third.run), /broken/);
  const waiting = assert.rejects(
    queue.until(() => false),
    /broken/,
  );
  first.fail(new Error('broken'));
  await Promise.all([heldBack, waiting]);
  await assert.rejects(queue.idle(), /broken/);
  await assert.rejects(queue.add(third.run), /broken/);
  assert.deepEqual([second.isBegun, third.isBegun], [false, false]);
});

test('idle waits for what is under way, though it has failed already', async () => {
  const queue = new BoundedQueue({ concurrency: 2, waiting: 0 });
  const slow = task();
  await queue.add(slow.run);
  queue.fail(new Error('broken elsewhere'));
  let isIdle = false;
  const idle = assert.rejects(queue.idle(), /broken elsewhere/).then(() => {
    isIdle = true;
  });
  await turn();
  assert.equal(isIdle, false);
  slow.end();
  await idle;
});

test('a condition is looked at when a task ends and when a change is told', async () => {
  const queue = new BoundedQueue({ concurrency: 1, waiting: 0 });
  let reached = 0;
  const passed: number[] = [];
  const first = queue.until(() => reached >= 1).then(() => passed.push(1));
  const second = queue.until(() => reached >= 2).then(() => passed.push(2));
  await queue.add(async () => {
    reached = 1;
  });
  await first;
  assert.deepEqual(passed, [1]);
  reached = 2;
  queue.notify();
  await second;
  assert.deepEqual(passed, [1, 2]);
});
