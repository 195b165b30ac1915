import { bucket, type JobContext } from './context.ts';

/** Returns what the SageMaker Python SDK adds to the hyperparameters of a script-mode job: JSON values as text. */
export function scriptParameters(job: JobContext, program: string): Record<string, string> {
  return {
    sagemaker_container_log_level: '20',
    sagemaker_job_name: JSON.stringify(job.name),
    sagemaker_program: JSON.stringify(program),
    sagemaker_region: JSON.stringify(job.region),
    sagemaker_submit_directory: JSON.stringify(`${bucket(job)}/${job.name}/source/sourcedir.tar.gz`),
  };
}
