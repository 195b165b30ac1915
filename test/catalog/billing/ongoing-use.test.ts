import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { OngoingUse } from '../../../catalog/billing/ongoing-use.ts';
import { noPhases } from '../../../catalog/billing/phases.ts';
import type { Usage } from '../../../catalog/billing/usage.ts';

const running = (since: string, counts: Readonly<Record<string, number>>, status = 'InService'): Usage[] =>
  Object.entries(counts).map(([group_name, instance_count]) => ({
    ...noPhases,
    group_index: 0,
    group_name,
    account_id: '111122223333',
    region: 'eu-west-1',
    day: since.slice(0, 10),
    started_at: since,
    ended_at: null,
    status,
    capacity: 'on_demand',
    billing: 'ongoing',
    waste: null,
    instance_type: 'ml.m5.xlarge',
    instance_count,
    billable_seconds: null,
    instance_seconds: null,
    training_seconds: null,
    spot_saved_seconds: 0,
    warm_pool_seconds: 0,
    warm_pool_instance_seconds: 0,
    training_plan_arn: null,
    token_count: null,
    volume_gb: 10,
    storage_gb_seconds: null,
  }));

const createdAt = '2026-03-01T10:00:00.000Z';
const at = (day: number, time: string) => `2026-03-0${day}T${time}.000Z`;
const shown = (use: OngoingUse) =>
  use.written
    .toSorted((a, b) => a.group_index - b.group_index)
    .map(({ group_index, started_at, ended_at, billing, instance_count, instance_seconds }) => [
      group_index,
      started_at.slice(8, 16),
      ended_at?.slice(8, 16) ?? null,
      billing,
      instance_count,
      instance_seconds,
    ]);

describe('the use of what goes on', () => {
  it('begins with its creation, and goes on', () => {
    const use = new OngoingUse();
    use.follow({ createdAt, seenAt: at(1, '10:00:30'), running: running(createdAt, { main: 2 }) });
    assert.deepEqual(shown(use), [[0, '01T10:00', null, 'ongoing', 2, null]]);
  });

  it('is not known before the last change of the first version', () => {
    const use = new OngoingUse();
    use.follow({ createdAt, seenAt: at(4, '12:00:00'), running: running(at(3, '08:00:00'), { main: 2 }) });
    assert.deepEqual(shown(use), [
      [0, '01T10:00', '03T08:00', 'unreported', null, null],
      [1, '03T08:00', null, 'ongoing', 2, null],
    ]);
  });

  it('changes when the version says so, by the days that each have their price', () => {
    const use = new OngoingUse();
    use.follow({ createdAt, seenAt: createdAt, running: running(createdAt, { main: 2, shadow: 1 }) });
    use.follow({ createdAt, seenAt: at(2, '07:00:00'), running: running(at(2, '06:00:00'), { main: 5, shadow: 1 }) });
    assert.deepEqual(shown(use), [
      [0, '01T10:00', '02T00:00', 'final', 2, 2 * 14 * 3600],
      [1, '01T10:00', '02T00:00', 'final', 1, 14 * 3600],
      [2, '02T00:00', '02T06:00', 'final', 2, 2 * 6 * 3600],
      [3, '02T00:00', null, 'ongoing', 1, null],
      [4, '02T06:00', null, 'ongoing', 5, null],
    ]);
  });

  it('takes a new status without a new entry', () => {
    const use = new OngoingUse();
    use.follow({ createdAt, seenAt: createdAt, running: running(createdAt, { main: 2 }) });
    use.follow({ createdAt, seenAt: at(1, '12:00:00'), running: running(at(1, '11:00:00'), { main: 2 }, 'Updating') });
    assert.deepEqual(shown(use), [[0, '01T10:00', null, 'ongoing', 2, null]]);
    assert.equal(use.written[0]?.status, 'Updating');
  });

  it('ends with the deletion, and goes on from there where that was none', () => {
    const use = new OngoingUse();
    use.follow({ createdAt, seenAt: createdAt, running: running(createdAt, { main: 1 }) });
    use.end(at(1, '11:00:00'));
    assert.deepEqual(shown(use), [[0, '01T10:00', '01T11:00', 'final', 1, 3600]]);
    use.follow({ createdAt, seenAt: at(1, '15:00:00'), running: running(createdAt, { main: 1 }) });
    assert.deepEqual(shown(use).at(-1), [1, '01T11:00', null, 'ongoing', 1, null]);
  });

  const minutes = fc.integer({ min: 1, max: 2500 });
  const counts = fc.record({ main: fc.integer({ min: 0, max: 4 }), shadow: fc.integer({ min: 0, max: 2 }) });
  const steps = fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ after: minutes, counts, endsDays: fc.constant(false) }) },
      { weight: 1, arbitrary: fc.record({ after: minutes, counts: fc.constant(null), endsDays: fc.constant(true) }) },
    ),
    { maxLength: 12 },
  );

  it('adds up to the instances over time, whatever happens in between, and is the same however often days are ended', () => {
    fc.assert(
      fc.property(steps, counts, minutes, (course, first, last) => {
        const [use, plain] = [new OngoingUse(), new OngoingUse()];
        let now = Date.parse(createdAt);
        let current = first;
        const expected = { main: 0, shadow: 0 };
        const follow = () => {
          const time = new Date(now).toISOString();
          for (const one of [use, plain]) one.follow({ createdAt, seenAt: time, running: running(time, current) });
        };
        const pass = (after: number) => {
          now += after * 60_000;
          for (const name of ['main', 'shadow'] as const) expected[name] += after * 60 * current[name];
        };
        follow();
        for (const step of course) {
          pass(step.after);
          if (step.counts) {
            current = step.counts;
            follow();
          } else use.endDays(`${new Date(now).toISOString().slice(0, 10)}T00:00:00.000Z`);
        }
        pass(last);
        for (const one of [use, plain]) one.end(new Date(now).toISOString());
        assert.deepEqual(shown(use), shown(plain));
        for (const name of ['main', 'shadow'] as const) {
          const parts = use.written.filter(({ group_name }) => group_name === name);
          assert.equal(
            parts.reduce((sum, { instance_seconds }) => sum + (instance_seconds ?? 0), 0),
            expected[name],
          );
        }
        for (const { day, started_at, ended_at } of use.written) {
          assert.equal(started_at.slice(0, 10), day);
          assert.ok(ended_at !== null && Date.parse(ended_at) <= Date.parse(day) + 86_400_000);
        }
      }),
      { numRuns: 300 },
    );
  });
});
