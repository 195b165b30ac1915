import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { stringifyJson } from '../../../../catalog/exact-json.ts';
import { type Fields, membersOf } from '../../../../catalog/fields.ts';
import { type FlatRow, type FlatValue, flatten } from '../../../../catalog/flatten.ts';
import { readDocuments } from '../../../../catalog/manifests/documents.ts';
import { isManifestOf, ManifestError, readCustomResource } from '../../../../catalog/manifests/read-custom-resource.ts';
import type { Shape } from '../../../../catalog/manifests/shape.ts';
import { ackSpelling } from '../../../../catalog/manifests/spelling.ts';
import { writeYaml } from '../../../../catalog/manifests/yaml-text.ts';
import { snakeCase } from '../../../../catalog/snake-case.ts';
import { trainingJob } from '../../../../catalog/training-job/definition.ts';
import {
  JobNameError,
  rerunName,
  toAck,
  toAckAdoption,
  toAckRerun,
} from '../../../../catalog/training-job/manifests/ack-manifest.ts';
import { trainingJobCustomResource } from '../../../../catalog/training-job/manifests/custom-resource.ts';
import { type CrdSchema, crdSchema, manifestValidator, withoutCrd } from '../../../support/ack-crd.ts';
import { arbitraryResponse, arbitraryTags } from '../../../support/arbitrary-response.ts';
import { recordings, withoutCorpus } from '../../../support/corpus.ts';
import { managedTrainingJob } from '../../../support/managed-training-job.ts';

const arbitraryRow: fc.Arbitrary<FlatRow> = fc
  .tuple(arbitraryResponse(), fc.option(arbitraryTags))
  .map(([{ sdk }, tags]) => rowOf(sdk, tags));

const recordedRows = recordings.map(({ file, response }) => ({
  file,
  row: rowOf(response, [{ Key: 'team', Value: `search: "\${x}"\n` }]),
}));

function rowOf(response: unknown, tags: { Key: string; Value: string }[] | null = null): FlatRow {
  const flattened = flatten(trainingJob, response, { tags });
  if (!flattened.ok) throw flattened.error;
  return flattened.row;
}

/** The row that a text's one manifest stands for. */
function readBack(text: string): FlatRow {
  const [document, ...more] = readDocuments(text);
  assert.ok(document && 'value' in document && more.length === 0);
  const { response, tags, unknown } = readCustomResource(managedTrainingJob, document.value);
  assert.deepEqual(unknown, []);
  const flattened = flatten(trainingJob, response, { tags: tags ?? null });
  if (!flattened.ok) throw flattened.error;
  return flattened.row;
}

/** A row without what the custom resource has no place for. What it must have stands there empty, which says nothing. */
function heldByCrd(row: FlatRow): FlatRow {
  const shape = {
    ...trainingJobCustomResource.spec,
    ...trainingJobCustomResource.status,
    TrainingJobArn: true,
  } as const;
  const held: Record<string, FlatValue> = restrict(trainingJob.members, row, shape);
  for (const column of ['algorithm_specification', 'output_data_config', 'resource_config', 'stopping_condition']) {
    if (Object.values(held[column] ?? {}).every((value) => value === null)) held[column] = null;
  }
  if (held.role_arn === '') held.role_arn = null;
  return { ...held, account_id: row.account_id, tags: row.tags, tag_map: row.tag_map };
}

function restrict(
  members: Fields,
  value: Readonly<Record<string, FlatValue>>,
  shape: Shape,
): Record<string, FlatValue> {
  return Object.fromEntries(
    Object.entries(members).map(([member, field]): [string, FlatValue] => {
      const held = value[snakeCase(member)] ?? null;
      const [inner, known] = [membersOf(field), shape[member]];
      if (known === undefined || held === null) return [snakeCase(member), null];
      if (!inner || known === true) return [snakeCase(member), held];
      const narrow = (item: FlatValue) => restrict(inner, item as Record<string, FlatValue>, known); // a struct
      return [snakeCase(member), Array.isArray(held) ? held.map(narrow) : narrow(held)];
    }),
  );
}

test('catalog -> ACK -> catalog loses nothing that the custom resource can hold, as YAML', () => {
  fc.assert(
    fc.property(arbitraryRow, (row) => {
      assert.deepStrictEqual(readBack(writeYaml(toAck(row).manifest)), heldByCrd(row));
    }),
  );
});

test('catalog -> ACK -> catalog loses nothing that the custom resource can hold, as JSON', () => {
  fc.assert(
    fc.property(arbitraryRow, (row) => {
      assert.deepStrictEqual(readBack(stringifyJson(toAck(row).manifest, 2)), heldByCrd(row));
    }),
  );
});

test('the round trip holds for every recorded response', { skip: withoutCorpus }, () => {
  for (const { file, row } of recordedRows) {
    assert.deepStrictEqual(readBack(writeYaml(toAck(row).manifest)), heldByCrd(row), file);
  }
});

test('a row’s every value is in the manifest or listed', () => {
  const paths = (members: Fields, value: Readonly<Record<string, FlatValue>>, prefix = ''): string[] =>
    Object.entries(members).flatMap(([member, field]) => {
      const held = value[snakeCase(member)];
      const path = prefix + snakeCase(member);
      const inner = membersOf(field);
      if (held === null || held === undefined) return [];
      if (!inner) return [path];
      if (!Array.isArray(held)) return [path, ...paths(inner, held as Record<string, FlatValue>, `${path}.`)];
      return [
        path,
        ...held.flatMap((item, index) => paths(inner, item as Record<string, FlatValue>, `${path}[${index}].`)),
      ];
    });
  fc.assert(
    fc.property(arbitraryRow, (row) => {
      const { manifest, leftOut, outcomes } = toAck(row);
      const said = new Set(paths(trainingJob.members, readBack(writeYaml(manifest))));
      const listed = [...leftOut, ...outcomes];
      for (const path of paths(trainingJob.members, row)) {
        const isListed = listed.some((top) => path === top || path.startsWith(`${top}.`) || path.startsWith(`${top}[`));
        const isEmptied = path === 'role_arn' || /^(algorithm|output|resource|stopping)_[a-z_]+$/.test(path);
        assert.ok(said.has(path) !== isListed || (isEmptied && !isListed), path);
      }
    }),
  );
});

test('the table of what the custom resource holds is the CRD’s', { skip: withoutCrd }, () => {
  assert.ok(crdSchema);
  const spec = names(crdSchema.properties?.spec);
  assert.deepEqual(
    spelled(trainingJobCustomResource.spec),
    spec.filter((path) => !/^tags(\.|$)/.test(path)),
  );
  const status = names(crdSchema.properties?.status);
  assert.deepEqual(
    spelled(trainingJobCustomResource.status),
    status.filter((path) => !/^(ackResourceMetadata|conditions)(\.|$)/.test(path)),
  );
});

function names(schema: CrdSchema | undefined, prefix = ''): string[] {
  const inner = schema?.items ?? schema;
  return Object.entries(inner?.properties ?? {})
    .flatMap(([name, held]) => [prefix + name, ...names(held, `${prefix}${name}.`)])
    .sort();
}

const spelled = (shape: Shape, prefix = ''): string[] =>
  Object.entries(shape)
    .flatMap(([member, inner]) => {
      const path = prefix + ackSpelling(member, '');
      return inner === true ? [path] : [path, ...spelled(inner, `${path}.`)];
    })
    .sort();

test('every manifest is valid against the CRD', { skip: withoutCrd }, () => {
  assert.ok(crdSchema);
  const validate = manifestValidator(crdSchema);
  const check = (manifest: object) =>
    assert.ok(validate(parse(writeYaml({ ...manifest }))), JSON.stringify(validate.errors));
  fc.assert(
    fc.property(arbitraryRow, (row) => {
      check(toAck(row, { namespace: 'training' }).manifest);
      check(toAckAdoption(row).manifest);
      check(toAckRerun(row, 'again-1').manifest);
    }),
    { numRuns: 50 },
  );
  for (const { row } of recordedRows) {
    check(toAck(row).manifest);
    check(toAckAdoption(row).manifest);
    check(toAckRerun(row, rerunName(String(row.training_job_name), new Date())).manifest);
  }
});

test('the validator refuses what Kubernetes would', { skip: withoutCrd }, () => {
  assert.ok(crdSchema);
  const validate = manifestValidator(crdSchema);
  const { manifest } = toAck(rowOf(least));
  const spec = { ...Object(manifest.spec) };
  assert.equal(validate({ ...manifest, spec: { ...spec, mood: 'x' } }), false);
  assert.equal(validate({ ...manifest, spec: { ...spec, hyperParameters: { depth: 5 } } }), false);
  const { roleARN: _, ...roleless } = spec;
  assert.equal(validate({ ...manifest, spec: roleless }), false);
  assert.equal(validate({ ...manifest, metadata: { name: 'Capital' } }), false);
});

const least = {
  TrainingJobName: 'Churn-2024-05-01-10-00-00-123',
  TrainingJobArn: 'arn:aws-cn:sagemaker:cn-north-1:111122223333:training-job/churn-2024-05-01-10-00-00-123',
  CreationTime: new Date('2024-05-01T10:00:00.123Z'),
  RoleArn: 'arn:aws-cn:iam::111122223333:role/r',
};

test('a manifest says whose the job is and where', () => {
  const { manifest } = toAck(rowOf(least), { namespace: 'training' });
  assert.deepEqual(manifest.metadata, {
    name: 'churn-2024-05-01-10-00-00-123',
    namespace: 'training',
    annotations: { 'services.k8s.aws/region': 'cn-north-1' },
  });
  assert.deepEqual(manifest.status, {
    ackResourceMetadata: {
      arn: least.TrainingJobArn,
      ownerAccountID: '111122223333',
      partition: 'aws-cn',
      region: 'cn-north-1',
    },
    creationTime: '2024-05-01T10:00:00.123Z',
  });
  assert.equal(Object(manifest.spec).trainingJobName, least.TrainingJobName);
});

test('what the custom resource requires and the job lacks is written empty, and said', () => {
  const { manifest, notes } = toAck(rowOf({ ...least, RoleArn: null }));
  assert.equal(Object(manifest.spec).roleARN, '');
  assert.deepEqual(Object(manifest.spec).resourceConfig, {});
  assert.deepEqual(notes.map((note) => note.split(' ', 1)[0]).sort(), [
    'spec.algorithmSpecification',
    'spec.outputDataConfig',
    'spec.resourceConfig',
    'spec.roleARN',
    'spec.stoppingCondition',
  ]);
});

test('what was masked is pointed out', () => {
  const { notes } = toAckRerun(
    rowOf({ ...least, Environment: { API_KEY: '***masked:name***', PATH: '/bin' } }),
    'again',
  );
  assert.ok(notes.some((note) => note.startsWith('environment.API_KEY is masked')));
  assert.equal(
    notes.some((note) => note.includes('PATH')),
    false,
  );
});

test('an adoption carries ACK’s annotations and no status', () => {
  const { manifest } = toAckAdoption(rowOf(least));
  const { annotations } = Object(manifest.metadata);
  assert.equal(annotations['services.k8s.aws/adoption-policy'], 'adopt');
  assert.deepEqual(JSON.parse(annotations['services.k8s.aws/adoption-fields']), {
    trainingJobName: least.TrainingJobName,
  });
  assert.equal(annotations['services.k8s.aws/deletion-policy'], 'retain');
  assert.equal(annotations['services.k8s.aws/region'], 'cn-north-1');
  assert.equal('status' in manifest, false);
});

test('a re-run has a new name, no status, no tags of AWS’s own, and warns of what it repeats', () => {
  const row = rowOf(
    {
      ...least,
      CheckpointConfig: { S3Uri: 's3://b/checkpoints' },
      HyperParameters: { sagemaker_job_name: `"${least.TrainingJobName}"`, depth: '5' },
    },
    [
      { Key: 'aws:cloudformation:stack-name', Value: 'stack' },
      { Key: 'team', Value: 'a:b' },
    ],
  );
  const { manifest, notes, leftOut, outcomes } = toAckRerun(row, 'Churn-again');
  assert.equal(Object(manifest.metadata).name, 'churn-again');
  assert.equal(Object(manifest.spec).trainingJobName, 'Churn-again');
  assert.deepEqual(Object(manifest.spec).tags, [{ key: 'team', value: 'a:b' }]);
  assert.equal('status' in manifest, false);
  assert.deepEqual(leftOut, ['tags[aws:cloudformation:stack-name:stack]']);
  assert.deepEqual(outcomes, ['creation_time']);
  assert.ok(notes.some((note) => note.includes('"sagemaker_job_name" names the job')));
  assert.ok(notes.some((note) => note.includes('checkpoints')));
  assert.throws(() => toAckRerun(row, 'a--'), JobNameError);
  assert.throws(() => toAckRerun(row, 'x'.repeat(64)), JobNameError);
});

test('a re-run is named after the job and the time of asking', () => {
  const at = new Date('2026-11-21T05:06:07.089Z');
  assert.equal(rerunName('churn', at), 'churn-2026-11-21-05-06-07-089');
  assert.equal(rerunName('churn-2024-05-01-10-00-00-123', at), 'churn-2026-11-21-05-06-07-089');
  assert.equal(rerunName('churn-2024-05-01-10-00-00', at), 'churn-2026-11-21-05-06-07-089');
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-zA-Z0-9](-{0,3}[a-zA-Z0-9]){0,62}$/).filter((name) => name.length <= 63),
      (name) => {
        assert.match(rerunName(name, at), /^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/);
      },
    ),
  );
});

test('a manifest without a status is read for what it asks', () => {
  const reading = readCustomResource(managedTrainingJob, {
    apiVersion: 'sagemaker.services.k8s.aws/v1alpha1',
    kind: 'TrainingJob',
    metadata: { name: 'churn', annotations: { 'services.k8s.aws/region': 'eu-west-1' } },
    spec: {
      trainingJobName: 'Churn',
      resourceConfig: { instanceCount: 2, volumeKMSKeyID: 'k' },
      mood: 1,
      vpcConfig: { colour: 2 },
    },
  });
  assert.equal(reading.resourceName, 'Churn');
  assert.equal(reading.arn, undefined);
  assert.equal(reading.region, 'eu-west-1');
  assert.deepEqual(reading.response, {
    TrainingJobName: 'Churn',
    ResourceConfig: { InstanceCount: 2, VolumeKmsKeyId: 'k' },
    VpcConfig: {},
  });
  assert.equal(reading.tags, null);
  assert.deepEqual(reading.unknown, ['spec.mood', 'spec.vpcConfig.colour']);
});

test('an adoption is known by its annotation before ACK has filled in its spec', () => {
  const { manifest } = toAckAdoption(rowOf(least));
  const { spec: _, ...bare } = manifest;
  const { resourceName, region, arn } = readCustomResource(managedTrainingJob, bare);
  assert.deepEqual([resourceName, region, arn], [least.TrainingJobName, 'cn-north-1', undefined]);
  const odd = { ...bare, metadata: { name: 'a', annotations: { 'services.k8s.aws/adoption-fields': '{' } } };
  assert.equal(readCustomResource(managedTrainingJob, odd).resourceName, undefined);
});

test('what is no TrainingJob is told apart, and a broken one is refused', () => {
  const head = { apiVersion: 'sagemaker.services.k8s.aws/v1alpha1', kind: 'TrainingJob', metadata: { name: 'a' } };
  assert.equal(isManifestOf(trainingJobCustomResource, head), true);
  for (const other of [
    null,
    'x',
    [],
    {},
    { ...head, kind: 'Model' },
    { ...head, apiVersion: 'batch/v1' },
    { kind: 'TrainingJob' },
  ]) {
    assert.equal(isManifestOf(trainingJobCustomResource, other), false);
    assert.throws(() => readCustomResource(managedTrainingJob, other), ManifestError);
  }
  assert.throws(() => readCustomResource(managedTrainingJob, { ...head, metadata: {} }), /metadata\.name is missing/);
  assert.throws(() => readCustomResource(managedTrainingJob, { ...head, spec: [] }), /spec should be an object/);
  assert.throws(
    () => readCustomResource(managedTrainingJob, { ...head, spec: { tags: { a: 'b' } } }),
    /spec\.tags should be a list/,
  );
  assert.throws(
    () => readCustomResource(managedTrainingJob, { ...head, spec: { tags: [{ key: 1 }] } }),
    /spec\.tags should hold/,
  );
});
