import type { Format, Rendering } from '../../manifests/format.ts';
import { commentLines } from '../../manifests/rendering.ts';
import { writeYaml } from '../../manifests/yaml-text.ts';
import { type Manifest, rerunName, toAck, toAckAdoption, toAckRerun } from './ack-manifest.ts';
import { toTerraformAws } from './terraform-aws.ts';
import { toTerraformAws2018 } from './terraform-aws-2018.ts';
import { toTerraformK8s } from './terraform-k8s.ts';
import type { TerraformResource } from './terraform-resource.ts';

const yaml = { mediaType: 'application/yaml; charset=utf-8', extension: 'yaml' };
const hcl = { mediaType: 'text/x-hcl; charset=utf-8', extension: 'tf' };

const manifest = ({ manifest, ...remarks }: Manifest): Rendering => ({
  text: writeYaml(manifest, commentLines(remarks, 'a TrainingJob')),
  ...remarks,
});

const terraform = ({ hcl: text, ...remarks }: TerraformResource): Rendering => ({ text, ...remarks });

/** Every format of a job besides the catalog's own. */
export const trainingJobFormats: readonly Format[] = [
  {
    name: 'ack',
    description: 'ACK TrainingJob with spec and status',
    ...yaml,
    render: (job, options) => manifest(toAck(job, options)),
  },
  {
    name: 'ack-adopt',
    description: 'ACK TrainingJob that adopts the existing job',
    ...yaml,
    render: (job, options) => manifest(toAckAdoption(job, options)),
  },
  {
    name: 'ack-rerun',
    description: 'ACK TrainingJob that runs the job again under a new name',
    takesNewName: true,
    ...yaml,
    render: (job, { newName, now, ...options }) =>
      manifest(toAckRerun(job, newName ?? rerunName(String(job.training_job_name), now), options)),
  },
  {
    name: 'terraform-k8s',
    description: 'data source of the Terraform provider for Kubernetes manifests',
    ...hcl,
    render(job, options) {
      const { hcl: text, leftOut, outcomes, notes } = toTerraformK8s(job, options);
      return { text, leftOut, outcomes, notes };
    },
  },
  {
    name: 'terraform-k8s-yaml',
    description: 'the YAML that this data source gives',
    ...yaml,
    render(job, options) {
      const { yaml: text, leftOut, outcomes, notes } = toTerraformK8s(job, options);
      return { text, leftOut, outcomes, notes };
    },
  },
  {
    name: 'terraform-aws',
    description: 'aws_sagemaker_training_job of the Terraform AWS provider, imported by identity',
    ...hcl,
    render: (job) => terraform(toTerraformAws(job)),
  },
  {
    name: 'terraform-aws-2018',
    description: 'the same resource as a draft of 2018 had it, imported by id',
    ...hcl,
    render: (job) => terraform(toTerraformAws2018(job)),
  },
];
