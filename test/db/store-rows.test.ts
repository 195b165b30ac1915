import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { flatten, type Origin } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { Database } from '../../db/database.ts';
import type { Observation } from '../../db/store/observation.ts';
import { storeRows } from '../../db/store/store-rows.ts';
import { describeResponse } from '../support/responses.ts';
import { testDatabase } from '../support/test-database.ts';

function observe(
  overrides: Record<string, unknown> = {},
  tags: Origin['tags'] = [],
  source: Observation['source'] = 'describe',
) {
  const flattened = flatten(trainingJob, describeResponse(overrides), { tags });
  assert.ok(flattened.ok);
  return { row: flattened.row, region: flattened.region, source };
}

describe('storeRows', () => {
  let db: Database;
  before(async () => {
    db = await testDatabase();
  });
  after(() => db[Symbol.asyncDispose]());

  const store = (...batch: Observation[]) => storeRows(db.kysely, trainingJob, batch);
  const read = async (name: string) =>
    db.kysely.selectFrom('aws_sagemaker_trainingjob').selectAll().where('training_job_name', '=', name).execute();
  const changesOf = (id: number) =>
    db.kysely.selectFrom('resource_change').selectAll().where('resource_id', '=', id).orderBy('id').execute();
  const versionsOf = async (name: string) => {
    const { rows } = await sql<{ xmin: string }>`
      SELECT xmin::text FROM aws_sagemaker_trainingjob WHERE training_job_name = ${name}`.execute(db.kysely);
    return rows;
  };

  it('inserts a new resource with all its columns', async () => {
    const observation = observe({ TrainingJobName: 'Insert' }, [{ Key: 'team', Value: 'nlp' }]);
    const [stored] = await store(observation);
    assert.equal(stored?.outcome, 'new');
    const [row] = await read('Insert');
    for (const { name } of trainingJob.columns) {
      assert.deepEqual(row?.[name as keyof typeof row], observation.row[name], name);
    }
    assert.equal(row?.region, 'us-east-1');
    assert.equal(row?.completeness, 'described');
  });

  it('keeps 64-bit integers, NaN and infinities as they are', async () => {
    await store(
      observe({
        TrainingJobName: 'Exact',
        BillableTokenCount: 9223372036854775807n,
        InputDataConfig: [{ ShuffleConfig: { Seed: -9007199254740993n } }],
        FinalMetricDataList: [{ Value: 'NaN' }, { Value: Number.NEGATIVE_INFINITY }, { Value: 0.3730885982513428 }],
      }),
    );
    const [row] = await read('Exact');
    assert.equal(row?.billable_token_count, 9223372036854775807n);
    assert.equal(row?.input_data_config?.[0]?.shuffle_config?.seed, -9007199254740993n);
    assert.deepEqual(
      row?.final_metric_data_list?.map(({ value }) => value),
      ['NaN', '-Infinity', 0.3730885982513428],
    );
  });

  it('leaves rows untouched when nothing has changed', async () => {
    const first = observe({ TrainingJobName: 'Same', HyperParameters: { a: '1', b: '2' } });
    await store(first);
    const version = await versionsOf('Same');
    const [again] = await store(observe({ TrainingJobName: 'Same', HyperParameters: { b: '2', a: '1' } }));
    assert.equal(again?.outcome, 'unchanged');
    assert.deepEqual(await versionsOf('Same'), version);
  });

  it('updates what differs and records the fields with their values before and after', async () => {
    const pool = { TrainingJobName: 'Pool', WarmPoolStatus: { Status: 'Available' } };
    await store(observe(pool));
    const [stored] = await store(observe({ ...pool, WarmPoolStatus: { Status: 'Reused', ReusedByJob: 'next' } }));
    assert.equal(stored?.outcome, 'changed');
    const [change, ...others] = await changesOf(stored.id);
    assert.deepEqual(others, []);
    assert.deepEqual(change?.fields.toSorted(), ['warm_pool_status.reused_by_job', 'warm_pool_status.status']);
    assert.deepEqual(
      [change?.before, change?.after].map((columns) => columns?.warm_pool_status),
      [
        { status: 'Available', resource_retained_billable_time_in_seconds: null, reused_by_job: null },
        { status: 'Reused', resource_retained_billable_time_in_seconds: null, reused_by_job: 'next' },
      ],
    );
  });

  it('keeps tags that a describe did not read', async () => {
    await store(observe({ TrainingJobName: 'Tagged' }, [{ Key: 'team', Value: 'nlp' }]));
    const [stored] = await store(observe({ TrainingJobName: 'Tagged' }, null));
    assert.equal(stored?.outcome, 'unchanged');
    assert.deepEqual((await read('Tagged'))[0]?.tags, ['team:nlp']);
  });

  it('fills in after Search what only a describe shows, without calling it a change', async () => {
    const profiled = { TrainingJobName: 'Searched', ProfilingStatus: 'Enabled' };
    const [searched] = await store(observe({ TrainingJobName: 'Searched' }, [], 'search'));
    assert.equal(searched?.completeness, 'searched');
    const [described] = await store(observe(profiled));
    assert.equal(described?.outcome, 'unchanged');
    assert.equal(described?.completeness, 'described');
    assert.equal((await read('Searched'))[0]?.profiling_status, 'Enabled');
    assert.deepEqual(await changesOf(described.id), []);
    const [again] = await store(observe({ TrainingJobName: 'Searched' }, [], 'search'));
    assert.equal(again?.outcome, 'unchanged');
    assert.equal((await read('Searched'))[0]?.profiling_status, 'Enabled');
  });

  it('asks for a describe again when Search shows more than changed tags', async () => {
    await store(observe({ TrainingJobName: 'Drift' }));
    const [tagged] = await store(observe({ TrainingJobName: 'Drift' }, [{ Key: 'a', Value: 'b' }], 'search'));
    assert.equal(tagged?.completeness, 'described');
    const [moved] = await store(observe({ TrainingJobName: 'Drift', TrainingJobStatus: 'Failed' }, [], 'search'));
    assert.equal(moved?.completeness, 'searched');
  });

  it('treats a name that is used again as a new resource, and the old one as deleted', async () => {
    await store(observe({ TrainingJobName: 'Twice', CreationTime: 1_700_000_000 }));
    const [second] = await store(observe({ TrainingJobName: 'Twice', CreationTime: 1_710_000_000 }));
    assert.equal(second?.outcome, 'new');
    const rows = (await read('Twice')).toSorted((a, b) => a.id - b.id);
    assert.notEqual(rows[0]?.deleted_at, null);
    assert.equal(rows[1]?.deleted_at, null);
    assert.equal((await changesOf(rows[0]?.id ?? 0))[0]?.kind, 'deleted');
  });

  it('restores a resource that is seen again', async () => {
    const [first] = await store(observe({ TrainingJobName: 'Back' }));
    await sql`UPDATE aws_sagemaker_trainingjob SET deleted_at = now() WHERE id = ${first?.id}`.execute(db.kysely);
    const [again] = await store({ ...observe({ TrainingJobName: 'Back' }), askedAt: new Date(Date.now() + 1000) });
    assert.equal(again?.outcome, 'changed');
    assert.equal((await read('Back'))[0]?.deleted_at, null);
    assert.equal((await changesOf(again.id))[0]?.kind, 'restored');
  });

  for (const [what, seen] of [
    ['a recording', observe({ TrainingJobName: 'Gone' })],
    [
      'a recording with other settings',
      observe({ TrainingJobName: 'Gone', RoleArn: 'arn:aws:iam::123456789012:role/x' }),
    ],
    ['Search', observe({ TrainingJobName: 'Gone' }, [], 'search')],
    ['an event or a manifest', observe({ TrainingJobName: 'Gone', TrainingJobStatus: 'Stopping' }, [], 'part')],
    [
      'a describe that was on its way',
      { ...observe({ TrainingJobName: 'Gone' }), askedAt: new Date(Date.now() - 60_000) },
    ],
  ] as const) {
    it(`does not bring back what is deleted for ${what}, which tells of an earlier moment`, async () => {
      await store(observe({ TrainingJobName: 'Gone' }));
      await sql`UPDATE aws_sagemaker_trainingjob SET deleted_at = now() WHERE training_job_name = 'Gone'`.execute(
        db.kysely,
      );
      await store(seen);
      assert.notEqual((await read('Gone'))[0]?.deleted_at, null);
    });
  }

  it('does not bring back a resource whose name another has had since, whatever tells of it', async () => {
    await store(observe({ TrainingJobName: 'Reused', CreationTime: 1_700_000_000 }));
    await store(observe({ TrainingJobName: 'Reused', CreationTime: 1_710_000_000 }));
    for (const askedAt of [undefined, new Date(Date.now() + 60_000)])
      await store({ ...observe({ TrainingJobName: 'Reused', CreationTime: 1_700_000_000 }), askedAt });
    const rows = (await read('Reused')).toSorted((a, b) => a.id - b.id);
    assert.deepEqual(
      rows.map(({ deleted_at }) => deleted_at === null),
      [false, true],
    );
  });

  it('keeps what is settled where a recording of the same time shows it unsettled', async () => {
    const rules = (status: string) => ({
      TrainingJobName: 'Ruled',
      DebugRuleEvaluationStatuses: [{ RuleConfigurationName: 'a', RuleEvaluationStatus: status }],
    });
    await store(observe(rules('IssuesFound')));
    await store(observe(rules('InProgress')));
    const status = async () => (await read('Ruled'))[0]?.debug_rule_evaluation_statuses?.[0]?.rule_evaluation_status;
    assert.equal(await status(), 'IssuesFound');
    await store({ ...observe(rules('InProgress')), askedAt: new Date() });
    assert.equal(await status(), 'InProgress');
  });

  it('counts the last of several observations of one resource in a batch', async () => {
    const stored = await store(
      observe({ TrainingJobName: 'Double', TrainingJobStatus: 'InProgress' }),
      observe({ TrainingJobName: 'Double', TrainingJobStatus: 'Completed' }),
    );
    assert.equal(stored.length, 1);
    assert.equal((await read('Double'))[0]?.training_job_status, 'Completed');
  });

  it('lets an older observation change nothing', async () => {
    await store(observe({ TrainingJobName: 'Late', TrainingJobStatus: 'Completed', LastModifiedTime: 1_760_000_200 }));
    const [late] = await store(
      observe({ TrainingJobName: 'Late', TrainingJobStatus: 'InProgress', LastModifiedTime: 1_760_000_100 }),
    );
    assert.equal(late?.outcome, 'unchanged');
    assert.equal((await read('Late'))[0]?.training_job_status, 'Completed');
  });

  it('takes from a part what it holds of the outcome, and leaves the rest for a describe', async () => {
    const started = { TrainingJobName: 'Part', TrainingJobStatus: 'InProgress', SecondaryStatus: 'Training' };
    await store(observe(started, [{ Key: 'team', Value: 'nlp' }]));
    const part = {
      ...started,
      TrainingJobStatus: 'Completed',
      LastModifiedTime: 1_760_007_200,
      BillableTimeInSeconds: null,
      ResourceConfig: { InstanceType: 'ml.m5.large' },
    };
    const [stored] = await store(observe(part, null, 'part'));
    assert.equal(stored?.outcome, 'changed');
    assert.equal(stored?.completeness, 'searched');
    const [row] = await read('Part');
    assert.equal(row?.training_job_status, 'Completed');
    assert.equal(row?.billable_time_in_seconds, 3000);
    assert.equal(row?.resource_config?.instance_type, 'ml.p4d.24xlarge');
    assert.deepEqual(row?.tags, ['team:nlp']);
    assert.deepEqual((await changesOf(row?.id ?? 0))[0]?.fields.toSorted(), [
      'last_modified_time',
      'training_job_status',
    ]);
    const versions = await versionsOf('Part');
    const [again] = await store(observe(part, null, 'part'));
    const [late] = await store(observe({ ...started, LastModifiedTime: 1_760_003_000 }, null, 'part'));
    assert.deepEqual([again?.outcome, late?.outcome], ['unchanged', 'unchanged']);
    assert.deepEqual(await versionsOf('Part'), versions);
  });

  it('inserts a part of a resource that is not known yet, to be described', async () => {
    const [stored] = await store(observe({ TrainingJobName: 'Part-new' }, null, 'part'));
    assert.deepEqual([stored?.outcome, stored?.completeness], ['new', 'searched']);
  });

  it('stores no secrets, says where they stood, and finds nothing changed when they come again', async () => {
    const secrets = {
      TrainingJobName: 'Secretive',
      HyperParameters: { hub_token: 'hunter2hunter2', lr: '0.1' },
      Environment: { DATABASE_URL: 'postgresql://app:hunter2hunter2@db.example.org/jobs' },
    };
    await store(observe(secrets, [{ Key: 'password', Value: 'hunter2hunter2' }]));
    const [row] = await read('Secretive');
    assert.doesNotMatch(JSON.stringify(row), /hunter2/);
    assert.equal(row?.environment?.DATABASE_URL, 'postgresql://app:***masked:url-password***@db.example.org/jobs');
    assert.deepEqual(row?.masked_fields?.toSorted(), [
      'environment.DATABASE_URL',
      'hyper_parameters.hub_token',
      'tags[0]',
    ]);
    const [again] = await store(observe(secrets, [{ Key: 'password', Value: 'hunter2hunter2' }]));
    assert.equal(again?.outcome, 'unchanged');
  });
});
