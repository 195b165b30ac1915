import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Fields, membersOf } from '../../../../catalog/fields.ts';
import { type FlatRow, flatten } from '../../../../catalog/flatten.ts';
import type { Shape } from '../../../../catalog/manifests/shape.ts';
import { snakeCase } from '../../../../catalog/snake-case.ts';
import { trainingJob } from '../../../../catalog/training-job/definition.ts';
import { toTerraformAws } from '../../../../catalog/training-job/manifests/terraform-aws.ts';
import {
  conflicts,
  dependencies,
  maximums,
  required,
  shape,
} from '../../../../catalog/training-job/manifests/terraform-aws-schema.ts';
import { terraformAwsSpelling } from '../../../../catalog/training-job/manifests/terraform-spelling.ts';
import { arbitraryResponse, arbitraryTags } from '../../../support/arbitrary-response.ts';
import { recordings } from '../../../support/corpus.ts';
import { parseHcl } from '../../../support/hcl.ts';

type Json = Record<string, unknown>;

function rowOf(response: unknown, tags: { Key: string; Value: string }[] | null = null): FlatRow {
  const flattened = flatten(trainingJob, response, { tags });
  if (!flattened.ok) throw flattened.error;
  return flattened.row;
}

const arbitraryRow: fc.Arbitrary<FlatRow> = fc
  .tuple(arbitraryResponse(), fc.option(arbitraryTags))
  .map(([{ sdk }, tags]) => rowOf(sdk, tags));

const least = {
  TrainingJobName: '1-Churn',
  TrainingJobArn: 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/1-churn',
  CreationTime: new Date('2024-05-01T10:00:00.123Z'),
  RoleArn: 'arn:aws:iam::111122223333:role/r',
};

/** The job's blocks as HashiCorp's parser reads them. */
async function parsed(row: FlatRow): Promise<{ resource: Json; label: string; imported: unknown }> {
  const file = await parseHcl(toTerraformAws(row).hcl);
  const resources = (file.resource as Record<string, Record<string, [Json]>>).aws_sagemaker_training_job ?? {};
  const [[label, [resource]] = ['', [{}]]] = Object.entries(resources);
  return { resource: resource ?? {}, label, imported: file.import };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Strings as Terraform holds them, integers as the JSON between the parser and us does; nothing for what is null or empty. */
function said(value: unknown, isMap = false): unknown {
  if (typeof value === 'string') return value === '' && !isMap ? undefined : value.normalize('NFC');
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((item) => said(item, true));
  if (!isObject(value)) return value ?? undefined;
  const entries = Object.entries(value).map(([key, held]) => [key.normalize('NFC'), said(held, isMap)] as const);
  return Object.fromEntries(entries.filter(([, held]) => held !== undefined));
}

/** A row's settings as they should come back, without what is left out. */
function settingsOf(row: FlatRow, leftOut: readonly string[]): Json {
  const settings = (members: Fields, held: Json, path: string): Json =>
    Object.fromEntries(
      Object.entries(members).flatMap(([name, field]): [string, unknown][] => {
        const column = snakeCase(name);
        const here = path === '' ? column : `${path}.${column}`;
        const value = held[column];
        if (value === null || value === undefined || leftOut.includes(here)) return [];
        const inner = membersOf(field);
        if (inner && Array.isArray(value)) {
          const items = value.map((item, index) => settings(inner, item, `${here}[${index}]`));
          return items.length === 0 ? [] : [[column, items]];
        }
        if (inner) return [[column, settings(inner, value as Json, here)]];
        const words = said(value, field.kind === 'map');
        const isEmpty = words === undefined || (isObject(words) && Object.keys(words).length === 0);
        return isEmpty ? [] : [[column, words]];
      }),
    );
  const wanted = Object.fromEntries(Object.entries(trainingJob.members).filter(([name]) => Object.hasOwn(shape, name)));
  return settings(wanted, row, '');
}

/** What was parsed, in the catalog's names: a block for a struct is a list of one. */
function readBack(members: Fields, block: Json): Json {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, field]): [string, unknown][] => {
      const value = block[terraformAwsSpelling(name, '')];
      if (value === undefined) return [];
      const inner = membersOf(field);
      if (!inner) return [[snakeCase(name), value]];
      assert.ok(Array.isArray(value), name);
      const items = value.map((item) => readBack(inner, item));
      if (field.kind === 'struct') assert.equal(items.length, 1, name);
      return [[snakeCase(name), field.kind === 'struct' ? items[0] : items]];
    }),
  );
}

/** Dropped because another member is there: whatever the two rules say of it is held apart, below. */
const dropped = (row: FlatRow): string[] => {
  const at = (path: string) =>
    path.split('.').reduce<unknown>((held, name) => (isObject(held) ? held[snakeCase(name)] : undefined), row);
  const isThere = (path: string) => {
    const value = at(path);
    return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
  };
  return [
    ...conflicts.filter((rule) => isThere(rule.with)).flatMap(({ members }) => members),
    ...dependencies.filter((rule) => !isThere(rule.needs)).map(({ member }) => member),
    ...Object.entries(maximums)
      .filter(([member, most]) => Number(at(member) ?? 0) > most)
      .map(([member]) => member),
  ].map((path) => path.split('.').map(snakeCase).join('.'));
};

describe('the resource aws_sagemaker_training_job', () => {
  it('holds all settings of a job in a VPC on spot capacity, and imports it by its identity', async () => {
    const row = rowOf(
      {
        ...least,
        AlgorithmSpecification: {
          TrainingImage: 'img:1',
          TrainingInputMode: 'File',
          MetricDefinitions: [{ Name: 'loss', Regex: `loss=(.*)\${x}` }],
          EnableSageMakerMetricsTimeSeries: true,
          ContainerEntrypoint: ['python', 'train.py'],
          ContainerArguments: [],
        },
        HyperParameters: { 'a.b': '1', epochs: '' },
        Environment: { A: 'b' },
        InputDataConfig: [
          {
            ChannelName: 'train',
            CompressionType: 'None',
            ContentType: '',
            DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://b/t' } },
          },
          {
            ChannelName: 'efs',
            DataSource: {
              FileSystemDataSource: {
                FileSystemId: 'fs-1',
                FileSystemAccessMode: 'ro',
                FileSystemType: 'EFS',
                DirectoryPath: '/d',
              },
            },
          },
        ],
        OutputDataConfig: { S3OutputPath: 's3://b/o', KmsKeyId: '' },
        ResourceConfig: {
          InstanceType: 'ml.m5.xlarge',
          InstanceCount: 1,
          VolumeSizeInGB: 30,
          KeepAlivePeriodInSeconds: 600,
        },
        VpcConfig: { SecurityGroupIds: ['sg-1'], Subnets: ['subnet-1', 'subnet-2'] },
        StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
        EnableManagedSpotTraining: true,
        EnableNetworkIsolation: true,
        EnableInterContainerTrafficEncryption: false,
        CheckpointConfig: { S3Uri: 's3://b/c' },
        RetryStrategy: { MaximumRetryAttempts: 3 },
        DebugHookConfig: {
          S3OutputPath: 's3://b/d',
          HookParameters: { a: '1' },
          CollectionConfigurations: [{ CollectionName: 'c', CollectionParameters: { p: 'q' } }],
        },
        BillableTimeInSeconds: 5,
      },
      [
        { Key: 'team', Value: 'a:b' },
        { Key: 'aws:x', Value: 'y' },
      ],
    );
    const { resource, label, imported } = await parsed(row);
    assert.equal(label, 'job-1-Churn');
    assert.deepEqual(imported, [
      {
        to: `\${aws_sagemaker_training_job.job-1-Churn}`,
        identity: { account_id: '111122223333', region: 'eu-west-1', training_job_name: '1-Churn' },
      },
    ]);
    assert.deepEqual(resource, {
      training_job_name: '1-Churn',
      region: 'eu-west-1',
      role_arn: 'arn:aws:iam::111122223333:role/r',
      hyper_parameters: { 'a.b': '1', epochs: '' },
      environment: { A: 'b' },
      tags: { team: 'a:b' },
      enable_managed_spot_training: true,
      enable_network_isolation: true,
      enable_inter_container_traffic_encryption: false,
      algorithm_specification: [
        {
          training_image: 'img:1',
          training_input_mode: 'File',
          metric_definitions: [{ name: 'loss', regex: `loss=(.*)\${x}` }],
          enable_sagemaker_metrics_time_series: true,
          container_entrypoint: ['python', 'train.py'],
        },
      ],
      input_data_config: [
        {
          channel_name: 'train',
          compression_type: 'None',
          data_source: [{ s3_data_source: [{ s3_data_type: 'S3Prefix', s3_uri: 's3://b/t' }] }],
        },
        {
          channel_name: 'efs',
          data_source: [
            {
              file_system_data_source: [
                {
                  file_system_id: 'fs-1',
                  file_system_access_mode: 'ro',
                  file_system_type: 'EFS',
                  directory_path: '/d',
                },
              ],
            },
          ],
        },
      ],
      output_data_config: [{ s3_output_path: 's3://b/o' }],
      resource_config: [
        { instance_type: 'ml.m5.xlarge', instance_count: 1, volume_size_in_gb: 30, keep_alive_period_in_seconds: 600 },
      ],
      vpc_config: [{ security_group_ids: ['sg-1'], subnets: ['subnet-1', 'subnet-2'] }],
      stopping_condition: [{ max_runtime_in_seconds: 3600, max_wait_time_in_seconds: 7200 }],
      checkpoint_config: [{ s3_uri: 's3://b/c' }],
      retry_strategy: [{ maximum_retry_attempts: 3 }],
      debug_hook_config: [
        {
          s3_output_path: 's3://b/d',
          hook_parameters: { a: '1' },
          collection_configurations: [{ collection_name: 'c', collection_parameters: { p: 'q' } }],
        },
      ],
    });
    const { leftOut, outcomes, notes } = toTerraformAws(row);
    assert.deepEqual(leftOut, ['tags[aws:x:y]']);
    assert.deepEqual(outcomes, ['billable_time_in_seconds', 'creation_time']);
    assert.deepEqual(notes, []);
  });

  it('says one of two that conflict, and tells the other', () => {
    const serverless = toTerraformAws(
      rowOf({
        ...least,
        ServerlessJobConfig: { BaseModelArn: 'arn:m', JobType: 'FineTuning' },
        ModelPackageConfig: { ModelPackageGroupArn: 'arn:g' },
        EnableManagedSpotTraining: false,
        Environment: { A: 'b' },
        AlgorithmSpecification: { TrainingImage: 'i', TrainingInputMode: 'File' },
      }),
    );
    assert.deepEqual(serverless.leftOut, ['algorithm_specification', 'environment']);
    assert.match(serverless.hcl, /model_package_config \{/);
    assert.doesNotMatch(serverless.hcl, /^ {2}(?:algorithm_specification|environment|enable_managed_spot_training)/m);
    assert.match(
      serverless.hcl,
      /^# environment is left out: the resource takes it or serverless_job_config, not both\.$/m,
    );

    const groups = toTerraformAws(
      rowOf({
        ...least,
        ResourceConfig: {
          InstanceCount: 0,
          InstanceType: 'ml.m5.large',
          VolumeSizeInGB: 30,
          KeepAlivePeriodInSeconds: 60,
          InstanceGroups: [{ InstanceType: 'ml.m5.large', InstanceCount: 1, InstanceGroupName: 'g' }],
        },
        ModelPackageConfig: { ModelPackageGroupArn: 'arn:g' },
        AlgorithmSpecification: { TrainingImage: 'i', AlgorithmName: 'arn:a', TrainingInputMode: 'File' },
      }),
    );
    assert.deepEqual(groups.leftOut, [
      'algorithm_specification.training_image',
      'resource_config.instance_type',
      'resource_config.keep_alive_period_in_seconds',
      'model_package_config',
    ]);
    const long = toTerraformAws(
      rowOf({
        ...least,
        ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, KeepAlivePeriodInSeconds: 7200 },
      }),
    );
    assert.ok(
      long.notes.includes(
        'resource_config.keep_alive_period_in_seconds is left out: the resource takes no more than 3600, the job has 7200.',
      ),
    );
  });

  it('says what it requires and a job lacks', () => {
    const { notes } = toTerraformAws(
      rowOf({
        ...least,
        RoleArn: undefined,
        VpcConfig: { Subnets: [] },
        InputDataConfig: [{}, {}],
        AlgorithmSpecification: { TrainingInputMode: 'File' },
      }),
    );
    assert.deepEqual(notes, [
      'The resource requires role_arn, and the job has none.',
      'The resource requires input_data_config.channel_name, and the job has none.',
      'The resource requires vpc_config.security_group_ids, and the job has none.',
      'The resource requires vpc_config.subnets, and the job has none.',
      'The resource requires algorithm_specification.algorithm_name or .training_image, and the job has neither.',
    ]);
  });

  it('gives back through HashiCorp’s parser every setting that it does not list', async () => {
    const check = async (row: FlatRow) => {
      const { leftOut } = toTerraformAws(row);
      const { resource } = await parsed(row);
      const { region, tags: _, ...settings } = resource;
      assert.equal(region, String(row.training_job_arn).split(':')[3]);
      // What a rule drops and says nothing, such as false or zero, is not listed.
      const gone = [...leftOut, ...dropped(row)];
      assert.deepEqual(readBack(trainingJob.members, settings), settingsOf(row, gone));
      for (const path of dropped(row))
        assert.equal(
          path
            .split('.')
            .reduce<unknown>(
              (held, name) => (Object((Array.isArray(held) ? held[0] : held) ?? {}) as Json)[name],
              settings,
            ),
          undefined,
          path,
        );
    };
    await fc.assert(fc.asyncProperty(arbitraryRow, check), { numRuns: 100 });
    for (const { response } of recordings) await check(rowOf(response));
  });
});

const facts = new URL('../../../../../shared/facts/terraform-aws-sagemaker-training-job.schema.json', import.meta.url);

interface FactBlock {
  readonly attributes?: Readonly<Record<string, { required?: boolean }>>;
  readonly blocks?: Readonly<Record<string, FactBlock>>;
}

describe('the description of the resource', () => {
  it('has exactly the arguments of the provider’s schema', { skip: !existsSync(facts) && 'no ../shared/facts' }, () => {
    const schema: FactBlock & Json = JSON.parse(readFileSync(facts, 'utf8'));
    const notOfAJob = ['arn', 'region', 'tags', 'tags_all', 'timeouts', 'session_chaining_config'];
    const compare = (block: FactBlock, known: Shape, path: string): void => {
      const names = [...Object.keys(block.attributes ?? {}), ...Object.keys(block.blocks ?? {})];
      const spelled = new Map(
        Object.entries(known).map(([member, inner]) => [terraformAwsSpelling(member, ''), { member, inner }]),
      );
      const ours = path === '' ? names.filter((name) => !notOfAJob.includes(name)) : names;
      assert.deepEqual([...spelled.keys()].sort(), ours.sort(), path);
      const must = Object.entries(block.attributes ?? {})
        .filter(([, { required: is }]) => is)
        .map(([name]) => name);
      assert.deepEqual(
        (required[path] ?? []).map((member) => terraformAwsSpelling(member, '')).sort(),
        must.sort(),
        path,
      );
      for (const [name, inner] of Object.entries(block.blocks ?? {})) {
        const held = spelled.get(name);
        if (!held) continue;
        assert.ok(held.inner !== true, name);
        compare(inner, held.inner, path === '' ? held.member : `${path}.${held.member}`);
      }
    };
    compare(schema, shape, '');
    const serverless = conflicts.find((rule) => rule.with === 'ServerlessJobConfig');
    assert.deepEqual(serverless?.members.map(snakeCase).sort(), (schema.serverless_conflicts as string[]).toSorted());
  });
});
