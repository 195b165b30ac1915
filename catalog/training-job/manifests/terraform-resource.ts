import type { FlatRow } from '../../flatten.ts';
import { isObject } from '../../is-object.ts';
import { type Attribute, type Block, Expression, identifier, writeHcl } from '../../manifests/hcl.ts';
import { commentLines, maskedNotes, type Remarks, sortLeftOut } from '../../manifests/rendering.ts';
import { isReserved, reservedTags, tagMap } from '../../manifests/tags.ts';
import type { FormattedObject, FormattedValue } from '../../manifests/translate.ts';
import { normalisationNotes } from '../../manifests/unicode.ts';
import { trainingJobSchema } from '../schema.ts';

// What the two resources of Terraform's AWS provider for a training job have in common: the draft of 2018 and the one that was merged.

const resource = 'aws_sagemaker_training_job';

export interface TerraformResource extends Remarks {
  readonly hcl: string;
}

export interface ResourceParts {
  /** Arguments and blocks with the resource's names. */
  readonly value: FormattedObject;
  /** Catalog paths that the resource does not support. */
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
  /** How the import block identifies the job, besides `to`. */
  readonly importedBy: Attribute;
  /** The first argument. */
  readonly first: string;
}

/** Returns a job as a resource and the block that imports it. */
export function writeResource(job: FlatRow, parts: ResourceParts): TerraformResource {
  const { leftOut, notes, importedBy, first } = parts;
  const tags = job.tags?.filter((tag) => !isReserved(tag));
  const value = tags ? { ...parts.value, tags: tagMap(tags, job.tag_map) } : parts.value;
  const label = identifier(String(job.training_job_name));
  const remarks: Remarks = {
    ...sortLeftOut(
      trainingJobSchema,
      [...leftOut, ...reservedTags(job.tags)].filter((path) => path !== trainingJobSchema.key.arn),
    ),
    notes: [...notes, ...maskedNotes(trainingJobSchema, job), ...normalisationNotes(value)],
  };
  const to: Attribute = { name: 'to', value: new Expression(`${resource}.${label}`) };
  const hcl = writeHcl(
    [
      { type: 'import', body: [to, importedBy] },
      { type: 'resource', labels: [resource, label], body: argumentsOf(value, first) },
    ],
    commentLines(remarks, `the resource ${resource}`),
  );
  return { hcl, ...remarks };
}

/** Arguments that are maps, which are written with `=`; structs are blocks. */
export const maps: ReadonlySet<string> = new Set([
  'collection_parameters',
  'environment',
  'hook_parameters',
  'hyper_parameters',
  'profiling_parameters',
  'rule_parameters',
  'tags',
]);

/** Returns structs as blocks, each item of a list of structs as a block, and everything else as arguments, the name first. */
function argumentsOf(value: FormattedObject, first: string): (Attribute | Block)[] {
  const entries = Object.entries(value).sort(
    ([a], [b]) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1),
  );
  return entries.flatMap(([name, held]): (Attribute | Block)[] => {
    if (maps.has(name) || !isStructured(held)) return [{ name, value: held }];
    return (Array.isArray(held) ? held : [held]).map((item) => ({
      type: name,
      body: isObject(item) ? argumentsOf(item, first) : [],
    }));
  });
}

const isStructured = (value: FormattedValue): boolean =>
  isObject(value) || (Array.isArray(value) && value.every(isObject));
