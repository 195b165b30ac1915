import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson, stringifyJson } from '../../catalog/exact-json.ts';
import { type FlatRow, FlattenError, flatten, type Origin } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { arbitraryResponse, arbitraryTags } from '../support/arbitrary-response.ts';

const least = {
  TrainingJobName: 'Churn-1',
  TrainingJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/churn-1',
  CreationTime: new Date('2024-05-01T10:00:00.123Z'),
};

function row(members: Record<string, unknown>, origin?: Origin): FlatRow {
  const flattened = flatten(trainingJob, { ...least, ...members }, origin);
  if (!flattened.ok) throw flattened.error;
  return flattened.row;
}

function fieldError(members: Record<string, unknown>, origin?: Origin): FlattenError {
  const flattened = flatten(trainingJob, { ...least, ...members }, origin);
  assert.equal(flattened.ok, false);
  if (flattened.ok) throw new Error('it fits');
  return flattened.error;
}

test('any response, as the SDK gives it, becomes the row that its members say', () => {
  fc.assert(
    fc.property(arbitraryResponse(), ({ sdk, flat, accountId, region }) => {
      const flattened = flatten(trainingJob, sdk);
      assert.ok(flattened.ok);
      assert.deepStrictEqual(flattened.row, { ...flat, account_id: accountId, tags: null, tag_map: null });
      assert.equal(flattened.region, region);
      assert.deepEqual(flattened.unknownMembers, []);
    }),
  );
});

test('any response, as the wire has it, becomes the same row', () => {
  fc.assert(
    fc.property(arbitraryResponse(), ({ wire, flat, accountId }) => {
      const flattened = flatten(trainingJob, parseJson(stringifyJson(wire)));
      assert.ok(flattened.ok);
      assert.deepStrictEqual(flattened.row, { ...flat, account_id: accountId, tags: null, tag_map: null });
    }),
  );
});

test('every column is present, null where the response has nothing', () => {
  const held = row({});
  assert.deepEqual(
    Object.keys(held).sort(),
    trainingJob.columns.map(({ name }) => name),
  );
  assert.equal(held.vpc_config, null);
  assert.equal(held.tags, null);
  assert.equal(held.account_id, '111122223333');
});

test('null is absent, and an empty list, map or string is itself', () => {
  const held = row({
    VpcConfig: { Subnets: [] },
    InputDataConfig: [],
    HyperParameters: {},
    FailureReason: '',
    RoleArn: null,
  });
  assert.deepEqual(held.vpc_config, { security_group_ids: null, subnets: [] });
  assert.deepEqual(held.input_data_config, []);
  assert.deepEqual(held.hyper_parameters, {});
  assert.equal(held.failure_reason, '');
  assert.equal(held.role_arn, null);
});

test('names are renamed at every depth, but keys of maps never', () => {
  const held = row({
    HyperParameters: { MaxDepth: '5', 'sagemaker-container/LogLevel': '20', __proto__x: 'y' },
    Environment: JSON.parse('{"__proto__": "kept"}'),
    DebugHookConfig: { CollectionConfigurations: [{ CollectionParameters: { SaveInterval: '5' } }] },
    InputDataConfig: [{ DataSource: { S3DataSource: { S3Uri: 's3://b/k', HubAccessConfig: { HubContentArn: 'a' } } } }],
  });
  assert.deepEqual(held.hyper_parameters, { MaxDepth: '5', 'sagemaker-container/LogLevel': '20', __proto__x: 'y' });
  assert.deepEqual(Object.entries(held.environment ?? {}), [['__proto__', 'kept']]);
  const text = JSON.stringify(held);
  assert.match(text, /"collection_parameters":\{"SaveInterval":"5"\}/);
  assert.match(text, /"s3_uri":"s3:\/\/b\/k"/);
  assert.match(text, /"hub_access_config":\{"hub_content_arn":"a"\}/);
});

test('timestamps are read as Date, epoch seconds and ISO 8601, to the millisecond, in UTC', () => {
  for (const written of [
    new Date(1_714_557_600_123),
    1_714_557_600.123,
    '2024-05-01T10:00:00.123Z',
    '2024-05-01T12:00:00.123+02:00',
    '2024-05-01 03:00:00.123000-07:00',
    '2024-05-01T03:00:00.123999-0700',
  ]) {
    assert.equal(row({ TrainingEndTime: written }).training_end_time, '2024-05-01T10:00:00.123Z', String(written));
  }
  assert.equal(row({ TrainingEndTime: 0 }).training_end_time, '1970-01-01T00:00:00.000Z');
  assert.equal(row({ TrainingEndTime: -0.001 }).training_end_time, '1969-12-31T23:59:59.999Z');
});

test('what is no instant is refused', () => {
  for (const written of [
    new Date(Number.NaN),
    '2024-05-01',
    '2024-05-01T10:00:00',
    'yesterday',
    '2024-13-01T10:00:00Z',
    '2024-02-30T10:00:00Z',
    '2023-02-29T10:00:00Z',
    1e12,
    Number.POSITIVE_INFINITY,
    true,
  ]) {
    assert.match(
      fieldError({ TrainingEndTime: written }).message,
      /TrainingEndTime \(training_end_time\) should be TIMESTAMP/,
    );
  }
});

test('64-bit integers are not rounded', () => {
  const exact = (Seed: unknown) => row({ InputDataConfig: [{ ShuffleConfig: { Seed } }] }).input_data_config;
  assert.deepEqual(JSON.parse(JSON.stringify(exact(7n)))[0].shuffle_config, { seed: 7 });
  assert.match(stringifyJson(exact(9_223_372_036_854_775_807n)), /"seed":9223372036854775807\b/);
  assert.match(stringifyJson(exact(-9_223_372_036_854_775_808n)), /"seed":-9223372036854775808\b/);
  assert.equal(row({ BillableTokenCount: 2 ** 53 - 1 }).billable_token_count, 9_007_199_254_740_991);
  for (const wrong of [2n ** 63n, -(2n ** 63n) - 1n, 1.5, 2 ** 53, '7', Number.NaN]) {
    assert.match(fieldError({ BillableTokenCount: wrong }).message, /should be INT64/);
  }
});

test('32-bit integers are whole and within bounds', () => {
  assert.equal(row({ BillableTimeInSeconds: 2 ** 31 - 1 }).billable_time_in_seconds, 2_147_483_647);
  assert.equal(row({ BillableTimeInSeconds: -(2 ** 31) }).billable_time_in_seconds, -2_147_483_648);
  for (const wrong of [2 ** 31, 0.5, '5', Number.NaN, Number.POSITIVE_INFINITY, true, 5n]) {
    assert.match(fieldError({ BillableTimeInSeconds: wrong }).message, /should be INT32/);
  }
});

test('not-a-number and infinities are kept, as numbers and as the wire’s strings', () => {
  const value = (Value: unknown) =>
    JSON.parse(JSON.stringify(row({ FinalMetricDataList: [{ Value }] }).final_metric_data_list))[0].value;
  for (const name of ['NaN', 'Infinity', '-Infinity']) {
    assert.equal(value(name), name);
    assert.equal(value(Number(name)), name);
  }
  assert.equal(value(0.3730885982513428), 0.3730885982513428);
  for (const wrong of ['0.5', 'nan', '', true, {}]) {
    assert.match(fieldError({ FinalMetricDataList: [{ Value: wrong }] }).message, /value\) should be FLOAT/);
  }
});

test('what PostgreSQL cannot hold becomes the replacement character', () => {
  const held = row({ FailureReason: 'a\u0000b\uD800c', HyperParameters: { 'k\u0000': 'v\uDFFF' } });
  assert.equal(held.failure_reason, 'a\uFFFDb\uFFFDc');
  assert.deepEqual(held.hyper_parameters, { 'k\uFFFD': 'v\uFFFD' });
});

test('a wrong type names the job, the member and the field, at every depth', () => {
  const error = fieldError({
    InputDataConfig: [{}, { ShuffleConfig: { Seed: 'x' } }],
    HyperParameters: { depth: 5 },
    VpcConfig: { Subnets: ['a', 7] },
    EnableManagedSpotTraining: 'yes',
    ResourceConfig: [],
    DebugRuleConfigurations: {},
    Environment: 'A=B',
  });
  assert.ok(error instanceof FlattenError);
  assert.equal(error.name, 'FlattenError');
  assert.equal(error.resource, 'Churn-1');
  assert.match(error.message, /^SageMaker training job Churn-1: /);
  assert.deepEqual(error.fieldErrors.map(({ member, field, expected, got }) => [member, field, expected, got]).sort(), [
    ['DebugRuleConfigurations', 'debug_rule_configurations', 'UNORDERED_LIST_STRUCT', 'an object'],
    ['EnableManagedSpotTraining', 'enable_managed_spot_training', 'BOOLEAN', 'a string of 3 characters'],
    ['Environment', 'environment', 'MAP_STRING_STRING', 'a string of 3 characters'],
    ['HyperParameters.depth', 'hyper_parameters.depth', 'STRING', 'an integer'],
    [
      'InputDataConfig[1].ShuffleConfig.Seed',
      'input_data_config[1].shuffle_config.seed',
      'INT64',
      'a string of 1 character',
    ],
    ['ResourceConfig', 'resource_config', 'STRUCT', 'a list'],
    ['VpcConfig.Subnets[1]', 'vpc_config.subnets[1]', 'STRING', 'an integer'],
  ]);
});

test('a null inside a list is a wrong type, not a gap', () => {
  assert.match(
    fieldError({ VpcConfig: { Subnets: ['a', null] } }).message,
    /vpc_config\.subnets\[1\]\) should be STRING/,
  );
  assert.match(fieldError({ InputDataConfig: [null] }).message, /input_data_config\[0\]\) should be STRUCT/);
});

test('whatever is thrown at it, flattening answers and does not throw', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (response) => {
      assert.equal(flatten(trainingJob, response).ok, false);
    }),
  );
  const member = fc.constantFrom(...Object.keys(trainingJob.members));
  fc.assert(
    fc.property(fc.dictionary(member, fc.anything({ withBigInt: true, withDate: true })), (members) => {
      const flattened = flatten(trainingJob, { ...least, ...members });
      if (!flattened.ok) assert.ok(flattened.error.fieldErrors.length > 0);
    }),
  );
});

test('a job without its name, ARN or creation time is refused', () => {
  for (const member of ['TrainingJobName', 'TrainingJobArn', 'CreationTime']) {
    assert.match(
      fieldError({ [member]: undefined }).message,
      new RegExp(`${member} \\(\\w+\\) should be present, but is absent`),
    );
  }
  const nothing = flatten(trainingJob, {});
  assert.match(nothing.ok ? '' : nothing.error.message, /SageMaker training job \(unnamed\)/);
});

test('the ARN must be a training job’s, of the name in lower case, of the crawled account and region', () => {
  assert.match(
    fieldError({ TrainingJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:model/churn-1' }).message,
    /the ARN of a/,
  );
  assert.match(fieldError({ TrainingJobArn: 'churn-1' }).message, /should be the ARN of a SageMaker training job/);
  assert.match(fieldError({ TrainingJobName: 'other' }).message, /should be the ARN of other/);
  assert.match(fieldError({}, { accountId: '999999999999' }).message, /of the crawled account 999999999999/);
  assert.match(fieldError({}, { region: 'eu-west-1' }).message, /of the crawled region eu-west-1/);
  assert.equal(row({}, { accountId: '111122223333', region: 'us-east-1' }).training_job_name, 'Churn-1');
  const china = 'arn:aws-cn:sagemaker:cn-north-1:111122223333:training-job/churn-1';
  assert.equal(row({ TrainingJobArn: china }).training_job_arn, china);
});

test('tags are sorted key:value strings', () => {
  const tags = [{ Key: 'team', Value: 'search' }, { Key: 'aws:x', Value: 'a:b' }, { Key: 'empty' }];
  assert.deepEqual(row({}, { tags }).tags, ['aws:x:a:b', 'empty:', 'team:search']);
  assert.deepEqual(row({}, { tags: [] }).tags, []);
  assert.equal(row({}, { tags: null }).tags, null);
  assert.match(fieldError({}, { tags: [{ Value: 'x' }] }).message, /Tags\[0\]\.Key \(tags\[0\]\) should be STRING/);
  fc.assert(
    fc.property(arbitraryTags, (any) => {
      const [forth, back] = [row({}, { tags: any }).tags, row({}, { tags: any.toReversed() }).tags];
      assert.deepEqual(forth, back);
      assert.equal(forth?.length, any.length);
    }),
  );
});

test('members that the catalog does not know are reported and cost nothing', () => {
  const flattened = flatten(trainingJob, { ...least, Mood: 1, VpcConfig: { Colour: 'red' }, $metadata: {} });
  assert.ok(flattened.ok);
  assert.deepEqual([...flattened.unknownMembers].sort(), ['Mood', 'VpcConfig.Colour']);
});
