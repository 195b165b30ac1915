import { trainingJob } from '../../catalog/training-job/definition.ts';
import { describeResponse } from './responses.ts';

/** Members of DescribeTrainingJob that an event lacks. */
const lacking = new Set([
  'BillableTimeInSeconds',
  'TrainingTimeInSeconds',
  'BillableTokenCount',
  'FinalMetricDataList',
]);

/** Returns a state change event of the job of `describeResponse` with overrides, as EventBridge sends it: times in milliseconds, in quotes. */
export function trainingJobEvent(
  overrides: Record<string, unknown> = {},
  tags: Record<string, string> = {},
): Record<string, unknown> {
  const members = Object.entries(describeResponse(overrides)).filter(([name]) => !lacking.has(name));
  const detail = members.map(([name, value]) => [
    name,
    isInstant(name) ? String(Math.round(Number(value) * 1000)) : value,
  ]);
  const { TrainingJobArn } = describeResponse(overrides);
  return {
    version: '0',
    id: `event-of-${String(overrides.TrainingJobName ?? 'Train-One')}`,
    'detail-type': 'SageMaker Training Job State Change',
    source: 'aws.sagemaker',
    account: '111122223333',
    time: '2026-11-21T05:00:00Z',
    region: 'us-east-1',
    resources: [TrainingJobArn],
    detail: { ...Object.fromEntries(detail), Tags: tags },
  };
}

const instants = new Set(
  Object.entries(trainingJob.members)
    .filter(([, { kind }]) => kind === 'timestamp')
    .map(([name]) => name),
);
const isInstant = (name: string): boolean => instants.has(name);
