import type { FlatRow } from '../../flatten.ts';
import { type Attribute, Expression, identifier, writeHcl } from '../../manifests/hcl.ts';
import { commentLines, type Remarks } from '../../manifests/rendering.ts';
import type { Shape } from '../../manifests/shape.ts';
import { terraformK8sSpelling } from '../../manifests/spelling.ts';
import { tagList } from '../../manifests/tags.ts';
import { translate } from '../../manifests/translate.ts';
import { normalisationNotes } from '../../manifests/unicode.ts';
import { writeYaml } from '../../manifests/yaml-text.ts';
import { trainingJobSchema } from '../schema.ts';
import { fillRequired, inOrder, type ManifestOptions, toAckAdoption } from './ack-manifest.ts';
import { trainingJobCustomResource } from './custom-resource.ts';

// The data source of the Terraform provider for Kubernetes manifests. It calls neither AWS nor Kubernetes: it types a manifest and returns
// it as YAML, which another resource then applies.

const dataSource = 'k8s_sagemaker_services_k8s_aws_training_job_v1alpha1_manifest';

/** The documented members: those of the custom resource's spec, without newer ones. */
const { InputDataConfig, ResourceConfig, ...rest } = trainingJobCustomResource.spec;
const shape: Shape = {
  ...rest,
  InputDataConfig: without(InputDataConfig, ['DataSource', 'S3DataSource'], ['HubAccessConfig', 'ModelAccessConfig']),
  ResourceConfig: without(ResourceConfig, [], ['InstancePlacementConfig']),
};

function without(held: true | Shape | undefined, path: readonly string[], members: readonly string[]): true | Shape {
  if (held === undefined || held === true) return true;
  const [first, ...deeper] = path;
  if (first !== undefined) return { ...held, [first]: without(held[first], deeper, members) };
  return Object.fromEntries(Object.entries(held).filter(([member]) => !members.includes(member)));
}

export interface TerraformK8s extends Remarks {
  readonly hcl: string;
  /** The value of the data source's `yaml`. */
  readonly yaml: string;
}

/** Returns the job as a data source whose YAML lets ACK adopt it. The data source requires a namespace. */
export function toTerraformK8s(job: FlatRow, { namespace = 'default' }: ManifestOptions = {}): TerraformK8s {
  const { manifest, leftOut, outcomes, notes } = toAckAdoption(job, { namespace, holds: shape });
  const { value: spec } = translate(trainingJobSchema.members, job, shape, terraformK8sSpelling);
  if (job.tags) spec.tags = tagList(job.tags, job.tag_map);
  fillRequired(spec, terraformK8sSpelling);
  const remarks: Remarks = { leftOut, outcomes, notes: [...notes, ...normalisationNotes(spec)] };
  const label = identifier(String(job.training_job_name));
  const body: Attribute[] = [
    { name: 'metadata', value: manifest.metadata ?? {} },
    { name: 'spec', value: inOrder(spec) },
  ];
  const value = new Expression(`data.${dataSource}.${label}.yaml`);
  const hcl = writeHcl(
    [
      { type: 'data', labels: [dataSource, label], body },
      { type: 'output', labels: [`${label}-yaml`], body: [{ name: 'value', value }] },
    ],
    commentLines(remarks, 'the data source'),
  );
  return { hcl, yaml: writeYaml(manifest, commentLines(remarks, 'the data source')), ...remarks };
}
