import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { string, struct, timestamp } from '../../../catalog/fields.ts';
import { actionsOf } from '../../../catalog/iam-policy.ts';
import { resourceType } from '../../../catalog/resource-type.ts';
import type { Database } from '../../../db/database.ts';
import { createResourceType } from '../../../db/ddl/resource-type-ddl.ts';
import type { Crawler } from '../../../services/crawler/crawler.ts';
import { runCrawl } from '../../../services/crawler/run-crawl.ts';
import { type Simulator, startSimulator } from '../../../services/simulator/simulator.ts';
import { assertComplete, crawlerOf, crawlSimulator, useSimulator } from '../../support/crawl-simulator.ts';
import { testDatabase } from '../../support/test-database.ts';

const operation = 'DescribeNotebookInstanceLifecycleConfig';

/** Notebooks, of which another operation says what runs when they start. */
const notebook = resourceType({
  name: 'aws_sagemaker_completed_notebook',
  title: 'notebook',
  description: 'Notebooks.',
  service: 'sagemaker',
  arnResource: 'notebook-instance/',
  identity: {
    arn: 'NotebookInstanceArn',
    name: 'NotebookInstanceName',
    createdAt: 'CreationTime',
    modifiedAt: 'LastModifiedTime',
  },
  members: {
    NotebookInstanceArn: string('ARN of the notebook.'),
    NotebookInstanceName: string('Name of the notebook.'),
    NotebookInstanceStatus: string('Where it stands.'),
    NotebookInstanceLifecycleConfigName: string('Name of what runs when it starts.'),
    Startup: struct('What runs when it starts.', {
      NotebookInstanceLifecycleConfigName: string('Its name.'),
      NotebookInstanceLifecycleConfigArn: string('Its ARN.'),
    }),
    CreationTime: timestamp('When it was created.'),
    LastModifiedTime: timestamp('When it last changed.'),
  },
  list: {
    operation: 'ListNotebookInstances',
    results: 'NotebookInstances',
    changeMembers: ['LastModifiedTime', 'NotebookInstanceStatus'],
  },
  describe: {
    operation: 'DescribeNotebookInstance',
    by: 'NotebookInstanceName',
    completedBy: { operation, by: 'NotebookInstanceLifecycleConfigName', member: 'Startup' },
  },
  facets: [],
  settings: [],
  progress: [],
  isSettled: () => false,
  openUntil: () => undefined,
});

const account = '111122223333';
const region = 'us-east-1';
const noon = Date.UTC(2026, 0, 15, 12);
const arnOf = (name: string) => `arn:aws:sagemaker:${region}:${account}:notebook-instance-lifecycle-config/${name}`;
const withPart = (name: string) => ({
  NotebookInstanceLifecycleConfigName: name,
  Startup: { NotebookInstanceLifecycleConfigName: name, NotebookInstanceLifecycleConfigArn: arnOf(name) },
});

describe('what another operation answers of a resource', () => {
  let database: Database;
  let simulator: Simulator;
  let crawler: Crawler;
  let now = noon;
  const start = (deniedOperations: string[] = []) =>
    startSimulator({
      ...{ types: [notebook], accounts: [{ id: account }], regions: [region], jobs: 0 },
      ...{ now: () => now, anchor: noon, deniedOperations },
    });
  const put = (on: Simulator, name: string, members: Record<string, unknown>) =>
    on
      .of(notebook, account, region)
      .put({ NotebookInstanceName: name, CreationTime: (noon - 3_600_000) / 1000, ...members });
  before(async () => {
    database = await testDatabase();
    await database.pool.query(createResourceType(notebook));
    simulator = await start();
    useSimulator(simulator);
    crawler = crawlerOf(simulator, database, { resourceTypes: [notebook], now: () => now });
  });
  after(async () => {
    await simulator?.close();
    await database?.[Symbol.asyncDispose]();
  });

  const crawl = async () => {
    now += 3_600_000;
    const summary = await runCrawl(crawler, { kind: 'full' });
    assertComplete(summary);
    return summary.api_calls[operation] ?? 0;
  };
  const parts = async () => {
    const { rows } = await database.pool.query<{ name: string; arn: string | null }>(
      `SELECT notebook_instance_name AS name, startup ->> 'notebook_instance_lifecycle_config_arn' AS arn
       FROM ${notebook.name} ORDER BY 1`,
    );
    return Object.fromEntries(rows.map(({ name, arn }) => [name, arn]));
  };

  it('is a member of its row, and is asked once for each name', async () => {
    for (const name of ['a', 'b']) put(simulator, name, withPart('shared'));
    put(simulator, 'c', withPart('own'));
    put(simulator, 'd', {});
    assert.equal(await crawl(), 2);
    const known = { a: arnOf('shared'), b: arnOf('shared'), c: arnOf('own'), d: null };
    assert.deepEqual(await parts(), known);
    assert.equal(await crawl(), 0);
    assert.deepEqual(await parts(), known);
  });

  it('is asked for anew where the resource names another', async () => {
    simulator.of(notebook, account, region).update('b', withPart('next'));
    assert.equal(await crawl(), 1);
    assert.equal((await parts()).b, arnOf('next'));
  });

  it('is kept as it was where the service has it no more', async () => {
    simulator.of(notebook, account, region).update('c', { Startup: undefined });
    // Another process, which has asked for nothing yet.
    crawler = crawlerOf(simulator, database, { resourceTypes: [notebook], now: () => now });
    assert.equal(await crawl(), 3);
    assert.equal((await parts()).c, arnOf('own'));
  });

  it('is needed: without the right to ask, no half of a resource is stored, and the reason names the operation', async () => {
    await database.pool.query(`DELETE FROM ${notebook.name}`);
    await using denying = await start([operation]);
    put(denying, 'a', withPart('shared'));
    put(denying, 'd', {});
    const { targets, jobs } = await crawlSimulator(denying, database, {
      ...{ resourceTypes: [notebook], kind: 'full', now: () => now },
    });
    assert.deepEqual([targets[0]?.status, jobs.failed], ['partial', 1]);
    assert.match(targets[0]?.reason ?? '', new RegExp(operation));
    assert.deepEqual(await parts(), { d: null });
  });

  it('is among the actions that a policy has to allow', () => {
    assert.ok(actionsOf(notebook).includes(`sagemaker:${operation}`));
  });
});
