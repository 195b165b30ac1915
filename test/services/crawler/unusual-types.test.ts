import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { string, timestamp } from '../../../catalog/fields.ts';
import { resourceType } from '../../../catalog/resource-type.ts';
import type { AnyResourceType } from '../../../catalog/resource-types.ts';
import type { Database } from '../../../db/database.ts';
import { missingDdl } from '../../../db/ddl/missing-ddl.ts';
import { createResourceType } from '../../../db/ddl/resource-type-ddl.ts';
import { planTargets } from '../../../services/crawler/plan-targets.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlSimulator } from '../../support/crawl-simulator.ts';
import { testDatabase } from '../../support/test-database.ts';

const common = { service: 'sagemaker', facets: [], settings: [], progress: [], openUntil: () => undefined } as const;

/** Described one by one: Search does not know them. */
const compilationJob = resourceType({
  ...common,
  name: 'aws_sagemaker_compilationjob',
  title: 'compilation job',
  description: 'Compilation jobs.',
  arnResource: 'compilation-job/',
  identity: {
    arn: 'CompilationJobArn',
    name: 'CompilationJobName',
    createdAt: 'CreationTime',
    modifiedAt: 'LastModifiedTime',
  },
  members: {
    CompilationJobArn: string('ARN of the job.'),
    CompilationJobName: string('Name of the job.'),
    CompilationJobStatus: string('Where it stands.'),
    ModelPackageVersionArn: string('What it runs.'),
    CreationTime: timestamp('When it was created.'),
    LastModifiedTime: timestamp('When it last changed.'),
  },
  list: {
    operation: 'ListCompilationJobs',
    results: 'CompilationJobSummaries',
    changeMembers: ['LastModifiedTime', 'CompilationJobStatus'],
  },
  describe: { operation: 'DescribeCompilationJob', by: 'CompilationJobName' },
  isSettled: ({ compilation_job_status }) => compilation_job_status === 'Completed',
});

/** The listing is all that there is; its filters have names of their own, and a page has fewer of them. */
const experiment = resourceType({
  ...common,
  name: 'aws_sagemaker_experiment',
  title: 'experiment',
  description: 'Experiments.',
  arnResource: 'experiment/',
  identity: {
    arn: 'ExperimentArn',
    name: 'ExperimentName',
    createdAt: 'CreationTime',
    modifiedAt: 'LastModifiedTime',
  },
  members: {
    ExperimentArn: string('ARN of the experiment.'),
    ExperimentName: string('Name of the experiment.'),
    DisplayName: string('Name that is shown.'),
    CreationTime: timestamp('When it was created.'),
    LastModifiedTime: timestamp('When it last changed.'),
  },
  list: {
    operation: 'ListExperiments',
    results: 'ExperimentSummaries',
    changeMembers: ['LastModifiedTime'],
    parameters: {
      createdAfter: 'CreatedAfter',
      createdBefore: 'CreatedBefore',
      pageSize: { name: 'MaxResults', max: 7 },
    },
  },
  isSettled: () => false,
});

/** Listed in no order and without filters, without tags and without a time of change; members are words of SQL. */
const domain = resourceType({
  ...common,
  name: 'aws_sagemaker_domain',
  title: 'domain',
  description: 'Domains.',
  arnResource: 'domain/',
  identity: { arn: 'DomainArn', name: 'DomainId', createdAt: 'CreationTime' },
  members: {
    DomainArn: string('ARN of the domain.'),
    DomainId: string('Identifier of the domain.'),
    Status: string('Where it stands.'),
    Order: string('A word that SQL reserves.'),
    User: string('Another one.'),
    CreationTime: timestamp('When it was created.'),
  },
  list: {
    operation: 'ListDomains',
    results: 'Domains',
    changeMembers: ['Status'],
    parameters: { oldestFirst: undefined, createdAfter: undefined, createdBefore: undefined },
  },
  describe: { operation: 'DescribeDomain', by: 'DomainId' },
  indexes: { orders: ['order'], filters: ['user'], members: [] },
  isUntagged: true,
  isSettled: ({ status }) => status === 'InService',
});

const account = '111122223333';
const region = 'us-east-1';
const noon = Date.UTC(2026, 0, 15, 12);
const hour = 3_600_000;

describe('resource types unlike the first', () => {
  const types: AnyResourceType[] = [compilationJob, experiment, domain];
  let database: Database;
  let simulator: Simulator;
  let now = noon;
  before(async () => {
    database = await testDatabase();
    for (const type of types) await database.pool.query(createResourceType(type));
    simulator = await startSimulator({
      ...{ types, accounts: [{ id: account }], regions: [region], jobs: 0 },
      ...{ now: () => now, anchor: noon },
    });
  });
  after(async () => {
    await simulator?.close();
    await database?.[Symbol.asyncDispose]();
  });

  const crawl = async (type: AnyResourceType, kind: 'full' | 'auto' = 'auto') => {
    now += hour;
    const summary = await crawlSimulator(simulator, database, { resourceTypes: [type], kind, now: () => now });
    assertComplete(summary);
    const { new: added, changed, unchanged, deleted } = summary.jobs;
    return { kind: summary.targets[0]?.kind, calls: summary.api_calls, jobs: { added, changed, unchanged, deleted } };
  };
  const rows = async (type: AnyResourceType, ...columns: string[]) => {
    const names = sql.join(columns.map((column) => sql.ref(column)));
    const found = await sql<Record<string, unknown>>`
      SELECT ${names} FROM ${sql.table(type.name)} ORDER BY ${sql.ref(type.key.name)}`.execute(database.kysely);
    return found.rows.map((row) => columns.map((column) => row[column]));
  };
  const at = (type: AnyResourceType) => simulator.of(type, account, region);
  const tag = [{ Key: 'team', Value: 'one' }];

  it('are described and asked for their tags one by one, where Search does not know them', async () => {
    const put = (name: string, CompilationJobStatus: string) =>
      at(compilationJob).put(
        {
          CompilationJobName: name,
          CompilationJobStatus,
          CreationTime: (now - hour) / 1000,
          ModelPackageVersionArn: 'm',
        },
        tag,
      );
    for (const [name, status] of [['a', 'Completed'] as const, ['b', 'InProgress'] as const]) put(name, status);
    const first = await crawl(compilationJob);
    assert.deepEqual(first.jobs, { added: 2, changed: 0, unchanged: 0, deleted: 0 });
    assert.deepEqual(first.calls, { DescribeCompilationJob: 2, ListTags: 2, ListCompilationJobs: 2 });
    put('c', 'Completed');
    at(compilationJob).update('b', { CompilationJobStatus: 'Completed' });
    const second = await crawl(compilationJob);
    assert.equal(second.kind, 'incremental');
    assert.deepEqual(second.jobs, { added: 1, changed: 1, unchanged: 1, deleted: 0 });
    assert.deepEqual(second.calls, { DescribeCompilationJob: 2, ListTags: 2, ListCompilationJobs: 1 });
    at(compilationJob).delete('a');
    const third = await crawl(compilationJob, 'full');
    assert.deepEqual(third.jobs, { added: 0, changed: 0, unchanged: 2, deleted: 1 });
    const known = await rows(compilationJob, 'compilation_job_name', 'compilation_job_status', 'completeness', 'tags');
    assert.deepEqual(
      known,
      ['a', 'b', 'c'].map((name) => [name, 'Completed', 'described', ['team:one']]),
    );
  });

  it('are stored as they are listed, where nothing describes them', async () => {
    for (let index = 0; index < 20; index++)
      at(experiment).put({ ExperimentName: `e${index}`, CreationTime: (now - index * hour) / 1000 }, tag);
    const first = await crawl(experiment);
    assert.deepEqual(first.jobs, { added: 20, changed: 0, unchanged: 0, deleted: 0 });
    // Three pages of seven, and a look whether that was the end.
    assert.deepEqual(first.calls, { ListExperiments: 4, ListTags: 20 });
    at(experiment).update('e3', { DisplayName: 'the third' });
    at(experiment).delete('e5');
    const second = await crawl(experiment);
    assert.equal(second.kind, 'full');
    assert.deepEqual(second.jobs, { added: 0, changed: 1, unchanged: 18, deleted: 1 });
    const [[shown] = []] = (await rows(experiment, 'display_name', 'experiment_name')).filter(
      ([, name]) => name === 'e3',
    );
    assert.equal(shown, 'the third');
    const gone = (await rows(experiment, 'experiment_name', 'deleted_at')).filter(([, deleted]) => deleted !== null);
    assert.deepEqual(
      gone.map(([name]) => name),
      ['e5'],
    );
  });

  it('are sought in the listing, where one of them is asked for that nothing describes', async () => {
    const arn = `arn:aws:sagemaker:${region}:${account}:experiment/e7`;
    at(experiment).update('e7', { DisplayName: 'the seventh' });
    const { targets, jobs } = await crawlSimulator(simulator, database, { resourceTypes: types, scope: { job: arn } });
    assert.deepEqual(
      targets.map(({ resource_type, status }) => [resource_type, status]),
      [[experiment.name, 'complete']],
    );
    assert.equal(jobs.changed, 1);
  });

  it('are listed whole before they are compared, where the listing has no order', async () => {
    for (let index = 0; index < 150; index++)
      at(domain).put({
        ...{ DomainId: `d-${index}`, Status: 'InService', Order: `o${index}`, User: 'u' },
        CreationTime: (now - ((index * 7) % 150) * hour) / 1000,
      });
    const first = await crawl(domain);
    assert.deepEqual(first.jobs, { added: 150, changed: 0, unchanged: 0, deleted: 0 });
    assert.deepEqual(first.calls, { DescribeDomain: 150, ListDomains: 2 });
    at(domain).delete('d-3');
    at(domain).put({ DomainId: 'd-new', Status: 'Pending' });
    const second = await crawl(domain);
    assert.deepEqual([second.kind, second.calls], ['incremental', { DescribeDomain: 1, ListDomains: 2 }]);
    const third = await crawl(domain, 'full');
    assert.deepEqual(third.jobs, { added: 0, changed: 0, unchanged: 150, deleted: 1 });
    assert.deepEqual((await rows(domain, 'order', 'user', 'tags'))[0], ['o0', 'u', []]);
  });

  it('have tables whose columns may be words of SQL', async () => {
    for (const type of types) assert.deepEqual(await missingDdl(database.pool, type), []);
  });

  it('are asked for an ARN only where it is theirs', () => {
    const accounts = [{ account: { id: account, regions: [region] }, accountId: account }];
    const plan = (job: string) => planTargets(accounts, types, { job }).map(({ resource_type }) => resource_type);
    assert.deepEqual(plan(`arn:aws:sagemaker:${region}:${account}:domain/d-1`), [domain.name]);
    assert.deepEqual(plan(`arn:aws:sagemaker:${region}:${account}:compilation-job/a`), [compilationJob.name]);
    assert.deepEqual(plan('a').length, 3);
  });
});
