import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { flatten } from '../../../catalog/flatten.ts';
import { builtInPolicies } from '../../../catalog/policies/built-in.ts';
import type { Policy } from '../../../catalog/policies/policy.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { applyOwnership } from '../../../db/ownership/apply-ownership.ts';
import { applyPolicies, deletePolicy, savePolicy } from '../../../db/policies/apply-policies.ts';
import { checkPolicies, exemptUntil, PolicyError } from '../../../db/policies/check-policies.ts';
import { evaluatePolicies } from '../../../db/policies/evaluate-policies.ts';
import { readScoreDays, readScores } from '../../../db/policies/read-scores.ts';
import { readPolicies } from '../../../db/policies/stored-policy.ts';
import { searchFilter } from '../../../db/query/search/search.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { testDatabase } from '../../support/test-database.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 0, 10, 20);
const type = 'aws_sagemaker_trainingjob';

const policy = (name: string, require: string, more: Partial<Policy> = {}): Policy => ({
  name,
  title: name,
  type,
  severity: 'medium',
  require,
  ...more,
});

describe('policies', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const clear = async () => {
    await applyPolicies(db.kysely, []);
    await db.pool.query(
      'TRUNCATE aws_sagemaker_trainingjob, sagecat_private.policy_evaluation, policy_score_day CASCADE; DELETE FROM policy_verdict',
    );
    await applyOwnership(db.kysely, []);
  };
  const store = async (
    name: string,
    {
      created = start,
      tags = [],
      account = '111122223333',
    }: { created?: number; tags?: readonly string[]; account?: string } = {},
  ) => {
    const flattened = flatten(
      trainingJob,
      describeResponse({
        TrainingJobArn: `arn:aws:sagemaker:us-east-1:${account}:training-job/${name}`,
        TrainingJobName: name,
        CreationTime: created / 1000,
      }),
      { tags: tags.map((tag) => ({ Key: 'team', Value: tag })) },
    );
    if (!flattened.ok) throw flattened.error;
    await storeRows(db.kysely, trainingJob, [{ row: flattened.row, region: flattened.region, source: 'describe' }]);
  };

  /** Verdicts worked out from nothing: each policy's queries on their own. */
  async function expected(policies: readonly Policy[], now: number): Promise<string[]> {
    const found: string[] = [];
    for (const { name, about = '', require, exemptions = [] } of policies) {
      const matches = (query: string) => sql<boolean>`(${searchFilter(query, { type: trainingJob, now })}) IS TRUE`;
      const exempt = exemptions.filter(({ until }) => now < exemptUntil(until)).map((one) => matches(one.about));
      const { rows } = await sql<{ job: string; complies: boolean; exempt: boolean }>`
        SELECT training_job_name AS job, ${matches(require)} AS complies, ${exempt.length === 0 ? sql`false` : sql.join(exempt, sql` OR `)} AS exempt
        FROM aws_sagemaker_trainingjob AS r WHERE deleted_at IS NULL AND ${matches(about)}`.execute(db.kysely);
      for (const row of rows)
        found.push(`${row.job} ${name} ${row.complies ? 'complies' : row.exempt ? 'exempted' : 'violates'}`);
    }
    return found.sort();
  }

  async function verdicts(): Promise<string[]> {
    const { rows } = await db.pool.query<{ line: string }>(`
      SELECT training_job_name || ' ' || one.policy || ' ' || one.verdict AS line
      FROM policy_verdict AS v JOIN aws_sagemaker_trainingjob AS job ON job.id = v.resource_id
      CROSS JOIN LATERAL (SELECT jsonb_array_elements_text(complies), 'complies' UNION ALL SELECT jsonb_array_elements_text(violates), 'violates'
        UNION ALL SELECT jsonb_array_elements_text(v.exempted), 'exempted') AS one (policy, verdict)`);
    return rows.map(({ line }) => line).sort();
  }

  const counts = (lines: readonly string[]) => {
    const sums: Record<string, number> = {};
    for (const line of lines) {
      const [, ...key] = line.split(' ');
      sums[key.join(' ')] = (sums[key.join(' ')] ?? 0) + 1;
    }
    return sums;
  };

  async function scores(by?: 'owner' | 'tags.team'): Promise<Record<string, number>> {
    const sums: Record<string, number> = {};
    for (const { policy, compliant, violated, exempted } of await readScores(db.kysely, { by })) {
      for (const [verdict, count] of Object.entries({ complies: compliant, violates: violated, exempted })) {
        if (count > 0) sums[`${policy} ${verdict}`] = (sums[`${policy} ${verdict}`] ?? 0) + Number(count);
      }
    }
    return sums;
  }

  const queries = [
    '',
    'tags.team:*',
    'owner:nlp',
    'creation_time:>now-3h',
    'creation_time:<now-1d/d',
    '-tags.team:vision',
    'creation_time:now/d',
    'training_job_name:(a* OR b) -creation_time:[now-5h TO now-1h]',
  ];
  const exemption = fc.record({
    about: fc.constantFrom(...queries),
    reason: fc.constant('old'),
    until: fc.constantFrom('2026-01-10', '2026-01-11', '2026-02-01'),
  });
  const anyPolicy = fc.record({
    name: fc.constantFrom('one', 'two', 'three'),
    about: fc.constantFrom(...queries),
    require: fc.constantFrom(...queries),
    exemptions: fc.array(exemption, { maxLength: 2 }),
  });
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        store: fc.constantFrom('a', 'b', 'c', 'ab'),
        hoursAgo: fc.integer({ min: 0, max: 40 }),
        team: fc.constantFrom('nlp', 'vision', undefined),
      }),
    },
    { weight: 1, arbitrary: fc.record({ remove: fc.constantFrom('a', 'b') }) },
    { weight: 3, arbitrary: fc.record({ pass: fc.integer({ min: 0, max: 30 }) }) },
    { weight: 2, arbitrary: fc.record({ policies: fc.uniqueArray(anyPolicy, { selector: ({ name }) => name }) }) },
    { weight: 1, arbitrary: fc.record({ owners: fc.boolean() }) },
  );

  it('evaluated step by step say what an evaluation from nothing says, and the scores count it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), async (steps, evaluates) => {
        await clear();
        let now = start;
        let held: Policy[] = [];
        for (const one of steps) {
          if ('store' in one)
            await store(one.store, { created: start - one.hoursAgo * hour, tags: one.team ? [one.team] : [] });
          else if ('remove' in one)
            await db.pool.query(
              'UPDATE aws_sagemaker_trainingjob SET deleted_at = now() WHERE training_job_name = $1',
              [one.remove],
            );
          else if ('pass' in one) now += one.pass * hour;
          else if ('owners' in one)
            await applyOwnership(db.kysely, one.owners ? [{ name: 'team', tags: ['team'] }] : []);
          else {
            held = one.policies.map(({ name, require, ...more }) => policy(name, require, more));
            await applyPolicies(db.kysely, held);
          }
          if (evaluates.next().value === false && one !== steps.at(-1)) continue;
          await evaluatePolicies(db.kysely, { now: () => now });
          const wanted = await expected(held, now);
          assert.deepEqual(await verdicts(), wanted);
          for (const by of [undefined, 'owner', 'tags.team'] as const)
            assert.deepEqual(await scores(by), counts(wanted));
        }
      }),
      { numRuns: Number(process.env.POLICY_RUNS ?? 25) },
    );
  });

  it('look only at rows that changed once all have a verdict', async () => {
    await clear();
    for (const name of ['a', 'b', 'c']) await store(name);
    await applyPolicies(db.kysely, [policy('tagged', 'tags.team:*')]);
    await evaluatePolicies(db.kysely);
    // Were the row looked at again, it would get its verdict back.
    await db.pool.query(
      "DELETE FROM policy_verdict WHERE resource_id = (SELECT id FROM aws_sagemaker_trainingjob WHERE training_job_name = 'a')",
    );
    await store('b', { tags: ['nlp'] });
    await evaluatePolicies(db.kysely);
    assert.deepEqual(await verdicts(), ['b tagged complies', 'c tagged violates']);
  });

  it('keep the scores of each day', async () => {
    await clear();
    await store('a');
    await applyPolicies(db.kysely, [policy('tagged', 'tags.team:*')]);
    await evaluatePolicies(db.kysely, { now: () => start });
    await store('a', { tags: ['nlp'] });
    await evaluatePolicies(db.kysely, { now: () => start + 2 * hour });
    await store('b');
    await evaluatePolicies(db.kysely, { now: () => start + 24 * hour });
    assert.deepEqual(await readScoreDays(db.kysely, 'tagged', { limit: 10 }), [
      { day: '2026-01-11', compliant: 1, violated: 1, exempted: 0 },
      { day: '2026-01-10', compliant: 1, violated: 0, exempted: 0 },
    ]);
  });

  it('that are applied say what was added, changed and removed; one can be saved and deleted by itself', async () => {
    await clear();
    await applyPolicies(db.kysely, [policy('kept', ''), policy('altered', ''), policy('gone', '')]);
    const applied = await applyPolicies(db.kysely, [
      policy('new', ''),
      policy('kept', ''),
      policy('altered', 'tags.team:*'),
    ]);
    assert.deepEqual(applied, { added: ['new'], changed: ['altered'], removed: ['gone'] });
    await savePolicy(db.kysely, policy('kept', 'owner:*'));
    assert.equal(await deletePolicy(db.kysely, 'new'), true);
    assert.equal(await deletePolicy(db.kysely, 'new'), false);
  });

  it('that are saved at the same moment all hold', async () => {
    await clear();
    const names = ['a', 'b', 'c', 'd', 'e'];
    await Promise.all(names.map((name) => savePolicy(db.kysely, policy(name, ''))));
    assert.deepEqual((await readPolicies(db.kysely)).map(({ name }) => name).sort(), names);
  });

  it('that are wrong are refused with the policy, the member and the place, all at once', () => {
    assert.throws(
      () =>
        checkPolicies([
          policy('a', 'tags.team:* AND tag.team:x'),
          policy('a', '', { type: 'aws_sagemaker_trainingjobs' }),
          policy('b', 'violates:a', { about: '(', exemptions: [{ about: 'x:', reason: 'r', until: '2026-02-30' }] }),
        ]),
      (error) => {
        assert.ok(error instanceof PolicyError);
        assert.deepEqual(
          error.problems.map((problem) => problem.replace(/: (?=there|this|a term|a value|the value).*/, '')),
          [
            'policy a: require, at character 16',
            'policy a: another policy has the same name',
            'policy a: type',
            'policy b: about, at character 1',
            'policy b: require: it cannot ask for violates itself',
            'policy b: exemptions[0].about, at character 2',
            'policy b: exemptions[0].until: 2026-02-30 is no day',
          ],
        );
        return true;
      },
    );
  });

  it('that are built in can hold, and each says why and by whom', async () => {
    await clear();
    assert.ok(builtInPolicies.length >= 20);
    for (const { reason, source } of builtInPolicies) assert.match(`${reason} ${source}`, /\. https:\/\/\S+$/);
    await store('a');
    await applyPolicies(db.kysely, builtInPolicies);
    await evaluatePolicies(db.kysely);
    const found = await verdicts();
    assert.ok(found.includes('a team-tag violates') && found.includes('a no-credentials complies'), found.join('\n'));
  });
});
