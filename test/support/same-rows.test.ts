import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CrawlSummary } from '../../services/crawler/run-crawl.ts';
import { assertComplete } from './crawl-simulator.ts';
import { assertSameRows } from './same-rows.ts';

const arn = (name: string) => `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name}`;
const row = (status: string, team = 'nlp') => ({
  training_job_status: 'Completed',
  warm_pool_status: { status, reused_by_job: null },
  tags: [`team:${team}`],
  elapsed: 9007199254740993n,
});

const fails = (act: () => void, message: string) =>
  assert.throws(act, (error: Error) => {
    assert.equal(error.message, message);
    return true;
  });

describe('a failing crawler test', () => {
  it('names the first row that differs, its field, and how much else does', () => {
    const expected = new Map([[arn('nlp-1'), row('InUse')]]);
    fails(
      () => assertSameRows(new Map([[arn('nlp-1'), row('Terminated')]]), expected),
      'training job nlp-1 in 111122223333/us-east-1: warm_pool_status.status is Terminated, should be InUse',
    );
    const actual = new Map([[arn('nlp-1'), { ...row('Terminated', 'ads'), elapsed: 1n, training_job_status: null }]]);
    fails(
      () => assertSameRows(actual, expected),
      'training job nlp-1 in 111122223333/us-east-1: training_job_status is null, should be Completed (3 more differences)',
    );
  });

  it('counts the other rows that differ, and says when only types do', () => {
    const identity = `${arn('nlp-2')} 2026-01-01T00:00:00.000Z`;
    const expected = new Map<string, object>([
      [arn('nlp-1'), { elapsed: 1 }],
      [identity, row('InUse')],
    ]);
    fails(
      () =>
        assertSameRows(new Map([...expected.keys()].map((key) => [key, { elapsed: 2 }])) as never, expected as never),
      'training job nlp-1 in 111122223333/us-east-1: elapsed is 2, should be 1; and 1 more row differs',
    );
    fails(
      () => assertSameRows(new Map([[identity, { elapsed: 1n }]]), new Map([[identity, { elapsed: 1 }]])),
      'training job nlp-2 in 111122223333/us-east-1 created 2026-01-01T00:00:00.000Z: has values of other types',
    );
  });

  it('names a row that is missing, and one that should not be there', () => {
    const rows = (...names: string[]) => new Map(names.map((name) => [arn(name), row('InUse')]));
    fails(
      () => assertSameRows(rows('nlp-1'), rows('nlp-1', 'nlp-2', 'nlp-3', 'nlp-4')),
      'training job nlp-2 in 111122223333/us-east-1 (2 more rows): missing from the catalog',
    );
    fails(
      () => assertSameRows(rows('nlp-1', 'nlp-2'), rows('nlp-1')),
      'training job nlp-2 in 111122223333/us-east-1: in the catalog, should not be',
    );
    assertSameRows(rows('nlp-1'), rows('nlp-1'));
  });

  it('says which target is not complete, and why', () => {
    const target = { account_id: '111122223333', region: 'us-east-1', status: 'denied', reason: 'no role' };
    const summary = { status: 'partial', targets: [{ ...target, status: 'complete' }, target, target] };
    fails(
      () => assertComplete(summary as unknown as CrawlSummary),
      '111122223333/us-east-1 is denied: no role (1 more of 3 targets)',
    );
  });
});
