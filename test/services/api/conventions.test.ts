import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { type TestApi, testApi } from '../../support/test-api.ts';

describe('the API', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
    await api.store({ FinalMetricDataList: [{ MetricName: 'loss', Value: 'NaN', Timestamp: 1_760_000_000 }] }, [
      'team:nlp',
    ]);
  });
  after(() => api[Symbol.asyncDispose]());

  it('is alive and ready', async () => {
    assert.deepEqual(await api.get('/health'), { status: 200, body: { status: 'ok' } });
    assert.deepEqual(await api.get('/ready'), { status: 200, body: { status: 'ready' } });
  });

  it('describes itself as OpenAPI 3.1 with every route', async () => {
    const { body } = await api.get('/openapi.json');
    assert.match(body.openapi, /^3\.1\./);
    assert.ok(body.paths['/v1/resources/aws_sagemaker_trainingjob/{arn}'].get);
    assert.ok(
      body.components.schemas.aws_sagemaker_trainingjob.properties.warm_pool_status.properties.status.description,
    );
  });

  it('answers rows that fit the schema that it publishes', async () => {
    const { body: type } = await api.get('/v1/resource-types/aws_sagemaker_trainingjob');
    const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true, int32: true, int64: true } });
    const validate = ajv.compile(type.schema);
    const { body } = await api.get('/v1/resources/aws_sagemaker_trainingjob');
    assert.equal(body.items.length, 1);
    assert.ok(validate(body.items[0]), JSON.stringify(validate.errors));
  });

  it('tells resource types and the nearest name of one that it does not know', async () => {
    const { body } = await api.get('/v1/resource-types');
    assert.equal(body.items[0].name, 'aws_sagemaker_trainingjob');
    const missing = await api.get('/v1/resource-types/aws_sagemaker_training_job');
    assert.equal(missing.status, 404);
    assert.match(missing.body.detail, /did you mean aws_sagemaker_trainingjob/);
  });

  it('answers errors as problems, with the request’s id', async () => {
    const answer = await api.app.inject({ url: '/nowhere', headers: { 'x-request-id': 'abc-1' } });
    assert.equal(answer.statusCode, 404);
    assert.match(String(answer.headers['content-type']), /^application\/problem\+json/);
    assert.equal(answer.headers['x-request-id'], 'abc-1');
    assert.equal(answer.json().request_id, 'abc-1');
  });

  it('answers 304 to the ETag of what has not changed', async () => {
    const url = '/v1/resources/aws_sagemaker_trainingjob';
    const first = await api.app.inject(url);
    const again = await api.app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
    assert.equal(again.statusCode, 304);
    assert.equal(again.payload, '');
    await api.store({ TrainingJobName: 'Second' });
    const changed = await api.app.inject({
      url: `${url}?limit=1`,
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    assert.equal(changed.statusCode, 200);
    const same = await api.app.inject({
      url: `${url}?limit=1`,
      headers: { 'if-none-match': String(changed.headers.etag) },
    });
    assert.equal(same.statusCode, 304);
  });

  it('compresses long answers for those who can read them', async () => {
    const answer = await api.app.inject({ url: '/openapi.json', headers: { 'accept-encoding': 'gzip' } });
    assert.equal(answer.headers['content-encoding'], 'gzip');
  });

  it('sends security headers', async () => {
    const { headers } = await api.app.inject('/health');
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.match(String(headers['content-security-policy']), /default-src 'self'/);
  });
});

describe('the API’s operation', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi({ settings: { requests_per_minute: 40, cors_origins: ['https://dash.example.org'] } });
  });
  after(() => api[Symbol.asyncDispose]());

  it('counts requests by route for Prometheus', async () => {
    await api.get('/v1/resources/aws_sagemaker_trainingjob/arn%3Aaws%3Ax');
    const { payload } = await api.app.inject('/metrics');
    assert.match(
      payload,
      /sagecat_http_request_duration_seconds_count\{.*route="\/v1\/resources\/aws_sagemaker_trainingjob\/:arn",status="404"\} 1/,
    );
    assert.match(payload, /sagecat_database_connections\{state="idle"\} \d/);
  });

  it('serves a documentation page that loads nothing from elsewhere', async () => {
    const { payload, statusCode } = await api.app.inject('/docs/');
    assert.equal(statusCode, 200);
    assert.match(payload, /swagger-ui/);
    const sources = [...payload.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
    assert.ok(sources.length > 0);
    for (const url of sources) {
      assert.ok(!/^(https?:)?\/\//.test(url), url);
      assert.equal((await api.app.inject(new URL(url, 'http://x/docs/').pathname)).statusCode, 200, url);
    }
  });

  it('lets other origins in only where they are named', async () => {
    const from = async (origin: string) => (await api.app.inject({ url: '/health', headers: { origin } })).headers;
    assert.equal((await from('https://dash.example.org'))['access-control-allow-origin'], 'https://dash.example.org');
    assert.equal((await from('https://evil.example.org'))['access-control-allow-origin'], undefined);
  });

  it('answers 429 to those who ask too often, and always to health checks', async () => {
    let last = await api.app.inject('/v1/resource-types');
    for (let index = 0; index < 40; index++) last = await api.app.inject('/v1/resource-types');
    assert.equal(last.statusCode, 429);
    assert.match(String(last.headers['content-type']), /problem\+json/);
    assert.ok(Number(last.headers['retry-after']) > 0);
    assert.equal((await api.app.inject('/health')).statusCode, 200);
  });
});
