import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseArn } from '../../catalog/arn.ts';

test('an ARN is split into its parts, in every partition', () => {
  assert.deepEqual(parseArn('arn:aws-us-gov:sagemaker:us-gov-west-1:111122223333:training-job/a:b/c'), {
    partition: 'aws-us-gov',
    service: 'sagemaker',
    region: 'us-gov-west-1',
    accountId: '111122223333',
    resource: 'training-job/a:b/c',
  });
  assert.equal(parseArn('arn:aws:iam::111122223333:role/x')?.region, '');
});

test('what names no account is no such ARN', () => {
  for (const text of ['', 'arn:aws:s3:::bucket', 'arn:aws:sagemaker:us-east-1:1234:model/x', 'x'.repeat(50)]) {
    assert.equal(parseArn(text), undefined);
  }
});
