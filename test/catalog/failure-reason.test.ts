import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normalizeReason } from '../../catalog/failure-reason.ts';

test('reasons of one kind are the same text', () => {
  for (const [reason, kind] of [
    ['rank 3 of 64 died', 'rank <n> of <n> died'],
    ['AlgorithmError: ExecuteUserScriptError:\nExitCode 1', 'AlgorithmError: ExecuteUserScriptError: ExitCode <n>'],
    ['CUDA out of memory. Tried to allocate 2.50 GiB', 'CUDA out of memory. Tried to allocate <n> GiB'],
    ['loss is -1.5e-07 at step 12,000', 'loss is <n> at step <n>'],
    ['host algo-12 at 10.0.31.7 is gone', 'host algo-<n> at <ip> is gone'],
    ['no key s3://my-bucket/data/part-0001.csv, really', 'no key <url>, really'],
    ['role arn:aws:iam::111122223333:role/Train cannot be assumed', 'role <arn> cannot be assumed'],
    ['image 111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1 not found', 'image <image> not found'],
    ['request 0f8fad5b-d9cb-469f-a165-70867728950e failed', 'request <id> failed'],
    ['instance i-0abc123def4567890 was lost', 'instance <id> was lost'],
    ['commit 9e107d9d372bb6826bd81d3542a419d6 is unknown', 'commit <id> is unknown'],
    ['segfault at 0x7ffee4c0', 'segfault at <address>'],
    ['at 2026-01-31T12:00:01.5Z it stopped', 'at <time> it stopped'],
    ['no capacity for ml.p4d.24xlarge', 'no capacity for ml.p4d.24xlarge'],
    ['cannot decode: feedface', 'cannot decode: feedface'],
  ] as const) {
    assert.equal(normalizeReason(reason), kind);
  }
});
