import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DescribeTrainingJobResponse } from '@aws-sdk/client-sagemaker';
import {
  choice,
  type FieldsFor,
  type FieldValue,
  float,
  int32,
  int64,
  map,
  string,
  strings,
  struct,
  structs,
  timestamp,
} from '../../catalog/fields.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { TrainingJob } from '../../catalog/training-job/schema.ts';

// What must not compile is marked so: where one of these lines does compile, the type check fails.

interface Response {
  Name: string | undefined;
  Status?: 'Good' | 'Bad' | undefined;
  Count?: number | undefined;
  At?: Date | undefined;
  Labels?: Record<string, string> | undefined;
  Kinds?: ('A' | 'B')[] | undefined;
  Inner?: { Depth?: number | undefined; Items?: { Key?: string | undefined }[] | undefined } | undefined;
}

const complete = {
  Name: string('.'),
  Status: choice('.', ['Good', 'Bad']),
  Count: int64('.'),
  At: timestamp('.'),
  Labels: map('.'),
  Kinds: strings('.'),
  Inner: struct('.', { Depth: float('.'), Items: structs('.', { Key: string('.') }) }),
} satisfies FieldsFor<Required<Response>>;

const { Name, ...nameless } = complete;
// @ts-expect-error a member that the response has is missing
nameless satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a member that the response lacks
  Mood: string('.'),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a value that the SDK names is missing
  Status: choice('.', ['Good']),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a value that the SDK does not name
  Status: choice('.', ['Good', 'Bad', 'Ugly']),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a number is no string
  Count: string('.'),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a date is no string
  At: string('.'),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a map is no struct
  Labels: struct('.', {}),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a list of strings is no string
  Kinds: string('.'),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a nested member is missing
  Inner: struct('.', { Depth: float('.') }),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a member two levels down has another type
  Inner: struct('.', { Depth: float('.'), Items: structs('.', { Key: int32('.') }) }),
}) satisfies FieldsFor<Required<Response>>;

({
  ...complete,
  // @ts-expect-error a struct is no list of structs
  Inner: structs('.', { Depth: float('.'), Items: structs('.', { Key: string('.') }) }),
}) satisfies FieldsFor<Required<Response>>;

// The definition itself: complete for the SDK's type, and no longer so when the SDK has one member more.
trainingJob.members satisfies FieldsFor<Required<DescribeTrainingJobResponse>>;
// @ts-expect-error an SDK that knows one member more
trainingJob.members satisfies FieldsFor<Required<DescribeTrainingJobResponse & { Mood?: string }>>;

type Row = FieldValue<typeof complete.Inner>;
const row: Row = { depth: 'NaN', items: [{ key: null }] };
// @ts-expect-error every member is present in a row
const partial: Row = { depth: 1 };
// @ts-expect-error the catalog's names, not the provider's
const misnamed: Row = { Depth: 1, items: null };

test('the type of a row has the names and types that flattening gives', () => {
  const count: NonNullable<TrainingJob['billable_token_count']> = 9_007_199_254_740_993n;
  const checkpoint: NonNullable<TrainingJob['checkpoint_config']> = { s3_uri: 's3://b/c', local_path: null };
  assert.equal(typeof count, 'bigint');
  assert.deepEqual(
    [Name.kind, row.depth, checkpoint.local_path, partial.depth, misnamed.items],
    ['string', 'NaN', null, 1, null],
  );
});
