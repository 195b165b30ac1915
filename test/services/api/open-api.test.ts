import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenAPIV3_1 } from 'openapi-types';
import { resourceTypes } from '../../../catalog/resource-types.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import { addCrawlTarget } from '../../../db/crawl/runs.ts';
import { createResourceType } from '../../../db/ddl/resource-type-ddl.ts';
import { localCaller } from '../../../services/api/caller.ts';
import { ProblemError } from '../../../services/api/problem.ts';
import { trainingJobEvent } from '../../support/events.ts';
import { exampleType } from '../../support/example-type.ts';
import { type TestApi, testApi } from '../../support/test-api.ts';

const type = 'aws_sagemaker_trainingjob';
const list = `/v1/resources/${type}`;
const one = `${list}/${encodeURIComponent('arn:aws:sagemaker:us-east-1:111122223333:training-job/job-0')}`;

/** Requests to every route, with parameters that change what the answer looks like. */
const requests: readonly [path: string, ...urls: (string | object)[]][] = [
  [
    list,
    list,
    `${list}?limit=1&total=true&sort=-creation_time`,
    `${list}?fields=training_job_name,resource_config.instance_type`,
    `${list}?fields=hyper_parameters.lr,environment,tags,input_data_config.channel_name,final_metric_data_list.value`,
    `${list}?fields=hyper_parameters."no such key",vpc_config.subnets,region,deleted_at`,
    `${list}?deleted=true&as_of=now`,
    `${list}?limt=1`,
    `${list}?q=nothing:1`,
  ],
  [`${list}/facets`, `${list}/facets?fields=training_job_status,tags,hyper_parameters,resource_config.instance_count`],
  [
    `${list}/aggregate`,
    `${list}/aggregate`,
    `${list}/aggregate?group_by=account_id&bucket=day&metrics=count,p95(billable_time_in_seconds),max(creation_time)`,
  ],
  [
    `${list}/export`,
    `${list}/export`,
    `${list}/export?format=csv&fields=training_job_name`,
    `${list}/export?format=parquet`,
    `${list}/export?format=xml`,
  ],
  [
    `${list}/{arn}`,
    one,
    `${one}?format=ack`,
    `${one}?format=terraform-k8s`,
    { url: `${one}?format=ack`, headers: { accept: 'application/json' } },
    `${list}/nobody`,
  ],
  [`${list}/{arn}/versions`, `${one}/versions`, `${one}/versions?limit=1`],
  [`${list}/{arn}/presentation`, `${one}/presentation`, `${list}/nobody/presentation`],
  [`${list}/by-name/{name}`, `${list}/by-name/Job-0`, `${list}/by-name/nobody`, `${list}/by-name/Everywhere`],
  ['/v1/billing/running', '/v1/billing/running', '/v1/billing/running?limit=1', '/v1/billing/running?limit=0'],
  ['/v1/coverage', '/v1/coverage', '/v1/coverage?limit=1&status=complete', '/v1/coverage?status=complet'],
  ['/v1/resource-types', '/v1/resource-types', '/v1/resource-types?x=1'],
  ['/v1/resource-types/{name}', `/v1/resource-types/${type}`, '/v1/resource-types/nothing'],
  [
    '/v1/billing/usage',
    '/v1/billing/usage',
    '/v1/billing/usage?group_by=account_id,tag:team&bucket=day&compare=previous&from=2026-01-01&to=2026-01-03',
    '/v1/billing/usage?format=csv',
    '/v1/billing/usage?group_by=nothing',
  ],
  [
    '/v1/changes',
    '/v1/changes',
    '/v1/changes?limit=1&kinds=changed&fields=hyper_parameters&q=job&since=2026-01-01',
    '/v1/changes?kinds=x',
  ],
  ['/v1/changes/events', '/v1/changes/events?kinds=x'],
  ['/v1/crawls', { url: '/v1/crawls', method: 'POST', payload: {} }, '/v1/crawls', '/v1/crawls?limit=0'],
  ['/v1/crawls/{id}', '/v1/crawls/1', '/v1/crawls/999', '/v1/crawls/x'],
  ['/v1/crawls/{id}/events', '/v1/crawls/999/events'],
  ['/v1/drift', '/v1/drift', '/v1/drift?state=drifted'],
  ['/v1/drift/unmanaged', '/v1/drift/unmanaged?limit=1'],
  [
    '/v1/events',
    {
      url: '/v1/events',
      method: 'POST',
      headers: { 'x-sagecat-event-secret': 'a secret' },
      payload: trainingJobEvent({ TrainingJobName: 'Told' }),
    },
    { url: '/v1/events', method: 'POST', payload: {} },
    { url: '/v1/events', method: 'POST', headers: { 'x-sagecat-event-secret': 'a secret' }, payload: {} },
  ],
  [
    '/v1/sql',
    { url: '/v1/sql', method: 'POST', payload: { statement: 'SELECT 1 AS one, now(), NULL' } },
    { url: '/v1/sql', method: 'POST', payload: { statement: 'nonsense' } },
    { url: '/v1/sql', method: 'POST', headers: { 'content-type': 'text/csv' }, payload: 'a,b' },
  ],
  ['/v1/session', '/v1/session', { url: '/v1/session', method: 'POST' }, { url: '/v1/session', method: 'DELETE' }],
  ['/v1/views', '/v1/views', '/v1/views?page=catalog', '/v1/views?page=X'],
  [
    '/v1/views/{id}',
    {
      url: '/v1/views/3f0e6f0a-8f6e-4e52-9d5b-0a4a5f1a2b3c',
      method: 'PUT',
      payload: { name: 'a', page: 'sql', state: { statement: 'SELECT 1' } },
    },
    { url: '/v1/views/3f0e6f0a-8f6e-4e52-9d5b-0a4a5f1a2b3c', method: 'DELETE' },
    { url: '/v1/views/x', method: 'DELETE' },
  ],
  ['/v1/budgets', '/v1/budgets'],
  ['/v1/policies', '/v1/policies'],
  [
    '/v1/policies/{name}',
    {
      url: '/v1/policies/owned',
      method: 'PUT',
      payload: {
        title: 'Every job names its team',
        type,
        require: 'tags.team:*',
        severity: 'medium',
        remedy: 'Tag the job.',
      },
    },
    { url: '/v1/policies/owned', method: 'PUT', payload: { require: 'nothing:1' } },
    '/v1/policies/owned',
    '/v1/policies/nothing',
    { url: '/v1/policies/nothing', method: 'DELETE' },
  ],
  ['/v1/policies/{name}/violations', '/v1/policies/nothing/violations'],
  ['/v1/watches', '/v1/watches'],
  [
    '/v1/watches/{name}',
    {
      url: '/v1/watches/failed',
      method: 'PUT',
      payload: { when: 'enters', about: 'training_job_status:Failed', channels: ['ops'] },
    },
    { url: '/v1/watches/failed', method: 'PUT', payload: { when: 'changes', channels: ['ops'] } },
    '/v1/watches/failed',
    '/v1/watches/nothing',
    { url: '/v1/watches/nothing', method: 'DELETE' },
  ],
  ['/v1/watches/{name}/deliveries', '/v1/watches/failed/deliveries', '/v1/watches/nothing/deliveries'],
  ['/health', '/health'],
  ['/ready', '/ready'],
  ['/metrics', '/metrics'],
];

describe('the OpenAPI document', () => {
  let api: TestApi;
  let document: OpenAPIV3_1.Document;
  const ajv = new Ajv2020({ strict: false, formats: { 'date-time': true, int32: true, int64: true, binary: true } });
  before(async () => {
    api = await testApi({ eventSecret: 'a secret', channelNames: ['ops'] });
    for (let index = 0; index < 3; index++) {
      await api.store(
        {
          TrainingJobName: `Job-${index}`,
          TrainingJobArn: `arn:aws:sagemaker:us-east-1:111122223333:training-job/job-${index}`,
          HyperParameters: index === 1 ? {} : { lr: '0.1', epochs: String(index) },
          FinalMetricDataList: [{ MetricName: 'loss', Value: index === 0 ? 'NaN' : 0.5, Timestamp: 1_760_000_000 }],
          InputDataConfig: [{ ChannelName: 'train', DataSource: { S3DataSource: { S3Uri: 's3://b/x' } } }],
        },
        ['team:nlp'],
      );
    }
    for (const account of ['111122223333', '444455556666']) {
      const TrainingJobArn = `arn:aws:sagemaker:us-east-1:${account}:training-job/everywhere`;
      await api.store({ TrainingJobName: 'Everywhere', TrainingJobArn });
      await api.database.pool.query(
        `INSERT INTO crawl_coverage (resource_type, account_id, region, status, attempted_at)
         VALUES ($1, $2, 'us-east-1', 'complete', now())`,
        [type, account],
      );
    }
    await api.store({
      TrainingJobName: 'Job-0',
      TrainingJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/job-0',
      HyperParameters: { lr: '0.2' },
    });
    document = (await api.get('/openapi.json')).body;
    ajv.addSchema({ $id: 'openapi', ...document });
  });
  after(() => api[Symbol.asyncDispose]());

  /** What the document says of an answer, by its route, method, status and media type. */
  function validatorOf(path: string, method: string, status: number, mediaType: string): ValidateFunction {
    const responses = document.paths?.[path]?.[method as 'get']?.responses ?? {};
    assert.ok(responses[status], `${method} ${path} does not document ${status}`);
    const content = 'content' in responses[status] ? (responses[status].content ?? {}) : {};
    assert.ok(content[mediaType]?.schema, `${method} ${path} ${status} does not document ${mediaType}`);
    const at = ['paths', path, method, 'responses', String(status), 'content', mediaType, 'schema'];
    const pointer = at.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const validate = ajv.getSchema(`openapi#/${pointer}`);
    assert.ok(validate);
    return validate;
  }

  for (const [path, ...urls] of requests) {
    it(`describes what ${path} answers`, async () => {
      if (path === '/v1/crawls/{id}') {
        await addCrawlTarget(api.database.kysely, 1, {
          resourceType: type,
          accountId: '111122223333',
          region: 'us-east-1',
          asked: 'auto',
        });
      }
      for (const given of urls) {
        const request = typeof given === 'string' ? { url: given } : (given as { url: string; method?: 'POST' });
        const answer = await api.app.inject(request);
        if (answer.statusCode === 204) {
          const { method = '' } = request;
          assert.ok(document.paths?.[path]?.[method.toLowerCase() as 'delete']?.responses?.[204], `${method} ${path}`);
          continue;
        }
        const mediaType = String(answer.headers['content-type']).replace(/;.*/, '');
        const method = (request.method ?? 'GET').toLowerCase();
        const validate = validatorOf(path, method, answer.statusCode, mediaType);
        const value = /[/+]json$/.test(mediaType) ? JSON.parse(answer.payload) : answer.payload;
        assert.ok(
          validate(value),
          `${JSON.stringify(request)}: ${ajv.errorsText(validate.errors)} in ${answer.payload.slice(0, 500)}`,
        );
      }
    });
  }

  it('has no route that these tests do not ask', () => {
    const asked = new Set(requests.map(([path]) => path));
    // Every type has the routes of the first, made by the same code.
    const asTheFirst = (path: string) => path.replace(/^(\/v1\/resources\/)[^/]+/, `$1${trainingJob.name}`);
    assert.deepEqual(
      Object.keys(document.paths ?? {}).filter((path) => !asked.has(asTheFirst(path))),
      [],
    );
  });

  it('says of every route which key it needs, and that is what the route asks for', async () => {
    const { securitySchemes = {} } = document.components ?? {};
    let scopes: 'none' | readonly ('read' | 'sql' | 'crawl' | 'admin')[] = 'none';
    await using closed = await testApi({
      eventSecret: 'a secret',
      authenticate: async () => {
        if (scopes === 'none') throw new ProblemError(401, 'no key');
        return { ...localCaller, scopes: new Set(scopes) };
      },
    });
    const all = ['read', 'sql', 'crawl', 'admin'] as const;
    for (const [path, item] of Object.entries(document.paths ?? {})) {
      for (const method of ['get', 'post', 'put', 'delete'] as const) {
        const operation = item?.[method];
        if (!operation) continue;
        assert.ok(operation.security, `${method} ${path} says nothing of keys`);
        for (const need of operation.security.flatMap((way) => Object.keys(way))) assert.ok(need in securitySchemes);
        // Such a stream would never end.
        const endless = path === '/v1/changes/events' ? '?cursor=none' : '';
        const url = path.replace(/\{\w+\}/g, '999') + endless;
        const ask = async () =>
          (
            await closed.app.inject({
              method: method.toUpperCase() as 'GET',
              url,
              ...((method === 'post' || method === 'put') && { payload: {} }),
            })
          ).statusCode;
        const [needed] = operation.security[0]?.bearer ?? [];
        scopes = 'none';
        assert.equal((await ask()) === 401, operation.security.length > 0, `${method} ${path} without a key`);
        if (needed === undefined) continue;
        assert.ok(operation.responses?.[401] && operation.responses?.[403], `${method} ${path}`);
        scopes = all.filter((scope) => scope !== needed);
        assert.equal(await ask(), 403, `${method} ${path} with every other scope`);
        scopes = all.filter((scope) => scope === needed);
        assert.notEqual(await ask(), 403, `${method} ${path} with its scope`);
      }
    }
  });

  it('documents the media types of exports, events and formats', () => {
    const content = (path: string) => {
      const answer = document.paths?.[path]?.get?.responses?.[200];
      return Object.keys((answer && 'content' in answer && answer.content) || {});
    };
    assert.deepEqual(content(`${list}/export`), ['application/x-ndjson', 'text/csv', 'application/vnd.apache.parquet']);
    for (const path of ['/v1/crawls/{id}/events', '/v1/changes/events'])
      assert.deepEqual(content(path), ['text/event-stream']);
    assert.deepEqual(content('/v1/billing/usage'), ['application/json', 'text/csv']);
    assert.ok(content(`${list}/{arn}`).includes('application/yaml') && content(`${list}/{arn}`).includes('text/x-hcl'));
  });
});

describe('the OpenAPI document of several resource types', () => {
  it('offers of each type what it can do, with examples of its own fields', async () => {
    await using api = await testApi({ types: [...resourceTypes, exampleType] });
    await api.database.pool.query(createResourceType(exampleType));
    const document: OpenAPIV3_1.Document = (await api.get('/openapi.json')).body;
    const parametersOf = (path: string) => {
      const given = (document.paths?.[path]?.get?.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
      return new Map(
        given.map(({ name, schema, example, examples = {} }) => {
          const shown = Object.values(examples).map((one) => ('value' in one ? one.value : undefined));
          return [
            name,
            { ...(schema as { enum?: string[] }), examples: [...shown, example].flatMap((one) => one ?? []) },
          ];
        }),
      );
    };
    assert.ok(parametersOf(`${list}/{arn}`).get('format')?.enum?.includes('ack'));
    const kilns = '/v1/resources/aws_pottery_kiln';
    assert.deepEqual([...parametersOf(`${kilns}/{arn}`).keys()].sort(), ['arn', 'as_of', 'creation_time', 'deleted']);
    const content = document.paths?.[`${kilns}/{arn}`]?.get?.responses?.['200'] as OpenAPIV3_1.ResponseObject;
    assert.deepEqual(Object.keys(content.content ?? {}), ['application/json']);
    assert.deepEqual(parametersOf(`${kilns}/facets`).get('fields')?.examples, ['kiln_status,owner,owner_rule']);
    let tried = 0;

    for (const type of [...resourceTypes, exampleType]) {
      const routes = Object.keys(document.paths ?? {}).filter((path) => path.includes(`/${type.name}`));
      assert.ok(routes.length >= 7, routes.join());
      for (const path of routes) {
        for (const [name, { examples }] of parametersOf(path)) {
          for (const example of examples) {
            const fields = path.endsWith('/facets') && name !== 'fields' ? `&fields=${type.facets[0]}` : '';
            const url = `${path}?${name}=${encodeURIComponent(example)}${fields}`;
            // The order of groups is by a metric that is asked for.
            const metrics = /^-sum/.test(example) ? `&metrics=${encodeURIComponent(example.slice(1))}` : '';
            const { statusCode, payload } = await api.app.inject(url + metrics);
            assert.equal(statusCode, 200, `${url}: ${payload}`);
            tried++;
          }
        }
      }
    }
    assert.ok(tried > 12 * resourceTypes.length, String(tried));
    assert.equal((await api.get(`${kilns}/arn?format=ack`)).status, 400);
  });

  it('has no billing where nothing is billed', async () => {
    await using api = await testApi({ types: [exampleType] });
    const { body } = await api.get('/openapi.json');
    assert.ok(!('/v1/billing/usage' in body.paths));
  });
});
