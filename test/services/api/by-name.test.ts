import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type TestApi, testApi } from '../../support/test-api.ts';

const base = '/v1/resources/aws_sagemaker_trainingjob/by-name';
const [research, vision] = ['111122223333', '444455556666'] as const;
const arnOf = (account: string, name: string, region = 'us-east-1') =>
  `arn:aws:sagemaker:${region}:${account}:training-job/${name.toLowerCase()}`;

describe('GET /v1/resources/{type}/by-name/{name}', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    await api.database.pool.query(`INSERT INTO account VALUES ($1, 'research', true)`, [research]);
    for (const [account, name, region] of [
      [research, 'Only', 'us-east-1'],
      [research, 'versions', 'us-east-1'],
      [research, 'Shared', 'us-east-1'],
      [research, 'Shared', 'eu-west-1'],
      [vision, 'Shared', 'us-east-1'],
    ] as const) {
      await api.store({ TrainingJobName: name, TrainingJobArn: arnOf(account, name, region) });
    }
    // Used again: the newest counts.
    await api.store({ TrainingJobName: 'Only', CreationTime: 1_770_000_000, LastModifiedTime: 1_770_000_000 });
  });
  after(() => api[Symbol.asyncDispose]());

  it('answers the newest row of a name, as its ARN does', async () => {
    const { status, body } = await api.get(`${base}/Only`);
    assert.equal(status, 200);
    assert.equal(body.creation_time, '2026-02-02T02:40:00.000Z');
    const byArn = await api.get(
      `/v1/resources/aws_sagemaker_trainingjob/${encodeURIComponent(arnOf(research, 'Only'))}`,
    );
    assert.deepEqual(body, byArn.body);
    assert.equal((await api.get(`${base}/versions`)).body.training_job_name, 'versions');
    const { headers } = await api.app.inject(`${base}/Only`);
    assert.equal(headers['sagecat-coverage'], 'partial');
  });

  it('lists the choices where several accounts and regions have it, and chooses by account and region', async () => {
    const { status, body } = await api.get(`${base}/Shared`);
    assert.equal(status, 409);
    assert.deepEqual(
      body.choices.map((choice: Record<string, unknown>) => [choice.account_name, choice.region, choice.arn]),
      [
        ['research', 'eu-west-1', arnOf(research, 'Shared', 'eu-west-1')],
        ['research', 'us-east-1', arnOf(research, 'Shared')],
        [null, 'us-east-1', arnOf(vision, 'Shared')],
      ],
    );
    const chosen = await api.get(`${base}/Shared?account=research&region=eu-west-1`);
    assert.deepEqual([chosen.status, chosen.body.region], [200, 'eu-west-1']);
    assert.equal((await api.get(`${base}/Shared?account=${vision}`)).body.account_id, vision);
  });

  it('answers 404 for a name that nothing has, and 400 for a parameter that it does not know', async () => {
    assert.equal((await api.get(`${base}/shared`)).status, 404);
    assert.equal((await api.get(`${base}/Shared?acount=research`)).status, 400);
  });

  it('shows a caller of some accounts no others, not even as choices', async () => {
    await using restricted = await testApi({
      database: { ...api.database, async [Symbol.asyncDispose]() {} },
      authenticate: async () => ({ id: 'own', name: 'own', scopes: new Set(['read'] as const), accounts: [vision] }),
    });
    assert.equal((await restricted.get(`${base}/Shared`)).body.account_id, vision);
    assert.equal((await restricted.get(`${base}/Only`)).status, 404);
  });
});
