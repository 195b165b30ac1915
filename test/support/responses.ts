/** Returns a small describe response, in wire form, for tests that only need some members. */
export function describeResponse(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  const name = String(overrides.TrainingJobName ?? 'Train-One');
  return {
    TrainingJobName: name,
    TrainingJobArn: `arn:aws:sagemaker:us-east-1:111122223333:training-job/${name.toLowerCase()}`,
    TrainingJobStatus: 'Completed',
    SecondaryStatus: 'Completed',
    CreationTime: 1_760_000_000.123,
    LastModifiedTime: 1_760_003_600.5,
    BillableTimeInSeconds: 3000,
    TrainingTimeInSeconds: 3600,
    HyperParameters: { epochs: '3', LearningRate: '0.1' },
    ResourceConfig: { InstanceType: 'ml.p4d.24xlarge', InstanceCount: 2, VolumeSizeInGB: 100 },
    ...overrides,
  };
}
