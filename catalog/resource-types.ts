import { endpoint } from './endpoint/definition.ts';
import { isManaged, type ManagedSchema } from './manifests/custom-resource.ts';
import { processingJob } from './processing-job/definition.ts';
import type { ResourceType } from './resource-type.ts';
import { trainingJob } from './training-job/definition.ts';

/** A resource type whose members are not known to the code at hand. */
export type AnyResourceType = ResourceType;

/** A resource type whose manifests are compared with AWS. */
export type ManagedType = AnyResourceType & ManagedSchema;

const registered = [trainingJob, processingJob, endpoint] as const;

/** A registered resource type, with its name and the members of its rows. */
export type RegisteredType = (typeof registered)[number];

/** Every resource type that sagecat knows. */
export const resourceTypes: readonly AnyResourceType[] = registered;

/** Returns the types whose manifests are compared with AWS. */
export const managedTypes = (types: readonly AnyResourceType[] = resourceTypes): readonly ManagedType[] =>
  types.filter(isManaged);

/** The type that commands and pages speak of as jobs. */
export const jobType = trainingJob;

/** The resource types of these names, in the order in which they are registered. */
export const resourceTypesNamed = (names: readonly string[]): readonly AnyResourceType[] =>
  resourceTypes.filter(({ name }) => names.includes(name));

/** The resource type of a name such as `aws_sagemaker_trainingjob`; undefined where there is none. */
export const findResourceType = (name: string): AnyResourceType | undefined =>
  resourceTypes.find((type) => type.name === name);
