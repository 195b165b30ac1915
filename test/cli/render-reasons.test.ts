import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import stringWidth from 'string-width';
import { renderCoverage } from '../../cli/render-coverage.ts';
import { renderReasons } from '../../cli/render-reasons.ts';
import { renderTargets } from '../../cli/target-table.ts';
import { plainView } from '../../cli/terminal/view.ts';

const reason = 'the role arn:aws:iam::432779807257:role/SagecatReadOnly cannot be assumed: AccessDenied';
const target = (account_id: string, region: string, status: 'denied' | 'complete' = 'denied') => ({
  resource_type: 'aws_sagemaker_trainingjob',
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
        'denied: 432779807257 fraud in eu-west-1, us-east-1,',
        '    us-west-2 and 2 more',
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

  it('name the type where targets are of several and the reason holds for one', () => {
    const kiln = { ...target('111122223333', 'eu-west-1'), resource_type: 'aws_pottery_kiln' };
    const job = target('111122223333', 'eu-west-1');
    assert.deepEqual(renderReasons([job, { ...kiln, reason: 'no' }], plainView()), [
      `denied: aws_sagemaker_trainingjob of 111122223333 fraud in eu-west-1: ${reason}`,
      'denied: aws_pottery_kiln of 111122223333 fraud in eu-west-1: no',
    ]);
    assert.deepEqual(renderReasons([job, kiln], plainView()), [`denied: 111122223333 fraud in eu-west-1: ${reason}`]);
    const table = renderTargets([job, kiln], plainView()).split('\n');
    assert.match(table[0] ?? '', /^status +account +region +type +seen/);
    assert.match(table[2] ?? '', /^denied +111122223333 fraud +eu-west-1 +aws_pottery_kiln/);
    const many = renderTargets(Array.from({ length: 15 }, () => [job, kiln]).flat(), plainView()).split('\n');
    assert.deepEqual(
      many.slice(1, 3).map((line) => line.split(/ {2,}/).slice(0, 3)),
      [
        ['denied', 'aws_sagemaker_trainingjob', '15'],
        ['denied', 'aws_pottery_kiln', '15'],
      ],
    );
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

  it('are of accounts where coverage is of hundreds of targets, those that lack most first', () => {
    const regions = ['eu-west-1', 'us-east-1', 'us-west-2', 'eu-north-1', 'sa-east-1', 'ap-south-1'];
    const accounts = Array.from({ length: 40 }, (_, index) => String(100_000_000_000 + index));
    const targets = accounts.flatMap((account, index) =>
      regions.map((region, at) => ({
        ...target(account, region, index === 7 || (index === 9 && at === 0) ? 'denied' : 'complete'),
        ...{ resource_type: 'aws_sagemaker_trainingjob', full_as_of: null, watermark: null, crawl_id: 1 },
        as_of: index === 7 ? null : `2026-01-01T00:0${at}:00.000Z`,
        attempted_at: '2026-01-01T00:00:00.000Z',
      })),
    );
    const sums = { targets: 240, by_status: { denied: 7, complete: 233 }, never_complete: 6, as_of: null };
    const lines = renderCoverage(sums, targets, plainView(80)).split('\n');
    assert.ok(lines.length < 40, `${lines.length} lines`);
    assert.deepEqual(lines.slice(2, 6), [
      'account             regions  status                complete as of',
      '100000000007 fraud        6  6 denied              -',
      '100000000009 fraud        6  1 denied, 5 complete  2026-01-01 00:00Z',
      '100000000000 fraud        6  6 complete            2026-01-01 00:00Z',
    ]);
    assert.ok(lines.includes('and 16 more accounts; --all shows every account and region'));
    for (const text of [
      renderCoverage(sums, targets, plainView(80), { all: true }),
      renderCoverage(sums, targets, plainView()),
    ]) {
      assert.equal(text.match(/^\d{12} fraud +[a-z]+-/gm)?.length, 240);
    }
  });
});
