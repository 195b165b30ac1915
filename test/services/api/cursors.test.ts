import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { readManifest } from '../../../catalog/manifests/manifest-record.ts';
import { storeManifests } from '../../../db/manifests/store-manifests.ts';
import { type Caller, localCaller } from '../../../services/api/caller.ts';
import { managedTrainingJob } from '../../support/managed-training-job.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const type = 'aws_sagemaker_trainingjob';
const arn = encodeURIComponent('arn:aws:sagemaker:us-east-1:111122223333:training-job/job-0');
const list = `/v1/resources/${type}`;
/** Queries that answer a cursor each, and none that takes the cursor of another. */
const queries = [
  `${list}?limit=1`,
  `${list}?limit=1&sort=training_job_name`,
  `${list}?limit=1&sort=-billable_time_in_seconds`,
  `${list}?limit=1&q=training_job_name:Job*`,
  `${list}?limit=1&deleted=true`,
  `${list}?limit=1&as_of=now`,
  `${list}/${arn}/versions?limit=1`,
  '/v1/changes?limit=1',
  '/v1/changes?limit=1&kinds=changed',
  '/v1/changes?limit=1&since=2026-01-01',
  '/v1/drift?limit=1',
  '/v1/drift?limit=1&state=unread',
  '/v1/drift/unmanaged?limit=1',
  '/v1/coverage?limit=1',
  '/v1/coverage?limit=1&status=complete',
];

describe('cursors', () => {
  let api: TestApi;
  let caller: Caller = localCaller;
  const cursors = new Map<string, string>();
  const ask = (query: string, cursor: string) => api.app.inject(`${query}&cursor=${encodeURIComponent(cursor)}`);

  before(async () => {
    api = await testApi({ authenticate: async () => caller });
    for (let index = 0; index < 3; index++) {
      await api.store({
        TrainingJobName: `Job-${index}`,
        TrainingJobArn: `arn:aws:sagemaker:us-east-1:111122223333:training-job/job-${index}`,
        BillableTimeInSeconds: index,
      });
    }
    for (const lr of ['1', '2', '3']) {
      await api.store({
        TrainingJobName: 'Job-0',
        TrainingJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/job-0',
        BillableTimeInSeconds: 0,
        HyperParameters: { lr },
      });
    }
    const manifest = (name: string) =>
      readManifest(managedTrainingJob, {
        apiVersion: 'sagemaker.services.k8s.aws/v1alpha1',
        kind: 'TrainingJob',
        metadata: { name, namespace: 'training' },
        spec: { trainingJobName: name },
        status: {
          ackResourceMetadata: {
            arn: `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name}`,
            ownerAccountID: '111122223333',
            region: 'us-east-1',
          },
        },
      });
    await storeManifests(api.database.kysely, managedTrainingJob, 'prod', ['a', 'b', 'c'].map(manifest));
    for (const region of ['us-east-1', 'eu-west-1', 'us-west-2']) {
      await api.database.pool.query(
        `INSERT INTO crawl_coverage (resource_type, account_id, region, status, attempted_at)
         VALUES ($1, '111122223333', $2, 'complete', now())`,
        [type, region],
      );
    }
    for (const query of queries) {
      const { status, body } = await api.get(query);
      assert.equal(status, 200, `${query}: ${JSON.stringify(body)}`);
      assert.equal(typeof body.next_cursor, 'string', query);
      cursors.set(query, body.next_cursor);
    }
  });
  after(() => api[Symbol.asyncDispose]());

  it('lead on in their own query, also on another process over the same database', async () => {
    await using other = await testApi({ database: { ...api.database, [Symbol.asyncDispose]: async () => {} } });
    for (const [query, cursor] of cursors) {
      for (const { app } of [api, other]) {
        const { statusCode, payload } = await app.inject(`${query}&cursor=${encodeURIComponent(cursor)}`);
        assert.equal(statusCode, 200, `${query}: ${payload}`);
      }
    }
  });

  it('are refused in every other query and route', async () => {
    for (const query of queries) {
      for (const [other, cursor] of cursors) {
        if (other === query) continue;
        const answer = await ask(query, cursor);
        assert.equal(answer.statusCode, 400, `${query} took the cursor of ${other}`);
        assert.equal(answer.json().parameter, 'cursor');
      }
    }
  });

  it('are refused where another key shows them', async () => {
    caller = { ...localCaller, id: 'key 2' };
    for (const [query, cursor] of cursors) assert.equal((await ask(query, cursor)).statusCode, 400, query);
    caller = localCaller;
  });

  it('are refused where they are cut, changed, lengthened or made up', async () => {
    const real = [...cursors];
    const forged = (body: string) =>
      `${createHash('sha256').update(body).digest('base64url').slice(0, 22)}${Buffer.from(body).toString('base64url')}`;
    const character = fc.constantFrom(...'ABCxyz019-_=+/ ,é\u0000');
    const changed = fc
      .tuple(
        fc.constantFrom(...real),
        fc.nat(),
        character,
        fc.constantFrom('cut', 'flip', 'insert', 'append', 'double'),
      )
      .map(([[query, cursor], at, letter, how]) => {
        const index = at % cursor.length;
        const texts: Record<string, string> = {
          cut: cursor.slice(0, index),
          flip: `${cursor.slice(0, index)}${letter}${cursor.slice(index + 1)}`,
          insert: `${cursor.slice(0, index)}${letter}${cursor.slice(index)}`,
          append: `${cursor}${letter}`,
          double: cursor + cursor,
        };
        return [query, texts[how] ?? '', cursor] as const;
      })
      .filter(([, text, cursor]) => text !== cursor);
    const madeUp = fc
      .tuple(
        fc.constantFrom(...queries),
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map(forged),
          fc.constantFrom('["x","y"]', '[null,1e999]', '[{},[],null]', 'null', '', '[null,null,"now"]').map(forged),
        ),
      )
      .map(([query, text]) => [query, text, ''] as const);
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, madeUp), async ([query, text]) => {
        const { statusCode, payload, headers } = await ask(query, text);
        assert.equal(statusCode, 400, `${query} ${text}: ${payload}`);
        assert.match(String(headers['content-type']), /problem\+json/);
      }),
      { numRuns: 400 },
    );
  });

  it('of crawls are numbers, of which no size is a fault', async () => {
    for (const before of ['0', '-1', '1e30', '99999999999999999999', '1.5', 'x', '']) {
      assert.equal((await api.get(`/v1/crawls?before=${before}`)).status, 400, before);
      const one = (await api.get(`/v1/crawls/${before}`)).status;
      assert.ok(one === 400 || (before === '' && one === 200), `/v1/crawls/${before} ${one}`);
    }
  });
});
