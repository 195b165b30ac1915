import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consoleLink } from '../../catalog/console-link.ts';
import { jobType } from '../../catalog/resource-types.ts';

test('the console of a resource is the one of its partition and region', () => {
  const link = (region: string) => consoleLink(jobType, region, 'my job');
  const path = (region: string) => `/sagemaker/home?region=${region}#/jobs/my%20job`;
  assert.equal(link('eu-west-1'), `https://eu-west-1.console.aws.amazon.com${path('eu-west-1')}`);
  assert.equal(link('cn-north-1'), `https://cn-north-1.console.amazonaws.cn${path('cn-north-1')}`);
  assert.equal(link('us-gov-west-1'), `https://us-gov-west-1.console.amazonaws-us-gov.com${path('us-gov-west-1')}`);
  assert.equal(link('us-iso-east-1'), undefined);
  assert.equal(consoleLink({ ...jobType, consolePath: undefined } as never, 'eu-west-1', 'x'), undefined);
});
