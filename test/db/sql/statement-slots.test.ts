import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StatementSlots } from '../../../db/sql/statement-slots.ts';

describe('slots for statements', () => {
  it('are not all taken by one group, and go to whoever waits longest and may have one', async () => {
    const slots = new StatementSlots(2, 60_000);
    const begun: string[] = [];
    const take = async (group: string, title: string) => {
      const release = await slots.take(group);
      begun.push(title);
      return release;
    };
    const first = await take('a', 'a1');
    const second = take('a', 'a2');
    const others = await take('b', 'b1');
    assert.deepEqual(begun, ['a1', 'b1']);
    const third = take('c', 'c1');
    others();
    (await third)();
    assert.deepEqual(begun, ['a1', 'b1', 'c1']);
    first();
    (await second)();
    assert.deepEqual(begun, ['a1', 'b1', 'c1', 'a2']);
  });

  it('are all there is where there is one', async () => {
    const slots = new StatementSlots(1, 60_000);
    const release = await slots.take('a');
    const next = slots.take('b');
    release();
    (await next)();
  });

  it('are refused to who waits too long, and are free for the next', async () => {
    const slots = new StatementSlots(1, 20);
    const release = await slots.take('a');
    await assert.rejects(slots.take('a'), { name: 'SqlUnavailableError', message: /try again/ });
    release();
    (await slots.take('a'))();
  });
});
