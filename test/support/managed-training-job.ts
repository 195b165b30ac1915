import { trainingJob } from '../../catalog/training-job/definition.ts';
import { trainingJobCustomResource } from '../../catalog/training-job/manifests/custom-resource.ts';

/** Training jobs as a type that surely has a custom resource. */
export const managedTrainingJob = { ...trainingJob, customResource: trainingJobCustomResource };
