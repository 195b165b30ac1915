import type {
  AsyncInferenceConfig,
  DataCaptureConfig,
  ExplainerConfig,
  MetricsConfig,
} from '@aws-sdk/client-sagemaker';
import { boolean, choice, type FieldsFor, int32, string, strings, struct, structs } from '../fields.ts';

// Fields that DescribeEndpoint and DescribeEndpointConfig share.

export const asyncInferenceConfig = struct('How requests are queued, where the endpoint answers later, in S3.', {
  ClientConfig: struct('How the endpoint calls the container.', {
    MaxConcurrentInvocationsPerInstance: int32('Most requests at a time for each instance.'),
  }),
  OutputConfig: struct('Where answers go.', {
    KmsKeyId: string('KMS key that encrypts the answers.'),
    S3OutputPath: string('S3 location of the answers.'),
    NotificationConfig: struct('Who is told of an answer.', {
      SuccessTopic: string('SNS topic that is told of answers.'),
      ErrorTopic: string('SNS topic that is told of failures.'),
      IncludeInferenceResponseIn: strings('The topics whose messages hold the answer itself.'),
    }),
    S3FailurePath: string('S3 location of failures.'),
  }),
} satisfies FieldsFor<Required<AsyncInferenceConfig>>);

export const dataCaptureConfig = struct('What of requests and responses is captured, as it was asked for.', {
  EnableCapture: boolean('Whether data is captured.'),
  InitialSamplingPercentage: int32('Percentage of requests that is captured.'),
  DestinationS3Uri: string('S3 location of what is captured.'),
  KmsKeyId: string('KMS key that encrypts what is captured.'),
  CaptureOptions: structs('What is captured.', {
    CaptureMode: choice('Requests, responses or both.', ['Input', 'InputAndOutput', 'Output']),
  }),
  CaptureContentTypeHeader: struct('Content types that are captured as they are.', {
    CsvContentTypes: strings('Content types that are taken for CSV.'),
    JsonContentTypes: strings('Content types that are taken for JSON.'),
  }),
} satisfies FieldsFor<Required<DataCaptureConfig>>);

export const metricsConfig = struct('Which metrics the endpoint publishes.', {
  EnableEnhancedMetrics: boolean('Whether metrics of instances and containers are published.'),
  EnableDetailedObservability: boolean('Whether detailed metrics are published.'),
  MetricPublishFrequencyInSeconds: int32('Seconds between two values of a metric.'),
} satisfies FieldsFor<Required<MetricsConfig>>);

// biome-ignore format: codes are short
const languages = [
  'af', 'ar', 'bg', 'bn', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'eu', 'fa', 'fi', 'fr',
  'ga', 'gu', 'he', 'hi', 'hr', 'hu', 'hy', 'id', 'is', 'it', 'kn', 'ky', 'lb', 'lij', 'lt', 'lv',
  'mk', 'ml', 'mr', 'nb', 'ne', 'nl', 'pl', 'pt', 'ro', 'ru', 'sa', 'si', 'sk', 'sl', 'sq', 'sr',
  'sv', 'ta', 'te', 'tl', 'tn', 'tr', 'tt', 'uk', 'ur', 'xx', 'yo', 'zh',
] as const;

export const explainerConfig = struct('How answers are explained.', {
  ClarifyExplainerConfig: struct('The explainer SageMaker Clarify.', {
    EnableExplanations: string('JMESPath expression that says which requests are explained.'),
    InferenceConfig: struct('How the container is called for explanations.', {
      FeaturesAttribute: string('Place of the features in a JSON request.'),
      ContentTemplate: string('Template of a JSON request.'),
      MaxRecordCount: int32('Most records in a request.'),
      MaxPayloadInMB: int32('Most megabytes in a request.'),
      ProbabilityIndex: int32('Column of the probability in a CSV answer.'),
      LabelIndex: int32('Column of the label in a CSV answer.'),
      ProbabilityAttribute: string('Place of the probability in a JSON answer.'),
      LabelAttribute: string('Place of the label in a JSON answer.'),
      LabelHeaders: strings('Names of the labels.'),
      FeatureHeaders: strings('Names of the features.'),
      FeatureTypes: strings('Types of the features.'),
    }),
    ShapConfig: struct('How SHAP values are calculated.', {
      ShapBaselineConfig: struct('The baseline.', {
        MimeType: string('Content type of the baseline.'),
        ShapBaseline: string('The baseline itself.'),
        ShapBaselineUri: string('S3 location of the baseline.'),
      }),
      NumberOfSamples: int32('Number of samples.'),
      UseLogit: boolean('Whether values are in log-odds.'),
      Seed: int32('Seed of the random numbers.'),
      TextConfig: struct('How text is explained.', {
        Language: choice('Language of the text, as a code of two or three letters.', languages),
        Granularity: choice('Unit of text that a value is for.', ['paragraph', 'sentence', 'token']),
      }),
    }),
  }),
} satisfies FieldsFor<Required<ExplainerConfig>>);
