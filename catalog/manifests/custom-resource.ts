import type { ResourceSchema } from '../resource-schema.ts';
import type { Shape } from './shape.ts';

/** The custom resource with which ACK (AWS Controllers for Kubernetes) manages resources of a type. */
export interface CustomResource {
  /** Group and version, e.g. `sagemaker.services.k8s.aws/v1alpha1`. */
  readonly apiVersion: string;
  /** e.g. `TrainingJob`. */
  readonly kind: string;
  /** Its name in paths of the Kubernetes API, e.g. `trainingjobs`. */
  readonly plural: string;
  /** The members of `spec`, except tags, by the provider's names. */
  readonly spec: Shape;
  /** The members of `status`, except ARN, account and region, which `ackResourceMetadata` holds. */
  readonly status: Shape;
  /** The members of `spec` without which Kubernetes refuses it. */
  readonly required: readonly string[];
}

/** A resource type that Kubernetes can manage. */
export interface ManagedSchema extends ResourceSchema {
  readonly customResource: CustomResource;
}

/** Returns whether a type has a custom resource. */
export const isManaged = <Type extends { readonly customResource?: CustomResource | undefined }>(
  type: Type,
): type is Type & { readonly customResource: CustomResource } => type.customResource !== undefined;

/** Returns the API group of a custom resource, e.g. `sagemaker.services.k8s.aws`. */
export const groupOf = ({ apiVersion }: CustomResource): string => apiVersion.split('/', 1)[0] ?? '';

/** ACK's annotations, as https://aws-controllers-k8s.github.io/docs/guides/adoption explains them. */
export const annotations = {
  adoptionPolicy: 'services.k8s.aws/adoption-policy',
  adoptionFields: 'services.k8s.aws/adoption-fields',
  deletionPolicy: 'services.k8s.aws/deletion-policy',
  region: 'services.k8s.aws/region',
} as const;
