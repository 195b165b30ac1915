import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Usage } from '../../../../catalog/billing/usage.ts';
import { flatten } from '../../../../catalog/flatten.ts';
import { usageOf } from '../../../../catalog/training-job/billing/usage.ts';
import { trainingJob } from '../../../../catalog/training-job/definition.ts';
import type { TrainingJob } from '../../../../catalog/training-job/schema.ts';
import { describeResponse } from '../../../support/responses.ts';

const start = 1_760_000_000;

function usages(overrides: Record<string, unknown> = {}): Usage[] {
  const flattened = flatten(
    trainingJob,
    describeResponse({
      CreationTime: start,
      TrainingStartTime: start + 60,
      TrainingEndTime: start + 3660,
      ...overrides,
    }),
  );
  assert.ok(flattened.ok);
  return usageOf(flattened.row as unknown as TrainingJob, flattened.region);
}

/** The members of a usage that are named, of the only group. */
function pick<const K extends keyof Usage>(overrides: Record<string, unknown>, ...names: K[]): Pick<Usage, K> {
  const all = usages(overrides);
  assert.equal(all.length, 1);
  return Object.fromEntries(names.map((name) => [name, all[0]?.[name]])) as Pick<Usage, K>;
}

describe('usage of a job', () => {
  it('on plain instances is billable time times instances', () => {
    assert.deepEqual(
      pick(
        {},
        'capacity',
        'billing',
        'instance_type',
        'instance_count',
        'billable_seconds',
        'instance_seconds',
        'storage_gb_seconds',
        'day',
        'waste',
      ),
      {
        capacity: 'on_demand',
        billing: 'final',
        instance_type: 'ml.p4d.24xlarge',
        instance_count: 2,
        billable_seconds: 3000,
        instance_seconds: 6000,
        storage_gb_seconds: 0,
        day: '2025-10-09',
        waste: null,
      },
    );
  });

  it('of a heterogeneous cluster has a row for each instance group, with storage where it has no disks of its own', () => {
    const ResourceConfig = {
      InstanceCount: 0,
      VolumeSizeInGB: 50,
      InstanceGroups: [
        { InstanceGroupName: 'data', InstanceType: 'ml.c5.xlarge', InstanceCount: 3 },
        { InstanceGroupName: 'dnn', InstanceType: 'ml.p4d.24xlarge', InstanceCount: 1 },
      ],
    };
    assert.deepEqual(
      usages({ ResourceConfig }).map(
        ({ group_index, group_name, instance_type, instance_seconds, storage_gb_seconds }) => [
          group_index,
          group_name,
          instance_type,
          instance_seconds,
          storage_gb_seconds,
        ],
      ),
      [
        [0, 'data', 'ml.c5.xlarge', 9000, 450_000],
        [1, 'dnn', 'ml.p4d.24xlarge', 3000, 0],
      ],
    );
  });

  const preferences = {
    VolumeSizeInGB: 1,
    InstancePreferences: [
      { InstanceType: 'ml.p5.48xlarge', InstanceCount: 1, TrainingPlanArns: ['arn:plan'] },
      { InstanceType: 'ml.p4d.24xlarge', InstanceCount: 4 },
    ],
  };

  it('with instance preferences counts the instances that were selected', () => {
    const ResourceConfig = { ...preferences, SelectedInstanceType: 'ml.p4d.24xlarge', SelectedInstanceCount: 4 };
    assert.deepEqual(pick({ ResourceConfig }, 'capacity', 'instance_type', 'instance_count', 'instance_seconds'), {
      capacity: 'on_demand',
      instance_type: 'ml.p4d.24xlarge',
      instance_count: 4,
      instance_seconds: 12_000,
    });
  });

  it('with a preference that has a training plan is prepaid', () => {
    const ResourceConfig = { ...preferences, SelectedInstanceType: 'ml.p5.48xlarge', SelectedInstanceCount: 1 };
    assert.deepEqual(pick({ ResourceConfig }, 'capacity', 'training_plan_arn', 'instance_seconds'), {
      capacity: 'training_plan',
      training_plan_arn: 'arn:plan',
      instance_seconds: 3000,
    });
  });

  it('with preferences of which none is selected is not known', () => {
    assert.deepEqual(
      pick(
        { ResourceConfig: preferences, TrainingJobStatus: 'InProgress' },
        'billing',
        'instance_type',
        'instance_seconds',
      ),
      { billing: 'running', instance_type: null, instance_seconds: null },
    );
    assert.deepEqual(pick({ ResourceConfig: preferences }, 'billing', 'instance_seconds'), {
      billing: 'unreported',
      instance_seconds: null,
    });
  });

  it('on a training plan is prepaid', () => {
    const ResourceConfig = { InstanceType: 'ml.p5.48xlarge', InstanceCount: 2, TrainingPlanArn: 'arn:plan' };
    assert.deepEqual(
      pick({ ResourceConfig }, 'capacity', 'training_plan_arn', 'instance_seconds', 'storage_gb_seconds'),
      {
        capacity: 'training_plan',
        training_plan_arn: 'arn:plan',
        instance_seconds: 6000,
        storage_gb_seconds: 0,
      },
    );
  });

  it('without servers is counted in tokens', () => {
    assert.deepEqual(
      pick(
        { ResourceConfig: undefined, ServerlessJobConfig: { JobType: 'FineTuning' }, BillableTokenCount: 123_456 },
        'capacity',
        'billing',
        'token_count',
        'instance_seconds',
        'instance_type',
      ),
      { capacity: 'serverless', billing: 'final', token_count: 123_456, instance_seconds: 0, instance_type: null },
    );
  });

  it('on spot capacity saves what was trained and not billed', () => {
    assert.deepEqual(pick({ EnableManagedSpotTraining: true }, 'capacity', 'spot_saved_seconds', 'training_seconds'), {
      capacity: 'spot',
      spot_saved_seconds: 600,
      training_seconds: 3600,
    });
    assert.deepEqual(pick({ BillableTimeInSeconds: 3000 }, 'spot_saved_seconds'), { spot_saved_seconds: 0 });
  });

  it('counts a warm pool apart', () => {
    const pool = (status: object | undefined) =>
      pick({ WarmPoolStatus: status }, 'instance_seconds', 'warm_pool_seconds', 'warm_pool_instance_seconds');
    assert.deepEqual(pool({ Status: 'Reused', ResourceRetainedBillableTimeInSeconds: 120 }), {
      instance_seconds: 6000,
      warm_pool_seconds: 120,
      warm_pool_instance_seconds: 240,
    });
    assert.deepEqual(pool({ Status: 'Available' }), {
      instance_seconds: 6000,
      warm_pool_seconds: null,
      warm_pool_instance_seconds: null,
    });
    assert.deepEqual(pool(undefined), { instance_seconds: 6000, warm_pool_seconds: 0, warm_pool_instance_seconds: 0 });
  });

  it('of a job that failed before training is nothing', () => {
    assert.deepEqual(
      pick(
        {
          TrainingJobStatus: 'Failed',
          TrainingStartTime: undefined,
          TrainingTimeInSeconds: undefined,
          BillableTimeInSeconds: undefined,
        },
        'billing',
        'instance_seconds',
        'waste',
      ),
      { billing: 'unbilled', instance_seconds: 0, waste: 'failed' },
    );
  });

  const withoutTimes = {
    TrainingStartTime: undefined,
    TrainingEndTime: undefined,
    TrainingTimeInSeconds: undefined,
    BillableTimeInSeconds: undefined,
  };
  const notKnown = { billing: 'unreported', billable_seconds: null, instance_seconds: null, storage_gb_seconds: null };
  const names = ['billing', 'billable_seconds', 'instance_seconds', 'storage_gb_seconds'] as const;

  it('of a job that completed is not known while nobody says what was billed', () => {
    assert.deepEqual(pick(withoutTimes, ...names), notKnown);
    assert.deepEqual(pick({ ...withoutTimes, TrainingEndTime: start }, ...names), notKnown);
  });

  it('of a job that failed is not known where nothing tells whether it trained', () => {
    for (const TrainingJobStatus of ['Failed', 'Stopped'])
      assert.deepEqual(pick({ ...withoutTimes, TrainingJobStatus }, ...names), notKnown);
    const stages = (...all: string[]) => all.map((Status) => ({ Status, StartTime: start, EndTime: start + 1 }));
    const failed = { ...withoutTimes, TrainingJobStatus: 'Failed' };
    const trained = { ...failed, SecondaryStatusTransitions: stages('Starting', 'Training', 'Failed') };
    assert.deepEqual(pick(trained, ...names), notKnown);
    const neverTrained = { ...failed, SecondaryStatusTransitions: stages('Starting', 'Failed') };
    assert.equal(pick(neverTrained, 'billing').billing, 'unbilled');
  });

  it('of a job that runs is not known yet, whatever it says', () => {
    assert.deepEqual(
      pick({ TrainingJobStatus: 'InProgress' }, 'billing', 'billable_seconds', 'instance_seconds', 'ended_at'),
      {
        billing: 'running',
        billable_seconds: null,
        instance_seconds: null,
        ended_at: null,
      },
    );
  });

  it('of a job that trained and does not say what was billed is not known', () => {
    assert.deepEqual(pick({ BillableTimeInSeconds: undefined }, 'billing', 'instance_seconds'), {
      billing: 'unreported',
      instance_seconds: null,
    });
  });

  it('says why it came to nothing', () => {
    const waste = (TrainingJobStatus: string, SecondaryStatus: string) =>
      pick({ TrainingJobStatus, SecondaryStatus }, 'waste').waste;
    assert.equal(waste('Stopped', 'Stopped'), 'stopped');
    assert.equal(waste('Stopped', 'MaxRuntimeExceeded'), 'timed_out');
    assert.equal(waste('Stopped', 'MaxWaitTimeExceeded'), 'interrupted');
    assert.equal(waste('Stopped', 'Interrupted'), 'interrupted');
    assert.equal(waste('Failed', 'Failed'), 'failed');
    assert.equal(waste('Completed', 'Completed'), null);
  });

  it('adds up the phases that have ended', () => {
    const SecondaryStatusTransitions = [
      { Status: 'Starting', StartTime: start, EndTime: start + 60.5 },
      { Status: 'Training', StartTime: start + 60.5, EndTime: start + 100 },
      { Status: 'Restarting', StartTime: start + 100, EndTime: start + 110 },
      { Status: 'Training', StartTime: start + 110, EndTime: start + 120 },
      { Status: 'Meditating', StartTime: start + 120, EndTime: start + 121 },
      { Status: 'Uploading', StartTime: start + 121 },
    ];
    assert.deepEqual(
      pick({ SecondaryStatusTransitions }, 'starting_ms', 'training_ms', 'uploading_ms', 'other_ms', 'pending_ms'),
      { starting_ms: 70_500, training_ms: 49_500, uploading_ms: 0, other_ms: 1000, pending_ms: 0 },
    );
  });

  it('takes impossible figures for unknown', () => {
    assert.deepEqual(pick({ BillableTimeInSeconds: -1 }, 'billing', 'billable_seconds'), {
      billing: 'unreported',
      billable_seconds: null,
    });
    const ResourceConfig = { InstanceType: 'ml.m5.large', InstanceCount: 2_147_483_647 };
    assert.deepEqual(pick({ ResourceConfig }, 'instance_count', 'instance_seconds'), {
      instance_count: null,
      instance_seconds: null,
    });
  });
});
