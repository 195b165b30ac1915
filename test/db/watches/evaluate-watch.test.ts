import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { flatten } from '../../../catalog/flatten.ts';
import type { Policy } from '../../../catalog/policies/policy.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Watch } from '../../../catalog/watches/watch.ts';
import { storePrices } from '../../../db/billing/store-prices.ts';
import type { Budget } from '../../../db/budgets/read-budget.ts';
import type { Database } from '../../../db/database.ts';
import { applyOwnership } from '../../../db/ownership/apply-ownership.ts';
import { applyPolicies } from '../../../db/policies/apply-policies.ts';
import { evaluatePolicies } from '../../../db/policies/evaluate-policies.ts';
import { searchFilter } from '../../../db/query/search/search.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { applyWatches, deleteWatch, saveWatch } from '../../../db/watches/apply-watches.ts';
import { checkWatches, WatchError } from '../../../db/watches/check-watches.ts';
import { dueWatches } from '../../../db/watches/due-watches.ts';
import { evaluateWatch } from '../../../db/watches/evaluate-watch.ts';
import type { OccurrenceGroup } from '../../../db/watches/occurrence-group.ts';
import { storeMessages } from '../../../db/watches/store-messages.ts';
import { readWatches } from '../../../db/watches/stored-watch.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 10, 12);
const accounts = ['111122223333', '444455556666'] as const;
const known = { channels: ['ops'], budgets: ['nlp'] };

const watch = (name: string, more: Partial<Watch>): Watch => ({ name, when: 'enters', channels: ['ops'], ...more });
const tagged: Policy = {
  name: 'tagged',
  title: 'tagged',
  type: trainingJob.name,
  severity: 'low',
  require: 'tags.team:*',
};

describe('watches', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const clear = async () => {
    await applyWatches(db.kysely, [], known);
    await applyPolicies(db.kysely, [tagged]);
    await db.pool.query(
      `TRUNCATE aws_sagemaker_trainingjob, resource_change, crawl, crawl_coverage, billing_usage, billing_job CASCADE;
       DELETE FROM policy_verdict; DELETE FROM sagecat_private.watch_message`,
    );
    await applyOwnership(db.kysely, []);
  };

  interface Job {
    readonly account?: string;
    readonly created?: number;
    readonly modified?: number;
    readonly status?: string;
    readonly reason?: string | undefined;
    readonly team?: string | undefined;
    readonly more?: Record<string, unknown>;
  }
  const store = async (
    name: string,
    { account = accounts[0], created = start, modified = start, status = 'InProgress', reason, team, more }: Job = {},
  ) => {
    const flattened = flatten(
      trainingJob,
      describeResponse({
        TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/${name}`,
        TrainingJobName: name,
        TrainingJobStatus: status,
        SecondaryStatus: status === 'InProgress' ? 'Training' : status,
        CreationTime: created / 1000,
        LastModifiedTime: modified / 1000,
        ...(reason !== undefined && { FailureReason: reason }),
        ...more,
      }),
      { tags: team === undefined ? [] : [{ Key: 'team', Value: team }] },
    );
    if (!flattened.ok) throw flattened.error;
    await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  };

  /** A complete crawl of an account, as of its start. */
  const cover = async (account: string, at: number) => {
    await db.pool.query(
      `WITH run AS (INSERT INTO crawl (kind, trigger, scope, status) VALUES ('full', 'command', '{}', 'complete') RETURNING id),
       target AS (INSERT INTO crawl_target (crawl_id, resource_type, account_id, region, kind, status, started_at)
         SELECT id, 'aws_sagemaker_trainingjob', $1, 'us-east-1', 'full', 'complete', $2 FROM run)
       INSERT INTO crawl_coverage (resource_type, account_id, region, status, as_of, attempted_at)
       VALUES ('aws_sagemaker_trainingjob', $1, 'us-east-1', 'complete', $2, $2)
       ON CONFLICT (resource_type, account_id, region) DO UPDATE SET as_of = excluded.as_of`,
      [account, new Date(at)],
    );
  };

  const evaluate = (name: string, now: number, budgets: readonly Budget[] = []): Promise<OccurrenceGroup[]> =>
    db.kysely
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute((trx) => evaluateWatch(trx, name, { now, budgets }));

  const fired = async (name: string, now: number) => (await evaluate(name, now)).flatMap(({ ids }) => ids).sort();

  const idsWhere = async (condition: ReturnType<typeof searchFilter>): Promise<number[]> => {
    const { rows } = await sql<{ id: number }>`
      SELECT id FROM aws_sagemaker_trainingjob AS r WHERE deleted_at IS NULL AND ${condition} ORDER BY id`.execute(
      db.kysely,
    );
    return rows.map(({ id }) => id);
  };

  const queries = [
    'training_job_status:Failed',
    '-tags.team:*',
    'owner:nlp training_job_status:InProgress',
    'training_job_status:InProgress creation_time:<now-3h',
    'creation_time:[now-5h TO now-1h] -training_job_status:Failed',
  ];
  const job = fc.record({
    store: fc.constantFrom('a', 'b', 'c', 'd'),
    account: fc.constantFrom(...accounts),
    status: fc.constantFrom('InProgress', 'Failed', 'Completed'),
    team: fc.constantFrom('nlp', 'vision', undefined),
    hoursAgo: fc.integer({ min: 0, max: 10 }),
  });
  const step = fc.oneof(
    { weight: 6, arbitrary: job },
    { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom('a', 'b') }) },
    { weight: 3, arbitrary: fc.record({ pass: fc.integer({ min: 0, max: 5 }) }) },
    { weight: 1, arbitrary: fc.record({ owners: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ cover: fc.constantFrom(...accounts) }) },
  );

  it('evaluated step by step match what a search from nothing finds, and tell each occurrence once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 14 }),
        fc.infiniteStream(fc.boolean()),
        fc.constantFrom(...queries),
        async (steps, evaluates, about) => {
          await clear();
          const names = ['enters', 'leaves', 'violates', 'changes'] as const;
          const moments: Record<(typeof names)[number], Partial<Watch>> = {
            enters: { about },
            leaves: { about },
            violates: { about, policy: 'tagged' },
            changes: { about, fields: ['training_job_status'] },
          };
          await applyWatches(
            db.kysely,
            names.map((when) => watch(when, { when, ...moments[when] })),
            known,
          );
          let now = start;
          const begun = now;
          const covered = new Map<string, number>();
          /** When each job was modified last, and what happened to its row since the last evaluation. */
          const jobs = new Map<string, { account: string; modified: number; event?: 'changed' | 'rewritten' }>();
          const found: Record<string, number[]> = {};
          let changeIds = new Set<number>();
          const look = async (isFirst: boolean) => {
            await evaluatePolicies(db.kysely, { now: () => now });
            const { rows } = await db.pool.query<{ id: number; key: string }>(
              "SELECT id, account_id || ' ' || training_job_name AS key FROM aws_sagemaker_trainingjob",
            );
            const isNews = new Map(
              rows.map(({ id, key }) => {
                const held = jobs.get(key);
                assert.ok(held);
                const since = Math.max(begun, covered.get(held.account) ?? 0);
                return [id, held.event === 'rewritten' ? held.modified >= since : true];
              }),
            );
            for (const when of names) {
              const query = searchFilter(when === 'violates' ? `(${about || '*'}) violates:tagged` : about, {
                type: trainingJob,
                now,
              });
              const matching = await idsWhere(query);
              const before = found[when] ?? [];
              const came = matching.filter((id) => !before.includes(id));
              const went = before.filter((id) => !matching.includes(id));
              const changes = await db.pool.query<{ id: number; resource_id: number }>(
                "SELECT id, resource_id FROM resource_change WHERE kind = 'changed' AND 'training_job_status' = ANY(fields)",
              );
              const expected =
                when === 'changes'
                  ? changes.rows
                      .filter(({ id, resource_id }) => !changeIds.has(id) && matching.includes(resource_id))
                      .map(({ resource_id }) => resource_id)
                  : (when === 'leaves' ? went : came).filter((id) => isNews.get(id));
              assert.deepEqual(await fired(when, now), isFirst ? [] : expected.sort(), `${when} ${about}`);
              assert.deepEqual(await fired(when, now), [], 'it tells nothing twice');
              if (when === 'changes') changeIds = new Set(changes.rows.map(({ id }) => id));
              else {
                const held = await db.pool.query<{ id: number }>(
                  'SELECT resource_id AS id FROM sagecat_private.watch_match WHERE watch = $1 ORDER BY 1',
                  [when],
                );
                assert.deepEqual(
                  held.rows.map(({ id }) => id),
                  matching,
                );
              }
              found[when] = matching;
            }
            for (const [key, { event: _, ...held }] of jobs) jobs.set(key, held);
          };
          await look(true);
          for (const one of steps) {
            now += 1000;
            if ('store' in one) {
              const key = `${one.account} ${one.store}`;
              const held = jobs.get(key);
              const created = start - 5 * hour;
              const modified = held ? now : Math.max(created, now - one.hoursAgo * hour);
              const history = await db.pool.query("SELECT FROM resource_change WHERE kind <> 'progress'");
              await store(one.store, { ...one, created, modified });
              const after = await db.pool.query("SELECT FROM resource_change WHERE kind <> 'progress'");
              const isChanged = (after.rowCount ?? 0) > (history.rowCount ?? 0);
              const event = isChanged || held?.event === 'changed' ? 'changed' : 'rewritten';
              jobs.set(key, { account: one.account, modified, event });
            } else if ('remove' in one) {
              const { rows } = await db.pool.query<{ key: string }>(
                `WITH gone AS (UPDATE aws_sagemaker_trainingjob SET deleted_at = now() WHERE training_job_name = $1 AND deleted_at IS NULL
                   RETURNING id, account_id, region, account_id || ' ' || training_job_name AS key),
                 told AS (INSERT INTO resource_change (resource_type, resource_id, account_id, region, seen_at, kind, fields, before, after)
                   SELECT 'aws_sagemaker_trainingjob', id, account_id, region, now(), 'deleted', '{deleted_at}', '{}', '{}' FROM gone)
                 SELECT key FROM gone`,
                [one.remove],
              );
              for (const { key } of rows) {
                const held = jobs.get(key);
                if (held) jobs.set(key, { ...held, event: 'changed' });
              }
            } else if ('pass' in one) now += one.pass * hour;
            else if ('cover' in one) {
              await cover(one.cover, now);
              covered.set(one.cover, Math.min(covered.get(one.cover) ?? now, now));
            } else {
              const before = new Map(await owners());
              await applyOwnership(db.kysely, one.owners ? [{ name: 'team', tags: ['team'] }] : []);
              for (const [key, owner] of await owners()) {
                const held = jobs.get(key);
                if (held && before.get(key) !== owner) jobs.set(key, { ...held, event: held.event ?? 'rewritten' });
              }
            }
            if (evaluates.next().value === true || one === steps.at(-1)) await look(false);
          }
        },
      ),
      { numRuns: Number(process.env.WATCH_RUNS ?? 25) },
    );
  });

  const owners = async (): Promise<[string, string | null][]> => {
    const { rows } = await db.pool.query<{ key: string; owner: string | null }>(
      "SELECT account_id || ' ' || training_job_name AS key, owner FROM aws_sagemaker_trainingjob",
    );
    return rows.map(({ key, owner }) => [key, owner]);
  };

  it('tell nothing of what was so before them, nor of what a first crawl brings in, but of what happens during it', async () => {
    await clear();
    await store('old', { status: 'Failed' });
    await applyWatches(db.kysely, [watch('failed', { about: 'training_job_status:Failed' })], known);
    assert.deepEqual(await fired('failed', start + hour), []);
    await cover(accounts[0], start + hour);
    await db.pool.query(
      `INSERT INTO crawl (kind, trigger, scope, status) VALUES ('full', 'command', '{}', 'running');
       INSERT INTO crawl_target (crawl_id, resource_type, account_id, region, kind, status, started_at)
       SELECT max(id), 'aws_sagemaker_trainingjob', '${accounts[1]}', 'us-east-1', 'full', 'running', '${new Date(start + 5 * hour).toISOString()}' FROM crawl`,
    );
    await store('past', { account: accounts[1], status: 'Failed', modified: start + 4 * hour });
    await store('during', { account: accounts[1], status: 'Failed', modified: start + 6 * hour });
    await store('late', { account: accounts[0], status: 'Failed', modified: start + 2 * hour });
    const groups = await evaluate('failed', start + 7 * hour);
    assert.deepEqual(groups.flatMap(({ resources }) => resources.map(({ name }) => name)).sort(), ['during', 'late']);
  });

  it('tell nothing of resources that a policy means anew, but of those that come to violate it', async () => {
    await clear();
    await store('a', { team: 'nlp' });
    await store('b');
    await applyWatches(db.kysely, [watch('untagged', { when: 'violates', policy: 'tagged' })], known);
    await evaluatePolicies(db.kysely);
    assert.deepEqual(await evaluate('untagged', start), []);
    await applyPolicies(db.kysely, [{ ...tagged, require: 'tags.squad:*' }]);
    assert.deepEqual(await evaluate('untagged', start), [], 'while not every job has a verdict');
    await evaluatePolicies(db.kysely);
    assert.deepEqual(await evaluate('untagged', start), [], 'both violate it now');
    await applyPolicies(db.kysely, [tagged]);
    await evaluatePolicies(db.kysely);
    await evaluate('untagged', start);
    await store('a', { modified: start + 1000 });
    await evaluatePolicies(db.kysely);
    const [group] = await evaluate('untagged', start + 2000);
    assert.deepEqual([group?.reason, group?.resources.map(({ name }) => name)], ['tagged', ['a']]);
  });

  it('group what comes together by reason, account and region, and store one message each for every channel', async () => {
    await clear();
    const failed = watch('failed', {
      title: 'A job failed',
      about: 'training_job_status:Failed',
      channels: ['ops', 'chat'],
    });
    await applyWatches(db.kysely, [failed], { ...known, channels: ['ops', 'chat'] });
    await evaluate('failed', start);
    for (let index = 0; index < 30; index++) {
      await store(`job-${index}`, { status: 'Failed', modified: start + 1, reason: `rank ${index} of 64 died` });
    }
    await store('other', { status: 'Failed', modified: start + 1, reason: 'no capacity' });
    const groups = await evaluate('failed', start + 2);
    assert.deepEqual(
      groups.map(({ reason, count, ids, resources }) => [reason, count, ids.length, resources.length]).sort(),
      [
        ['no capacity', 1, 1, 1],
        ['rank <n> of <n> died', 30, 30, 20],
      ],
    );
    const deliveries = await db.kysely
      .transaction()
      .execute((trx) => storeMessages(trx, failed, groups, Date.UTC(2026, 0, 11)));
    assert.deepEqual(
      deliveries.map(({ channel }) => channel),
      ['ops', 'chat', 'ops', 'chat'],
    );
    assert.deepEqual(
      deliveries.map(({ id }) => id),
      deliveries.map(({ id }) => id).sort(),
    );
    const { rows } = await db.pool.query(
      "SELECT body -> 'data' ->> 'summary' AS said FROM sagecat_private.watch_message",
    );
    assert.deepEqual(rows.map(({ said }) => said).sort(), [
      'A job failed: 1 training job in 111122223333/us-east-1: no capacity',
      'A job failed: 30 training jobs in 111122223333/us-east-1 with the same reason: rank <n> of <n> died',
    ]);
  });

  it('of thresholds tell each number once: of costs in their month, of others whenever it is passed again', async () => {
    await clear();
    const price = { kind: 'training', instance_type: 'ml.p4d.24xlarge', price: '36', discount_percent: null } as const;
    const everywhere = {
      source: 'list',
      account_id: '*',
      region: 'us-east-1',
      valid_from: '2020-01-01',
      valid_to: null,
    } as const;
    await storePrices(db.kysely, [{ ...price, ...everywhere }], { origin: 'test' });
    const budget: Budget = { name: 'nlp', amount: 100, currency: 'USD' };
    await applyWatches(
      db.kysely,
      [
        watch('spent', { when: 'threshold', measure: 'budget', budget: 'nlp', above: [50, 80, 100] }),
        watch('failures', { when: 'threshold', measure: 'failures_per_hour', above: [1] }),
      ],
      known,
    );
    const tell = async (name: string, now: number) =>
      (await evaluate(name, now, [budget])).map(({ value, above, unit }) => [value, above, unit]);
    assert.deepEqual(await tell('spent', start), []);
    // Two instances for 3000 seconds at 36 an hour.
    const ended = { status: 'Completed', modified: start + 1 };
    const times = { TrainingStartTime: start / 1000, TrainingEndTime: start / 1000 + 3000 };
    await store('a', { ...ended, more: times });
    assert.deepEqual(await tell('spent', start + hour), [[60, 50, '%']]);
    assert.deepEqual(await tell('spent', start + hour), []);
    await store('b', { ...ended, more: times });
    assert.deepEqual(await tell('spent', start + hour), [[120, 100, '%']]);
    assert.deepEqual(await tell('spent', start + 24 * hour), []);
    const failed = (at: number) => ({ status: 'Failed', modified: at, more: { TrainingEndTime: at / 1000 } });
    await store('c', failed(start));
    await store('d', failed(start));
    assert.deepEqual(await tell('failures', start + 1000), [[2, 1, 'failures an hour']]);
    assert.deepEqual(await tell('failures', start + 2000), []);
    assert.deepEqual(await tell('failures', start + 2 * hour), []);
    await store('e', failed(start + 3 * hour));
    await store('f', failed(start + 3 * hour));
    assert.deepEqual(await tell('failures', start + 3 * hour + 1000), [[2, 1, 'failures an hour']]);
  });

  it('of stale targets tell each once, until it has been complete again', async () => {
    await clear();
    await applyWatches(db.kysely, [watch('stale', { when: 'stale', hours: 24 })], known);
    await cover(accounts[0], start);
    await cover(accounts[1], start + 10 * hour);
    const told = async (now: number) => (await evaluate('stale', now)).map(({ account_id }) => account_id);
    assert.deepEqual(await told(start + 20 * hour), []);
    assert.deepEqual(await told(start + 25 * hour), [accounts[0]]);
    assert.deepEqual(await told(start + 35 * hour), [accounts[1]]);
    await cover(accounts[0], start + 36 * hour);
    assert.deepEqual(await told(start + 37 * hour), []);
    assert.deepEqual(await told(start + 61 * hour), [accounts[0]]);
  });

  it('are due when a row was written or time has passed', async () => {
    await clear();
    await applyWatches(
      db.kysely,
      [
        watch('failed', {}),
        watch('stale', { when: 'stale', hours: 1 }),
        watch('other', { type: 'aws_sagemaker_processingjob' }),
      ],
      known,
    );
    const due = async (now: number) => (await dueWatches(db.kysely, now)).map(({ name }) => name);
    assert.deepEqual(await due(start), ['failed', 'stale', 'other']);
    for (const name of ['failed', 'stale', 'other']) await evaluate(name, start);
    assert.deepEqual(await due(start + 1000), []);
    await store('a');
    assert.deepEqual(await due(start + 1000), ['failed']);
    await evaluate('failed', start + 1000);
    assert.deepEqual(await due(start + 30_000), ['stale', 'other']);
  });

  it('that are applied say what changed, and begin anew where they mean something else', async () => {
    await clear();
    await applyWatches(db.kysely, [watch('kept', {}), watch('altered', {}), watch('gone', {})], known);
    for (const name of ['kept', 'altered']) await evaluate(name, start);
    const applied = await applyWatches(
      db.kysely,
      [watch('new', {}), watch('kept', { title: 'Another title' }), watch('altered', { when: 'leaves' })],
      known,
    );
    assert.deepEqual(applied, { added: ['new'], changed: ['kept', 'altered'], removed: ['gone'] });
    assert.deepEqual(
      (await dueWatches(db.kysely, start)).map(({ name }) => name),
      ['new', 'altered'],
    );
    await saveWatch(db.kysely, watch('more', {}), known);
    assert.equal(await deleteWatch(db.kysely, 'new'), true);
    assert.equal(await deleteWatch(db.kysely, 'new'), false);
    assert.deepEqual(
      (await readWatches(db.kysely)).map(({ name }) => name),
      ['kept', 'altered', 'more'],
    );
  });

  it('that are wrong are refused with the watch, the member and the place, all at once', () => {
    assert.throws(
      () =>
        checkWatches(
          [
            watch('a', { about: 'violates:x', channels: ['opps'] }),
            watch('a', { type: 'aws_sagemaker_trainingjobs' }),
            watch('b', { when: 'changes', about: '(' }),
            watch('c', { when: 'changes', fields: ['training_job_statu'] }),
            watch('d', { when: 'threshold', measure: 'budget', above: [1], currency: 'EUR' }),
            watch('e', { when: 'violates', policy: 'taged' }),
            watch('f', { when: 'stale', hours: 1, about: 'x', fields: ['y'] }),
          ],
          { ...known, policies: ['tagged'] },
        ),
      (error) => {
        assert.ok(error instanceof WatchError);
        assert.deepEqual(
          error.problems.map((problem) => problem.replace(/(at character \d+): .*/, '$1')),
          [
            'watch a: channels: there is no channel opps; did you mean ops?',
            'watch a: about: it cannot ask for violates; when: violates tells of a policy',
            'watch a: another watch has the same name',
            'watch a: type: there is no resource type aws_sagemaker_trainingjobs; did you mean aws_sagemaker_trainingjob?',
            'watch b: fields is missing: changes needs it',
            'watch b: about, at character 1',
            'watch c: fields: there is no field training_job_statu; did you mean training_job_status?',
            'watch d: budget is missing: name one of budgets',
            'watch d: currency is for the measures cost_today and running_cost alone',
            'watch e: policy: there is no policy taged; did you mean tagged?',
            'watch f: fields is for changes alone, not for stale',
            'watch f: about finds resources, and stale is of targets: leave it out',
            'watch f: fields: there is no field y',
          ],
        );
        return true;
      },
    );
  });
});
