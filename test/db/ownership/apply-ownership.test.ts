import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { flatten } from '../../../catalog/flatten.ts';
import { type OwnershipRule, patternExpression } from '../../../catalog/ownership/rule.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import type { Database } from '../../../db/database.ts';
import { applyOwnership } from '../../../db/ownership/apply-ownership.ts';
import { countOwners } from '../../../db/ownership/count-owners.ts';
import { storeRows } from '../../../db/store/store-rows.ts';
import { describeResponse } from '../../support/responses.ts';
import { onServer, testDatabase } from '../../support/test-database.ts';

interface Job {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly tags: Readonly<Record<string, string>>;
}

const accounts = ['111122223333', '444455556666'];
const keys = ['team', 'Team', 'cost:center'];
const teams = ['nlp', 'vision', ''];

const arnOf = ({ account, name }: Job) => `arn:aws:sagemaker:us-east-1:${account}:training-job/${name.toLowerCase()}`;

function rowOf(job: Job) {
  const flattened = flatten(
    trainingJob,
    describeResponse({ TrainingJobArn: arnOf(job), TrainingJobName: job.name, RoleArn: job.role }),
    { tags: Object.entries(job.tags).map(([Key, Value]) => ({ Key, Value })) },
  );
  if (!flattened.ok) throw flattened.error;
  return { row: flattened.row, region: flattened.region, source: 'describe' as const };
}

/** The owner and the rule that decides, worked out as docs/ownership.md tells it. */
function expected(job: Job, rules: readonly OwnershipRule[]): [string | null, string | null] {
  for (const rule of rules) {
    if (rule.accounts && !rule.accounts.includes(job.account)) continue;
    const role = rule.role === undefined ? undefined : new RegExp(rule.role, 's').exec(job.role);
    const resource = rule.resource === undefined ? undefined : new RegExp(rule.resource, 's').exec(job.name);
    if (role === null || resource === null) continue;
    const field = rule.lookup?.field;
    const value = field?.startsWith('tags.')
      ? job.tags[field.slice(5)]
      : new Map([
          ['account_id', job.account],
          ['role_arn', job.role],
          ['name', job.name],
        ]).get(field ?? '');
    const owner =
      rule.owner ??
      rule.tags?.map((key) => job.tags[key]).find((tag) => tag) ??
      (rule.captures === 'role' ? role?.[1] : rule.captures === 'resource' ? resource?.[1] : undefined) ??
      (value === undefined ? undefined : rule.lookup?.owners.get(value));
    if (owner !== undefined) return [owner, rule.name];
  }
  return [null, null];
}

const pattern = fc
  .array(fc.constantFrom('*', '?', 'team-', 'nlp', '-', 'train', 'arn:aws:iam::', '/', 'role/'), { maxLength: 5 })
  .map((parts) => parts.join(''));
const capturing = fc.tuple(pattern, pattern).map(([left, right]) => `${left}{owner}${right}`);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const conditions = fc.record({
  accounts: optional(fc.subarray(accounts, { minLength: 1 })),
  role: optional(pattern.map(patternExpression)),
  resource: optional(pattern.map(patternExpression)),
});
const ways = fc.oneof(
  fc.record({ owner: fc.constantFrom('nlp', 'platform') }),
  fc.record({ tags: fc.shuffledSubarray(keys, { minLength: 1 }) }),
  capturing.map((text) => ({ captures: 'role' as const, role: patternExpression(text) })),
  capturing.map((text) => ({ captures: 'resource' as const, resource: patternExpression(text) })),
  fc
    .oneof(
      fc.record({
        field: fc.constant('account_id' as const),
        owners: fc.constantFrom(...accounts).map((account) => new Map([[account, 'platform']])),
      }),
      fc.record({
        field: fc.constantFrom(...keys).map((key) => `tags.${key}` as const),
        owners: fc.constant(
          new Map([
            ['nlp', 'Language'],
            ['', 'Nobody'],
          ]),
        ),
      }),
    )
    .map((lookup) => ({ lookup })),
);
const rules: fc.Arbitrary<OwnershipRule[]> = fc
  .array(fc.tuple(conditions, ways), { maxLength: 6 })
  .map((parts) => parts.map(([condition, way], index) => ({ name: `rule ${index}`, ...condition, ...way })));
const job: fc.Arbitrary<Job> = fc.record({
  account: fc.constantFrom(...accounts),
  name: fc.constantFrom('team-nlp-train', 'nlp-Train', 'train', 'a-b-c', 'Über-Training'.replace('Ü', 'U')),
  role: fc.constantFrom(
    'arn:aws:iam::111122223333:role/team-nlp-train',
    'arn:aws:iam::444455556666:role/service/train-nlp',
    'arn:aws:iam::444455556666:role/x',
  ),
  tags: fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...teams), { maxKeys: 3 }),
});

describe('the rules of ownership', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const owned = async () => {
    const { rows } = await db.pool.query<{ arn: string; owner: string | null; rule: string | null }>(
      'SELECT training_job_arn AS arn, owner, owner_rule AS rule FROM aws_sagemaker_trainingjob',
    );
    return new Map(rows.map(({ arn, owner, rule }) => [arn, [owner, rule]]));
  };
  const clear = () => db.pool.query('TRUNCATE aws_sagemaker_trainingjob CASCADE; DELETE FROM resource_change');

  it('give every row the owner that they say, whichever came first, rows, tags or rules', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.record({ put: job }), fc.record({ rules })), { maxLength: 8 }),
        async (steps) => {
          await clear();
          let held: readonly OwnershipRule[] = [];
          await applyOwnership(db.kysely, held);
          const jobs = new Map<string, Job>();
          for (const step of steps) {
            if ('rules' in step) {
              held = step.rules;
              await applyOwnership(db.kysely, held);
            } else {
              jobs.set(arnOf(step.put), step.put);
              await storeRows(db.kysely, trainingJob, [rowOf(step.put)]);
            }
            const wanted = new Map([...jobs].map(([arn, one]) => [arn, expected(one, held)]));
            assert.deepEqual(await owned(), wanted);
          }
        },
      ),
      { numRuns: Number(process.env.OWNERSHIP_RUNS ?? 40) },
    );
  });

  const nlp: Job = { account: '111122223333', name: 'bert', role: 'arn:aws:iam::1:role/x', tags: { team: 'nlp' } };
  const byTag: OwnershipRule = { name: 'team tag', tags: ['team'] };

  it('are applied once, write only rows whose owner differs, and count what each decided', async () => {
    await clear();
    await applyOwnership(db.kysely, []);
    await storeRows(db.kysely, trainingJob, [rowOf(nlp), rowOf({ ...nlp, name: 'other', tags: {} })]);
    assert.deepEqual(await applyOwnership(db.kysely, [byTag]), { changed: true, resources: 1 });
    assert.deepEqual(await applyOwnership(db.kysely, [byTag]), { changed: false, resources: 0 });
    assert.deepEqual(await countOwners(db.kysely), [
      { rule: 'team tag', owners: 1, resources: 1 },
      { rule: null, owners: 0, resources: 1 },
    ]);
  });

  it('make no version of a resource, and readers of changes see its row anew', async () => {
    await clear();
    await applyOwnership(db.kysely, []);
    await storeRows(db.kysely, trainingJob, [rowOf(nlp)]);
    const state = async () =>
      (
        await db.pool.query<{ changed_at: string; written_by: string; changes: number }>(
          `SELECT changed_at::text, written_by::text, (SELECT count(*)::int FROM resource_change) AS changes FROM aws_sagemaker_trainingjob`,
        )
      ).rows[0];
    const before = await state();
    await applyOwnership(db.kysely, [byTag]);
    const now = await state();
    assert.deepEqual([now?.changed_at, now?.changes], [before?.changed_at, before?.changes]);
    assert.ok(BigInt(now?.written_by ?? 0) > BigInt(before?.written_by ?? 0));
  });

  it('hold for a row whose writer began before they were applied', { skip: !onServer && 'one session' }, async () => {
    await clear();
    await applyOwnership(db.kysely, []);
    await storeRows(db.kysely, trainingJob, [rowOf({ ...nlp, name: 'early' })]);
    const writer = await db.pool.connect();
    try {
      await writer.query('BEGIN; SELECT id FROM aws_sagemaker_trainingjob FOR UPDATE');
      const applied = applyOwnership(db.kysely, [byTag]);
      // Once it waits for the writer, the writer goes on: neither may wait for the other for ever.
      for (;;) {
        const { rows } = await db.pool.query("SELECT FROM pg_locks WHERE NOT granted AND mode = 'ExclusiveLock'");
        if (rows.length > 0) break;
      }
      await writer.query(
        `UPDATE aws_sagemaker_trainingjob SET tag_map = '{"team":"vision"}', tags = '["team:vision"]'; COMMIT`,
      );
      await applied;
    } finally {
      writer.release();
    }
    assert.deepEqual([...(await owned()).values()], [['vision', 'team tag']]);
  });

  it('decide about the past by what the row was then', async () => {
    await clear();
    await applyOwnership(db.kysely, [byTag]);
    await storeRows(db.kysely, trainingJob, [rowOf(nlp)], { seenAt: new Date('2026-01-01T00:00:00Z') });
    await storeRows(db.kysely, trainingJob, [rowOf({ ...nlp, tags: { team: 'vision' } })], {
      seenAt: new Date('2026-01-03T00:00:00Z'),
    });
    const then = async () =>
      (
        await sql<{ owner: string; rule: string }>`
          SELECT owner, owner_rule AS rule FROM aws_sagemaker_trainingjob_as_of('2026-01-02T00:00:00Z')`.execute(
          db.kysely,
        )
      ).rows;
    assert.deepEqual(await then(), [{ owner: 'nlp', rule: 'team tag' }]);
    await applyOwnership(db.kysely, [
      { name: 'renamed', lookup: { field: 'tags.team', owners: new Map([['nlp', 'Language']]) } },
    ]);
    assert.deepEqual(await then(), [{ owner: 'Language', rule: 'renamed' }]);
  });
});
