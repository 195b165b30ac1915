import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ackSpelling, terraformK8sSpelling } from '../../../catalog/manifests/spelling.ts';
import {
  terraformAws2018Spelling,
  terraformAwsSpelling,
} from '../../../catalog/training-job/manifests/terraform-spelling.ts';

test('ACK writes camel case with Go’s initialisms', () => {
  for (const [member, expected] of [
    ['RoleArn', 'roleARN'],
    ['S3Uri', 's3URI'],
    ['KmsKeyId', 'kmsKeyID'],
    ['VolumeKmsKeyId', 'volumeKMSKeyID'],
    ['SecurityGroupIds', 'securityGroupIDs'],
    ['VolumeSizeInGB', 'volumeSizeInGB'],
    ['S3OutputPath', 's3OutputPath'],
    ['S3ModelArtifacts', 's3ModelArtifacts'],
    ['EnableSageMakerMetricsTimeSeries', 'enableSageMakerMetricsTimeSeries'],
    ['RuleEvaluationJobArn', 'ruleEvaluationJobARN'],
    ['VpcConfig', 'vpcConfig'],
    ['UltraServerId', 'ultraServerID'],
  ] as const) {
    assert.equal(ackSpelling(member, ''), expected);
  }
});

test('the provider for manifests snake-cases what ACK writes', () => {
  assert.equal(terraformK8sSpelling('SecurityGroupIds', 'VpcConfig'), 'security_group_i_ds');
  assert.equal(terraformK8sSpelling('VolumeKmsKeyId', 'ResourceConfig'), 'volume_kms_key_id');
  assert.equal(terraformK8sSpelling('S3Uri', 'CheckpointConfig'), 's3_uri');
  assert.equal(terraformK8sSpelling('RoleArn', ''), 'role_arn');
});

test('the AWS resource has names of its own for a few', () => {
  assert.equal(terraformAws2018Spelling('TrainingJobName', ''), 'name');
  assert.equal(terraformAws2018Spelling('TrainingImage', 'AlgorithmSpecification'), 'image');
  assert.equal(terraformAws2018Spelling('ChannelName', 'InputDataConfig'), 'name');
  assert.equal(terraformAwsSpelling('ChannelName', 'InputDataConfig'), 'channel_name');
  assert.equal(
    terraformAwsSpelling('EnableSageMakerMetricsTimeSeries', 'AlgorithmSpecification'),
    'enable_sagemaker_metrics_time_series',
  );
  assert.equal(terraformAwsSpelling('S3Uri', 'InputDataConfig.DataSource.S3DataSource'), 's3_uri');
});
