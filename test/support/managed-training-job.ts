import { trainingJob } from '../../catalog/training-job/definition.ts';
import { trainingJobCustomResource } from '../../catalog/training-job/manifests/custom-resource.ts';

/** Training jobs, typed with their custom resource. */
export const managedTrainingJob = { ...trainingJob, customResource: trainingJobCustomResource };
