import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type TestApi, testApi } from '../../support/test-api.ts';

const list = '/v1/resources/aws_sagemaker_trainingjob';

describe('a parameter that does not fit', () => {
  let api: TestApi;
  before(async () => {
    api = await testApi();
  });
  after(() => api[Symbol.asyncDispose]());

  for (const [url, parameter, detail, didYouMean] of [
    [`${list}?limt=5`, 'limt', /no query parameter limt; here can be q, .* and total; did you mean limit\?/, 'limit'],
    [`${list}?x=5`, 'x', /no query parameter x; here can be q,/, undefined],
    [`${list}?__proto__=5`, '__proto__', /no query parameter __proto__/, undefined],
    [`${list}?limit=0`, 'limit', /limit must be a whole number from 1 to 1000, not 0/, undefined],
    [
      `${list}?limit=${'9'.repeat(400)}`,
      'limit',
      /a whole number from 1 to 1000, not a number of that size/,
      undefined,
    ],
    [`/v1/changes?limit=${'9'.repeat(400)}`, 'limit', /a whole number from 1 to 1000, not a number/, undefined],
    [`${list}?limit=ten`, 'limit', /a whole number from 1 to 1000, not "ten"/, undefined],
    [`${list}?limit=1&limit=2`, 'limit', /limit is given more than once/, undefined],
    [`${list}?total=yes`, 'total', /total must be true or false, not "yes"/, undefined],
    [`${list}?sort=-creation_tme`, 'sort', /no field creation_tme; did you mean creation_time\?/, 'creation_time'],
    [`${list}?sort=tags`, 'sort', /tags cannot be sorted by/, undefined],
    [`${list}?fields=training_job_nam`, 'fields', /no field training_job_nam/, 'training_job_name'],
    [`${list}?fields=qwertyuiop`, 'fields', /resource-types\/aws_sagemaker_trainingjob lists the fields/, undefined],
    [`${list}?fields=,`, 'fields', /names no field/, undefined],
    [`${list}?as_of=yesterday`, 'as_of', /must be a time such as/, undefined],
    [`${list}?q=stauts:x`, 'q', /no field stauts/, undefined],
    [`${list}?cursor=x`, 'cursor', /the cursor is damaged/, undefined],
    [`${list}/export?format=CVS`, 'format', /must be ndjson, csv or parquet, not "CVS"; did you mean csv\?/, 'csv'],
    [`${list}/export?format=xlsx`, 'format', /must be ndjson, csv or parquet, not "xlsx"/, undefined],
    [`${list}/facets`, 'fields', /the query parameter fields is missing/, undefined],
    [`${list}/facets?facets=region`, 'fields', /the query parameter fields is missing/, undefined],
    [`${list}/facets?fields=reigon`, 'fields', /no field reigon/, 'region'],
    [`${list}/facets?fields=resource_config`, 'fields', /count one of its members/, undefined],
    [`${list}/aggregate?bucket=dya`, 'bucket', /must be minute, .* or year, not "dya"; did you mean day\?/, 'day'],
    [`${list}/aggregate?group_by=acount_id`, 'group_by', /no field acount_id/, 'account_id'],
    [
      `${list}/aggregate?metrics=summ(billable_time_in_seconds)`,
      'metrics',
      /it can be count, .*did you mean sum/,
      'sum',
    ],
    [`${list}/aggregate?metrics=sum(billable_time)`, 'metrics', /no field billable_time/, undefined],
    [`${list}/aggregate?metrics=count&sort=-cout`, 'sort', /one of the metrics .* did you mean count/, 'count'],
    [`${list}/aggregate?bucket=day&time_zone=Europe/Berln`, 'time_zone', /no time zone/, 'Europe/Berlin'],
    [`${list}/aggregate?bucket=day&time_field=region`, 'time_field', /region is no timestamp/, undefined],
    [`${list}/arn?format=terraform_k8s`, 'format', /did you mean terraform-k8s/, 'terraform-k8s'],
    [`${list}/arn/versions?limit=x`, 'limit', /a whole number from 1 to/, undefined],
    ['/v1/billing/usage?bucket=dai', 'bucket', /must be hour, day, week or month/, 'day'],
    ['/v1/billing/usage?group_by=acount_id', 'group_by', /nothing can be grouped by "acount_id"/, 'account_id'],
    ['/v1/billing/usage?compare=before', 'compare', /must be previous, not "before"/, undefined],
    ['/v1/billing/usage?from=soon', 'from', /must be a day such as/, undefined],
    ['/v1/drift?state=drift', 'state', /must be same, drifted/, 'drifted'],
    ['/v1/coverage?status=complet', 'status', /must be complete, partial/, 'complete'],
    ['/v1/crawls?befor=1', 'befor', /did you mean before/, 'before'],
    ['/v1/crawls/abc', 'id', /id must be a whole number from 1/, undefined],
    ['/v1/resource-types?limit=1', 'limit', /there are none here/, undefined],
    ['/v1/crawls/1/events?since=1', 'since', /there are none here/, undefined],
  ] as const) {
    it(`is named, with what can be: ${url}`, async () => {
      const answer = await api.app.inject(url);
      const body = answer.json();
      assert.equal(answer.statusCode, 400, answer.payload);
      assert.match(body.detail, detail);
      assert.equal(body.parameter, parameter);
      if (didYouMean !== undefined) assert.equal(body.did_you_mean, didYouMean);
    });
  }

  for (const [url, payload, parameter, detail] of [
    ['/v1/sql', { statment: 'SELECT 1' }, 'statement', /the member statement is missing/],
    ['/v1/sql', { statement: 'SELECT 1', max_row: 1 }, 'max_row', /did you mean max_rows/],
    ['/v1/sql', { statement: 'SELECT 1', max_rows: 0 }, 'max_rows', /a whole number from 1 to/],
    ['/v1/crawls', { kind: 'ful' }, 'kind', /must be auto, incremental or full, not "ful"; did you mean full/],
    ['/v1/crawls', { scope: { region: 'x' } }, 'scope.region', /did you mean/],
    ['/v1/crawls', { scope: { accounts: ['12'] } }, 'scope.accounts[0]', /must match pattern/],
  ] as const) {
    it(`is named in a body: ${detail}`, async () => {
      const answer = await api.app.inject({ method: 'POST', url, payload });
      assert.equal(answer.statusCode, 400, answer.payload);
      assert.match(answer.json().detail, detail);
      assert.equal(answer.json().parameter, parameter);
    });
  }

  it('is not written out where it is deeper than a stack', async () => {
    const payload = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const headers = { 'content-type': 'application/json' };
    const answer = await api.app.inject({ method: 'POST', url: '/v1/sql', headers, payload });
    assert.deepEqual([answer.statusCode, answer.json().detail], [400, 'the body must be of type object, not a list']);
  });
});
