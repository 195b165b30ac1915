import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type SnakeCase, snakeCase } from '../../catalog/snake-case.ts';

// One object, its keys computed by the type and by the function: it compiles and compares only if both agree.
const names = {
  AutoMLJobArn: 'auto_ml_job_arn',
  S3Uri: 's3_uri',
  S3OutputPath: 's3_output_path',
  VolumeSizeInGB: 'volume_size_in_gb',
  EnableSageMakerMetricsTimeSeries: 'enable_sage_maker_metrics_time_series',
  KmsKeyId: 'kms_key_id',
  VpcConfig: 'vpc_config',
  MaxRuntimeInSeconds: 'max_runtime_in_seconds',
  HyperParameters: 'hyper_parameters',
  TrainingPlanArns: 'training_plan_arns',
  UltraServerId: 'ultra_server_id',
  A: 'a',
  ID: 'id',
  MLJob: 'ml_job',
} as const satisfies { [Name in string]: SnakeCase<Name> };

type Agreement = { [Name in keyof typeof names]: SnakeCase<Name> };

test('a name is written the same by the function and by its type', () => {
  const byType: Agreement = names;
  for (const [name, expected] of Object.entries(byType)) assert.equal(snakeCase(name), expected);
});

test('a word starts at a capital; digits belong to the word before them', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Z][a-z]{1,6}[0-9]{0,2}$/), { minLength: 1 }), (words) => {
      assert.equal(snakeCase(words.join('')), words.join('_').toLowerCase());
    }),
  );
});

test('what is snake case already stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]+[0-9]?(_[a-z]+){0,3}$/), (name) => {
      assert.equal(snakeCase(name), name);
    }),
  );
});
