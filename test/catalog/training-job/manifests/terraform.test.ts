import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { type FlatRow, flatten } from '../../../../catalog/flatten.ts';
import { quote } from '../../../../catalog/manifests/hcl.ts';
import { trainingJob } from '../../../../catalog/training-job/definition.ts';
import { toTerraformAws2018 } from '../../../../catalog/training-job/manifests/terraform-aws-2018.ts';
import { toTerraformK8s } from '../../../../catalog/training-job/manifests/terraform-k8s.ts';
import { crdSchema, manifestValidator, withoutCrd } from '../../../support/ack-crd.ts';
import { arbitraryResponse, arbitraryTags, arbitraryText } from '../../../support/arbitrary-response.ts';
import { recordings } from '../../../support/corpus.ts';
import { parseHcl } from '../../../support/hcl.ts';

const dataSource = 'k8s_sagemaker_services_k8s_aws_training_job_v1alpha1_manifest';

type Json = Record<string, unknown>;

/** Strings as Terraform holds them, integers as the JSON between the parser and us does. */
function composed(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return value.map(composed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key.normalize('NFC'), composed(held)]));
}

const arbitraryRow: fc.Arbitrary<FlatRow> = fc
  .tuple(arbitraryResponse(), fc.option(arbitraryTags))
  .map(([{ sdk }, tags]) => rowOf(sdk, tags));

function rowOf(response: unknown, tags: { Key: string; Value: string }[] | null = null): FlatRow {
  const flattened = flatten(trainingJob, response, { tags });
  if (!flattened.ok) throw flattened.error;
  return flattened.row;
}

const recordedRows = recordings.map(({ response }) => rowOf(response));

const least = {
  TrainingJobName: '1-Churn',
  TrainingJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-job/1-churn',
  CreationTime: new Date('2024-05-01T10:00:00.123Z'),
};

test('any text comes through HashiCorp’s parser as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(arbitraryText, fc.string({ unit: 'binary' })), async (text) => {
      assert.deepEqual(await parseHcl(`a = ${quote(text)}\n`), { a: text.normalize('NFC') });
    }),
    { numRuns: 500 },
  );
});

test('what looks like a template, a quote or a heredoc is text', async () => {
  for (const text of [
    `\${jsonencode(1)}`,
    `$\${x}`,
    `$$\${x}`,
    '%{ if true }x%{ endif }',
    '%%{x}',
    `$%{x}\${y}%`,
    '<<EOT\nx\nEOT\n',
    '"quoted" and \\"escaped\\" and \\\\',
    'tab\t, bell\u0007, NUL-free, line\u2028end, zero\u200Bwidth, \u{E0001}',
    '# no comment // nor /* this */',
    '😀 日本 é',
  ]) {
    assert.deepEqual(await parseHcl(`a = ${quote(text)}\nb = { ${quote(text)} = ${quote(text)} }\n`), {
      a: text,
      b: { [text]: text },
    });
  }
});

/** `securityGroupIDs` -> `security_group_i_ds`: what is in the YAML, in the data source's spelling; keys of maps stay. */
function snaked(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => snaked(item, key));
  if (typeof value !== 'object' || value === null) return value;
  const isMap = /Parameters$|^environment$|^annotations$/.test(key);
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      isMap
        ? name
        : name
            .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
            .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
            .toLowerCase(),
      snaked(held, name),
    ]),
  );
}

test('the data source says what its YAML says, in its own spelling', async () => {
  const check = async (row: FlatRow) => {
    const { hcl, yaml } = toTerraformK8s(row, { namespace: 'training' });
    const file = await parseHcl(hcl);
    const [label = ''] = Object.keys((file.data as Record<string, Json>)[dataSource] ?? {});
    const [block] = (file.data as Record<string, Record<string, Json[]>>)[dataSource]?.[label] ?? [];
    const { metadata, spec } = parse(yaml);
    assert.deepEqual(block?.metadata, composed(metadata));
    assert.deepEqual(composed(block?.spec), composed(snaked(spec)));
    assert.deepEqual(file.output, { [`${label}-yaml`]: [{ value: `\${data.${dataSource}.${label}.yaml}` }] });
  };
  await fc.assert(fc.asyncProperty(arbitraryRow, check), { numRuns: 60 });
  for (const row of recordedRows) await check(row);
});

test('the data source has only what its documentation has', {
  skip: withoutSeed('terraform-provider-k8s-ack-training-job-manifest.md'),
}, async () => {
  const documented = new Set<string>();
  let within = '';
  for (const line of seed('terraform-provider-k8s-ack-training-job-manifest.md').split('\n')) {
    const heading = /^<a id="nestedatt--([\w-]+)"/.exec(line);
    if (heading?.[1]) within = `${heading[1].replaceAll('--', '.')}.`;
    const [, name] = /^- `(\w+)`/.exec(line) ?? [];
    if (name) documented.add(within + name);
  }
  assert.ok(documented.has('spec.vpc_config.security_group_i_ds'));
  const paths = (value: unknown, prefix: string): string[] =>
    Array.isArray(value)
      ? value.flatMap((item) => paths(item, prefix))
      : typeof value !== 'object' || value === null
        ? [prefix]
        : Object.entries(value).flatMap(([name, held]) =>
            /_parameters$|\.environment$/.test(`${prefix}.${name}`)
              ? [`${prefix}.${name}`]
              : paths(held, `${prefix}.${name}`),
          );
  const used = new Set<string>();
  await fc.assert(
    fc.asyncProperty(arbitraryRow, async (row) => {
      const file = await parseHcl(toTerraformK8s(row).hcl);
      const blocks = Object.values((file.data as Record<string, Record<string, Json[]>>)[dataSource] ?? {}).flat();
      for (const block of blocks) for (const path of paths(block.spec, 'spec')) used.add(path);
    }),
    { numRuns: 100 },
  );
  const isStruct = (path: string) => [...documented].some((other) => other.startsWith(`${path}.`));
  for (const path of used) assert.ok(documented.has(path), path);
  const never = [...documented].filter((path) => path.startsWith('spec.') && !isStruct(path) && !used.has(path));
  assert.deepEqual(never, []);
});

test('the data source’s YAML is valid against the CRD', { skip: withoutCrd }, () => {
  assert.ok(crdSchema);
  const validate = manifestValidator(crdSchema);
  fc.assert(
    fc.property(arbitraryRow, (row) => {
      assert.ok(validate(parse(toTerraformK8s(row).yaml)), JSON.stringify(validate.errors));
    }),
    { numRuns: 50 },
  );
});

test('what the data source lacks and the custom resource has is listed', () => {
  const { hcl, yaml, leftOut } = toTerraformK8s(
    rowOf({
      ...least,
      InputDataConfig: [{ DataSource: { S3DataSource: { S3Uri: 's3://b', HubAccessConfig: { HubContentArn: 'a' } } } }],
      ResourceConfig: { InstanceCount: 1, InstancePlacementConfig: { EnableMultipleJobs: true } },
      BillableTimeInSeconds: 5,
    }),
  );
  assert.deepEqual(leftOut, [
    'input_data_config[0].data_source.s3_data_source.hub_access_config',
    'resource_config.instance_placement_config',
  ]);
  for (const text of [hcl, yaml]) {
    assert.match(text, /^# {3}resource_config\.instance_placement_config$/m);
    assert.match(text, /^# {3}billable_time_in_seconds$/m);
    assert.doesNotMatch(text, /hubContentARN|hub_content_arn/);
  }
});

/** The resource's block in the catalog's shape, to be held against the row. */
async function awsBlocks(
  row: FlatRow,
): Promise<{ resource: Json; label: string; imported: unknown; remarks: string[] }> {
  const { hcl, leftOut, outcomes } = toTerraformAws2018(row);
  const file = await parseHcl(hcl);
  const [[label, [resource]] = ['', [{}]]] = Object.entries(
    (file.resource as Record<string, Record<string, [Json]>>).aws_sagemaker_training_job ?? {},
  );
  return { resource: resource ?? {}, label, imported: file.import, remarks: [...leftOut, ...outcomes] };
}

test('the draft of 2018 of the AWS resource has the job’s settings under its own names, and the block that imports it', async () => {
  const row = rowOf(
    {
      ...least,
      RoleArn: 'arn:aws:iam::111122223333:role/r',
      AlgorithmSpecification: { TrainingImage: 'i:1', TrainingInputMode: 'File', AlgorithmName: 'a' },
      HyperParameters: { 'a.b': `\${x}`, for: '1', epochs: '3' },
      InputDataConfig: [
        {
          ChannelName: 'train',
          ContentType: 'text/csv',
          DataSource: {
            S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://b', S3DataDistributionType: 'FullyReplicated' },
          },
          InputMode: 'Pipe',
        },
        { ChannelName: 'test' },
      ],
      OutputDataConfig: { S3OutputPath: 's3://o', KmsKeyId: 'k' },
      ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: 2, VolumeSizeInGB: 30 },
      StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
      BillableTimeInSeconds: 5,
    },
    [
      { Key: 'team', Value: 'a:b' },
      { Key: 'aws:x', Value: 'y' },
    ],
  );
  const { resource, label, imported, remarks } = await awsBlocks(row);
  assert.equal(label, 'job-1-Churn');
  assert.deepEqual(imported, [{ to: `\${aws_sagemaker_training_job.job-1-Churn}`, id: '1-Churn' }]);
  assert.deepEqual(resource, {
    name: '1-Churn',
    role_arn: 'arn:aws:iam::111122223333:role/r',
    hyper_parameters: { 'a.b': `\${x}`, for: '1', epochs: '3' },
    tags: { team: 'a:b' },
    algorithm_specification: [{ image: 'i:1', input_mode: 'File' }],
    input_data_config: [
      {
        name: 'train',
        content_type: 'text/csv',
        data_source: [
          {
            s3_data_source: [
              { s3_data_type: 'S3Prefix', s3_uri: 's3://b', s3_data_distribution_type: 'FullyReplicated' },
            ],
          },
        ],
      },
      { name: 'test' },
    ],
    output_data_config: [{ s3_output_path: 's3://o', kms_key_id: 'k' }],
    resource_config: [{ instance_type: 'ml.m5.large', instance_count: 2, volume_size_in_gb: 30 }],
    stopping_condition: [{ max_runtime_in_seconds: 3600 }],
  });
  assert.deepEqual(remarks, [
    'algorithm_specification.algorithm_name',
    'input_data_config[0].input_mode',
    'stopping_condition.max_wait_time_in_seconds',
    'tags[aws:x:y]',
    'billable_time_in_seconds',
    'creation_time',
  ]);
});

test('the draft holds or lists every value of any row', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRow, async (row) => {
      const { resource, remarks } = await awsBlocks(row);
      assert.equal(resource.name, row.training_job_name);
      assert.deepEqual(resource.hyper_parameters ?? null, composed(row.hyper_parameters));
      const said = new Set([
        'training_job_name',
        'training_job_arn',
        'account_id',
        'tags',
        'tag_map',
        'hyper_parameters',
        'role_arn',
      ]);
      for (const [column, value] of Object.entries(row)) {
        if (value === null || said.has(column)) continue;
        const listed = remarks.some(
          (path) => path === column || path.startsWith(`${column}.`) || path.startsWith(`${column}[`),
        );
        const isEmptyList = Array.isArray(value) && value.length === 0;
        assert.ok(listed || isEmptyList || column in resource, column);
      }
    }),
    { numRuns: 60 },
  );
});

test('what the draft requires and the job lacks is said', () => {
  const { notes } = toTerraformAws2018(rowOf({ ...least, AlgorithmSpecification: { AlgorithmName: 'a' } }));
  assert.ok(notes.includes('The resource requires algorithm_specification.image, and the job has none.'));
  assert.ok(notes.includes('The resource requires input_data_config, and the job has none.'));
  assert.ok(notes.includes('The resource requires role_arn, and the job has none.'));
});

test('strings that Terraform will compose are pointed out', () => {
  const job = (value: string) =>
    toTerraformAws2018(rowOf({ ...least, HyperParameters: { a: value } })).notes.join('\n');
  assert.match(job('e\u0301'), /NFC/);
  assert.doesNotMatch(job('é'), /NFC/);
});

test('a comment cannot be left through what it lists', async () => {
  const row = rowOf(least, [{ Key: 'aws:x', Value: 'a\n}\nresource "evil" "x" {}\u2028' }]);
  const file = await parseHcl(toTerraformAws2018(row).hcl);
  assert.deepEqual(Object.keys(file).sort(), ['import', 'resource']);
  assert.deepEqual(Object.keys(Object(file.resource)), ['aws_sagemaker_training_job']);
});

function seedFile(name: string): URL {
  return new URL(`../../../../../shared/seeds/${name}`, import.meta.url);
}
function seed(name: string): string {
  return readFileSync(seedFile(name), 'utf8');
}
function withoutSeed(name: string): string | false {
  return !existsSync(seedFile(name)) && `no ../shared/seeds/${name}`;
}
