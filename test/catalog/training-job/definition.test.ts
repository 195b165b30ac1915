import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogType, type Field, type Fields, membersOf } from '../../../catalog/fields.ts';
import { findResourceType, resourceTypes } from '../../../catalog/resource-types.ts';
import { snakeCase } from '../../../catalog/snake-case.ts';
import { trainingJob } from '../../../catalog/training-job/definition.ts';
import reference from '../../fixtures/aws_sagemaker_trainingjob.schema.json' with { type: 'json' };
import {
  createTrainingJobMembers,
  describeTrainingJobSchema,
  differencesFromSdk,
  readSchema,
  type SdkSchema,
} from '../../support/sdk-schema.ts';

interface ReferenceField {
  name: string;
  type: string;
  provider_name: string | null;
  fields?: ReferenceField[];
}
interface Entry {
  path: string;
  type: string;
  member: string | null;
}

const flattenReference = (fields: readonly ReferenceField[], prefix = ''): Entry[] =>
  fields.flatMap(({ name, type, provider_name, fields: inner = [] }) => [
    { path: prefix + name, type, member: provider_name },
    ...flattenReference(inner, `${prefix}${name}.`),
  ]);

interface OwnEntry extends Entry {
  field: Field;
  /** The field or one that it lies in is marked as an extension. */
  extended: boolean;
  /** A field that it lies in is marked as an extension. */
  inExtension: boolean;
}

const flattenMembers = (members: Fields, prefix: string, inExtension: boolean): OwnEntry[] =>
  Object.entries(members).flatMap(([member, field]) => {
    const path = prefix + snakeCase(member);
    const extended = inExtension || field.extension === true;
    return [
      { path, type: catalogType(field), member, field, extended, inExtension },
      ...flattenMembers(membersOf(field) ?? {}, `${path}.`, extended),
    ];
  });

const own: OwnEntry[] = trainingJob.columns.flatMap(({ name, member, field }) => [
  {
    path: name,
    type: catalogType(field),
    member: member ?? null,
    field,
    extended: field.extension === true,
    inExtension: false,
  },
  ...flattenMembers(membersOf(field) ?? {}, `${name}.`, field.extension === true),
]);
const expected = flattenReference(reference.columns);

test('the reference has 45 columns and 155 fields', () => {
  assert.equal(reference.columns.length, 45);
  assert.equal(expected.length, 155);
});

test('every column and field of the reference is there, under its name, type and provider name', () => {
  const found = own
    .filter((entry) => !entry.extended)
    .map(({ path, type, member }) => ({ path, type, member }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  assert.deepEqual(
    found,
    expected.map(({ path, type, member }) => ({ path, type, member })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
});

test('what the reference lacks is marked as an extension once, at its top', () => {
  const known = new Set(expected.map(({ path }) => path));
  for (const entry of own) {
    assert.equal(entry.extended, !known.has(entry.path), entry.path);
    if (entry.inExtension) assert.equal(entry.field.extension, undefined, `${entry.path} is marked twice`);
  }
  const extensions = own.filter(({ field }) => field.extension === true).map(({ path }) => path);
  assert.ok(extensions.includes('billable_token_count'));
  assert.ok(extensions.includes('resource_config.instance_preferences'));
});

test('the definition has exactly the members of the SDK’s schema, with their types', () => {
  assert.deepEqual(differencesFromSdk(trainingJob.members, describeTrainingJobSchema), []);
});

test('a member that only the SDK knows is found, at every depth', () => {
  const doctored = addMember(describeTrainingJobSchema, ['ResourceConfig', 'InstanceGroups'], 'Colour', 0);
  assert.deepEqual(differencesFromSdk(trainingJob.members, doctored), [
    'ResourceConfig.InstanceGroups[].Colour: only the SDK has it',
  ]);
  assert.deepEqual(differencesFromSdk(trainingJob.members, addMember(describeTrainingJobSchema, [], 'Mood', 1)), [
    'Mood: only the SDK has it',
  ]);
});

test('a member whose type differs, or that the SDK lacks, is found', () => {
  const changed = addMember(describeTrainingJobSchema, ['StoppingCondition'], 'MaxRuntimeInSeconds', 4);
  assert.deepEqual(differencesFromSdk(trainingJob.members, changed), [
    'StoppingCondition.MaxRuntimeInSeconds: the SDK has timestamp, the definition number',
  ]);
  const listed = addMember(describeTrainingJobSchema, [], 'HyperParameters', 64);
  assert.deepEqual(differencesFromSdk(trainingJob.members, listed), [
    'HyperParameters: the SDK has list of string, the definition map of string',
  ]);
  const { RoleArn, ...rest } = trainingJob.members;
  assert.deepEqual(differencesFromSdk({ ...rest, Mood: RoleArn }, describeTrainingJobSchema), [
    'RoleArn: only the SDK has it',
    'Mood: only the definition has it',
  ]);
});

test('settings are what CreateTrainingJob takes', () => {
  const own = Object.keys(trainingJob.members).filter((member) => createTrainingJobMembers.has(member));
  assert.deepEqual([...trainingJob.settings].sort(), own.sort());
});

test('every field is described, shortly, in a sentence', () => {
  for (const { path, field } of own) {
    assert.match(field.description, /^[A-Z].*\.$/s, path);
    assert.ok(field.description.length <= 140, `${path}: ${field.description.length} characters`);
  }
  assert.match(trainingJob.description, /\.$/);
});

test('columns come by name, in order, each once', () => {
  const names = trainingJob.columns.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)].sort());
  assert.deepEqual(trainingJob.key, {
    arn: 'training_job_arn',
    name: 'training_job_name',
    createdAt: 'creation_time',
    modifiedAt: 'last_modified_time',
  });
});

test('a resource type is found by its name', () => {
  assert.equal(findResourceType('aws_sagemaker_trainingjob'), trainingJob);
  assert.equal(findResourceType('aws_sagemaker_model'), undefined);
  assert.ok(resourceTypes.includes(trainingJob));
});

test('a job is settled when it has ended, keeps no pool warm and awaits no rule', () => {
  type Job = Parameters<typeof trainingJob.isSettled>[0];
  const job = (parts: Partial<Job>): Job =>
    ({
      ...Object.fromEntries(trainingJob.columns.map(({ name }) => [name, null])),
      training_job_status: 'Completed',
      ...parts,
    }) as Job; // every column is there
  const pool = (status: string) => ({
    status,
    resource_retained_billable_time_in_seconds: null,
    reused_by_job: null,
  });
  const rule = (rule_evaluation_status: string) => ({
    rule_configuration_name: 'r',
    rule_evaluation_job_arn: null,
    rule_evaluation_status,
    status_details: null,
    last_modified_time: null,
  });
  for (const status of ['Completed', 'Failed', 'Stopped']) {
    assert.equal(trainingJob.isSettled(job({ training_job_status: status })), true, status);
  }
  for (const status of ['InProgress', 'Stopping', 'Deleting', null]) {
    assert.equal(trainingJob.isSettled(job({ training_job_status: status })), false, String(status));
  }
  assert.equal(trainingJob.isSettled(job({ warm_pool_status: pool('Available') })), false);
  assert.equal(trainingJob.isSettled(job({ warm_pool_status: pool('InUse') })), false);
  assert.equal(trainingJob.isSettled(job({ warm_pool_status: pool('Reused') })), true);
  assert.equal(trainingJob.isSettled(job({ warm_pool_status: pool('Terminated') })), true);
  assert.equal(trainingJob.isSettled(job({ debug_rule_evaluation_statuses: [rule('InProgress')] })), false);
  assert.equal(trainingJob.isSettled(job({ profiler_rule_evaluation_statuses: [rule('Stopping')] })), false);
  assert.equal(trainingJob.isSettled(job({ profiler_rule_evaluation_statuses: [rule('NoIssuesFound')] })), true);
});

/** A copy of a structure's schema with one member more, or another type for one that it has, under the path of members. */
function addMember(schema: SdkSchema, path: readonly string[], name: string, type: number): SdkSchema {
  if (typeof schema === 'function') return addMember(schema(), path, name, type);
  if (typeof schema === 'number') throw new Error(`${name} has no members`);
  if (schema[0] === 1) return [...schema.slice(0, 4), addMember(schema[4] as SdkSchema, path, name, type)];
  const shape = readSchema(schema);
  if (shape.kind !== 'struct') throw new Error(`${name} is no struct`);
  const members = new Map(shape.members);
  const [first, ...rest] = path;
  if (first === undefined) members.set(name, type);
  else members.set(first, addMember(members.get(first) ?? -1, rest, name, type));
  return [...schema.slice(0, 4), [...members.keys()], [...members.values()]];
}
