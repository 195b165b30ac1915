import { builtInPolicy as policy, type TypePolicy } from '../policies/built-in-policy.ts';

const dg = 'https://docs.aws.amazon.com/sagemaker/latest/dg';
const tagging = 'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html';

/** The built-in policies for training jobs. */
export const trainingJobPolicies: readonly TypePolicy[] = [
  policy('team-tag', 'medium', {
    title: 'Every training job has the tag team',
    require: 'tags.team:*',
    remedy: 'Tag the job, or set default tags in the estimator.',
    reason: 'Then it is known whom to ask about a job and its cost.',
    source: tagging,
  }),
  policy('cost-tag', 'medium', {
    title: 'Every training job has the tag cost-center',
    require: 'tags.cost-center:*',
    remedy: 'Tag the job, and activate the tag for cost allocation.',
    reason:
      'AWS splits the bill by the tags that are set when the cost arises; tags that are set later have no effect on it.',
    source: 'https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/cost-alloc-tags.html',
  }),
  policy('owned', 'medium', {
    title: 'Every training job has an owner',
    require: 'owner:*',
    remedy: 'Tag the job, or add a rule of ownership that covers it.',
    reason: 'The ownership rules decide who owns a job; nobody takes care of a job without an owner.',
    source: 'https://docs.aws.amazon.com/wellarchitected/latest/framework/ops_ops_model_def_resource_owners.html',
  }),
  policy('experiment-named', 'info', {
    title: 'Every training job belongs to an experiment',
    about: '-tuning_job_arn:* -auto_ml_job_arn:*',
    require: 'experiment_config.experiment_name:* OR mlflow_config.mlflow_experiment_name:*',
    remedy: 'Set experiment_config or mlflow_config.',
    reason: 'Runs of one experiment can be compared and found again.',
    source: `${dg}/experiments.html`,
  }),
  policy('volume-encrypted', 'medium', {
    title: 'Volumes of training jobs are encrypted with a customer managed key',
    about:
      '-resource_config.instance_type:(ml.p4d* OR ml.p4de* OR ml.p5* OR ml.p6* OR ml.g5* OR ml.g6* OR ml.trn* OR ml.r5d* OR ml.c5d* OR ml.m5d*) -serverless_job_config:*',
    require: 'resource_config.volume_kms_key_id:*',
    remedy:
      'Set volume_kms_key_id. Local disks of instance types such as ml.p4d are encrypted by the hardware and are left out.',
    reason: 'The key policy then decides who may read a volume.',
    source: `${dg}/encryption-at-rest.html`,
  }),
  policy('output-encrypted', 'medium', {
    title: 'Outputs of training jobs are encrypted with a customer managed key',
    require: 'output_data_config.kms_key_id:*',
    remedy: 'Set output_data_config.kms_key_id.',
    reason: 'Model artifacts can reveal the training data; the key policy then decides who may read them.',
    source: `${dg}/encryption-at-rest.html`,
  }),
  policy('traffic-encrypted', 'medium', {
    title: 'Distributed training jobs encrypt the traffic between their instances',
    about: 'resource_config.instance_count:>1',
    require: 'enable_inter_container_traffic_encryption:true',
    remedy: 'Set enable_inter_container_traffic_encryption; it can slow training down.',
    reason: 'Without it, the traffic of distributed training crosses the network in plain text.',
    source: `${dg}/train-encrypt.html`,
  }),
  policy('network-isolated', 'high', {
    title: 'Training jobs run with network isolation',
    require: 'enable_network_isolation:true',
    remedy: 'Set enable_network_isolation; SageMaker then reads the data and writes the output for the container.',
    reason: 'A compromised dependency then cannot send data out.',
    source: `${dg}/mkt-algo-model-internet-free.html`,
  }),
  policy('in-vpc', 'medium', {
    title: 'Training jobs run in your own VPC',
    about: '-serverless_job_config:*',
    require: 'vpc_config.subnets:*',
    remedy: 'Set vpc_config.',
    reason: 'Their traffic then passes your security groups, endpoints and flow logs.',
    source: `${dg}/train-vpc.html`,
  }),
  policy('role-of-its-own', 'medium', {
    title: 'Training jobs do not run as the role that the quick setup created',
    require: '-role_arn:*AmazonSageMaker-ExecutionRole-*',
    remedy: 'Give the project a role that may do what it needs, and pass that.',
    reason: 'The quick setup creates one role with AmazonSageMakerFullAccess, which everybody then shares.',
    source: `${dg}/sagemaker-roles.html`,
  }),
  policy('spot-when-long', 'low', {
    title: 'Long training jobs use spot capacity',
    about:
      'stopping_condition.max_runtime_in_seconds:>14400 checkpoint_config.s3_uri:* -resource_config.training_plan_arn:* -serverless_job_config:*',
    require: 'enable_managed_spot_training:true',
    remedy: 'Set enable_managed_spot_training and max_wait_time_in_seconds.',
    reason: 'A job with checkpoints continues after an interruption, and spot costs up to 90% less.',
    source: `${dg}/model-managed-spot-training.html`,
  }),
  policy('spot-with-checkpoints', 'high', {
    title: 'Training jobs on spot capacity write checkpoints',
    about: 'enable_managed_spot_training:true stopping_condition.max_runtime_in_seconds:>3600',
    require: 'checkpoint_config.s3_uri:*',
    remedy: 'Set checkpoint_config, and let the script resume from it.',
    reason:
      'Without checkpoints an interrupted job starts over; SageMaker limits built-in algorithms without them to an hour.',
    source: `${dg}/model-checkpoints.html`,
  }),
  policy('run-time-limited', 'medium', {
    title: 'The maximum run time of training jobs is below the service limit',
    require: 'stopping_condition.max_runtime_in_seconds:<432000',
    remedy: 'Set max_runtime_in_seconds to somewhat more than the job takes.',
    reason: 'A job that hangs is billed until its maximum run time ends.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html',
  }),
  policy('warm-pool-reused', 'low', {
    title: 'Warm pools are reused',
    about: 'resource_config.keep_alive_period_in_seconds:>0 warm_pool_status.status:(Reused OR Terminated)',
    require: 'warm_pool_status.status:Reused',
    remedy: 'Shorten keep_alive_period_in_seconds, or set it to 0 for the last job of a series.',
    reason: 'A warm pool that no job reuses is billed without any use.',
    source: `${dg}/train-warm-pools.html`,
  }),
  policy('code-succeeds', 'medium', {
    title: 'Training jobs do not fail because of their own code',
    about: 'creation_time:>now-30d training_job_status:(Completed OR Failed)',
    require: '-failure_reason:AlgorithmError*',
    remedy: 'Look at sagecat failures, which groups them by what failed, and mend what fails most.',
    reason: 'Each failed run is billed until it fails.',
    source: `${dg}/training-troubleshooting.html`,
  }),
  policy('image-supported', 'high', {
    title: 'Training images have a supported framework version',
    require:
      '-algorithm_specification.training_image:(*mxnet-training* OR *chainer* OR *tensorflow-training\\:1.* OR *pytorch-training\\:1.* OR *sagemaker-tensorflow\\:* OR *sagemaker-pytorch\\:*)',
    remedy: 'Move to a version that AWS still patches.',
    reason: 'Images get no security patches after their end of support.',
    source: 'https://aws.github.io/deep-learning-containers/reference/support_policy/',
  }),
  policy('current-generation', 'low', {
    title: 'Training jobs run on current-generation instance types',
    require: '-resource_config.instance_type:(ml.m4.* OR ml.c4.* OR ml.p2.* OR ml.p3.* OR ml.p3dn.*)',
    remedy: 'Compare ml.m5, ml.c5 and newer, and ml.g5 or ml.p4d for GPUs.',
    reason: 'Older types do less for the same money, and their capacity is running out.',
    source: 'https://aws.amazon.com/ec2/previous-generation/',
  }),
  policy('no-public-data', 'medium', {
    title: 'Training jobs do not read public sample buckets',
    require:
      '-input_data_config.data_source.s3_data_source.s3_uri:(s3\\://sagemaker-sample-* OR s3\\://sagemaker-example-* OR s3\\://jumpstart-cache-prod-* OR s3\\://aws-ml-blog*)',
    remedy: 'Copy the data to a bucket of your own.',
    reason: 'Others can change or delete the data of a public bucket at any time.',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  }),
  policy('no-credentials', 'critical', {
    title: 'Training jobs contain no credentials',
    require: '-masked_fields:*',
    remedy: 'Put the credential in AWS Secrets Manager, let the role read it, and replace the one that was shown.',
    reason: 'Everybody who may describe a job can read its hyperparameters, environment and tags.',
    source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  }),
  policy('remote-debug-off', 'medium', {
    title: 'Remote debugging of training jobs is off',
    require: '-remote_debug_config.enable_remote_debug:true',
    remedy: 'Turn remote debugging on while you debug, and off after it.',
    reason: 'Remote debugging gives a shell in the container, with the role and the data of the job.',
    source: `${dg}/train-remote-debugging.html`,
  }),
  policy('ends-in-time', 'high', {
    title: 'No training job has been open for a week',
    about: 'training_job_status:(InProgress OR Stopping)',
    require: 'creation_time:>now-7d',
    remedy: 'See whether it still makes progress, or stop it.',
    reason: 'A job may run for five days at most, unless AWS raised the limit.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_StoppingCondition.html',
  }),
];
