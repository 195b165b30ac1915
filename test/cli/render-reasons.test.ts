import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import stringWidth from 'string-width';
import { renderCoverage } from '../../cli/render-coverage.ts';
import { renderReasons } from '../../cli/render-reasons.ts';
import { plainView } from '../../cli/terminal/view.ts';

const reason = 'the role arn:aws:iam::432779807257:role/SagecatReadOnly cannot be assumed: AccessDenied';
const target = (account_id: string, region: string, status: 'denied' | 'complete' = 'denied') => ({
  account_id,
  account_name: 'fraud',
  region,
  status,
  reason: status === 'complete' ? null : reason,
});

describe('the reasons of targets', () => {
  it('stand once for an account, below the regions that share it, in words that are not broken', () => {
    const regions = ['eu-west-1', 'us-east-1', 'us-west-2', 'eu-north-1', 'sa-east-1'];
    assert.deepEqual(
      renderReasons(
        regions.map((region) => target('432779807257', region)),
        plainView(64),
      )
        .join('\n')
        .split('\n'),
      [
        'denied: 432779807257 fraud in eu-west-1, us-east-1, us-west-2',
        'and 2 more',
        '  the role arn:aws:iam::432779807257:role/SagecatReadOnly cannot',
        '  be assumed: AccessDenied',
      ],
    );
  });

  it('are a line each in a pipe, and counted beyond the most that are shown', () => {
    const targets = ['111122223333', '222233334444', '333344445555'].map((id) => target(id, 'us-east-1'));
    assert.deepEqual(renderReasons(targets, plainView(), 1), [
      `denied: 111122223333 fraud in us-east-1: ${reason}`,
      'and 2 more targets that are not complete',
    ]);
  });

  it('are not repeated by coverage for each region of an account, but on each row of a pipe', () => {
    const sums = { targets: 3, by_status: { denied: 2, complete: 1 }, never_complete: 2, as_of: null };
    const targets = [
      target('432779807257', 'eu-west-1'),
      target('432779807257', 'us-east-1'),
      target('111122223333', 'us-east-1', 'complete'),
    ].map((one) => ({
      ...one,
      resource_type: 'aws_sagemaker_trainingjob',
      as_of: null,
      full_as_of: null,
      watermark: null,
      attempted_at: '2026-01-01T00:00:00.000Z',
      crawl_id: 1,
    }));
    for (const width of [60, 80, 200]) {
      const text = renderCoverage(sums, targets, plainView(width));
      assert.equal(text.split('SagecatReadOnly').length - 1, 1, text);
      assert.ok(text.split('\n').every((line) => stringWidth(line) <= width));
    }
    assert.equal(renderCoverage(sums, targets, plainView()).split(reason).length - 1, 2);
  });
});
