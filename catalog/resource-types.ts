import { endpoint } from './endpoint/definition.ts';
import { isManaged, type ManagedSchema } from './manifests/custom-resource.ts';
import { processingJob } from './processing-job/definition.ts';
import type { ResourceType } from './resource-type.ts';
import { trainingJob } from './training-job/definition.ts';
import { transformJob } from './transform-job/definition.ts';

/** Any resource type, for code that does not know its members. */
export type AnyResourceType = ResourceType;

/** A resource type whose manifests are compared with AWS. */
export type ManagedType = AnyResourceType & ManagedSchema;

const registered = [trainingJob, processingJob, endpoint, transformJob] as const;

/** A registered resource type, with the types of its name and rows. */
export type RegisteredType = (typeof registered)[number];

/** Every resource type that sagecat knows. */
export const resourceTypes: readonly AnyResourceType[] = registered;

/** Returns the types whose manifests are compared with AWS. */
export const managedTypes = (types: readonly AnyResourceType[] = resourceTypes): readonly ManagedType[] =>
  types.filter(isManaged);

/** The type that commands and the page call jobs. */
export const jobType = trainingJob;

/** Returns the resource types with these names, in registration order. */
export const resourceTypesNamed = (names: readonly string[]): readonly AnyResourceType[] =>
  resourceTypes.filter(({ name }) => names.includes(name));

/** Returns the resource type with a name such as `aws_sagemaker_trainingjob`; undefined if there is none. */
export const findResourceType = (name: string): AnyResourceType | undefined =>
  resourceTypes.find((type) => type.name === name);
