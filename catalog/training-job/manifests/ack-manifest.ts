import { parseArn } from '../../arn.ts';
import type { FlatRow } from '../../flatten.ts';
import { annotations } from '../../manifests/custom-resource.ts';
import { NewNameError } from '../../manifests/format.ts';
import { maskedNotes, type Remarks, sortLeftOut } from '../../manifests/rendering.ts';
import type { Shape } from '../../manifests/shape.ts';
import { ackSpelling, type Spelling } from '../../manifests/spelling.ts';
import { isReserved, reservedTags, tagList } from '../../manifests/tags.ts';
import { type FormattedObject, type FormattedValue, translate } from '../../manifests/translate.ts';
import { trainingJobSchema } from '../schema.ts';
import { trainingJobCustomResource as customResource } from './custom-resource.ts';

export interface ManifestOptions {
  /** Namespace of the custom resource; omitted if absent. */
  readonly namespace?: string | undefined;
}

export interface AdoptionOptions extends ManifestOptions {
  /** The members of the spec, if fewer than the custom resource's. */
  readonly holds?: Shape;
}

export interface Manifest extends Remarks {
  readonly manifest: FormattedObject;
}

/** A job name that SageMaker would reject. */
export class JobNameError extends NewNameError {
  override readonly name = 'JobNameError';

  constructor(jobName: string) {
    super(
      `${JSON.stringify(jobName)} is no name for a training job: use letters, digits and hyphens between them, 63 at most`,
    );
  }
}

/** Returns the job as ACK shows it: spec and status. */
export function toAck(job: FlatRow, options: ManifestOptions = {}): Manifest {
  const { spec, status, remarks } = render(job);
  const { manifest, notes } = assemble(job, spec, options, {}, status);
  return { manifest, ...remarks, notes };
}

/**
 * Returns a manifest with which ACK's controller adopts the existing job: it looks the job up by its name and fills in the spec from AWS.
 * Deleting the manifest does not delete the job.
 */
export function toAckAdoption(job: FlatRow, options: AdoptionOptions = {}): Manifest {
  const { spec, status, remarks } = render(job, options.holds);
  const adoption = {
    [annotations.adoptionPolicy]: 'adopt',
    [annotations.adoptionFields]: JSON.stringify({ trainingJobName: job.training_job_name }),
    [annotations.deletionPolicy]: 'retain',
  };
  const { manifest, notes } = assemble(job, spec, options, adoption);
  return { manifest, ...remarks, outcomes: [...observed(status), ...remarks.outcomes], notes };
}

/** Returns a manifest that runs the job again under a new name: the same settings, no status. Throws JobNameError. */
export function toAckRerun(job: FlatRow, newName: string, options: ManifestOptions = {}): Manifest {
  if (!/^[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}$/.test(newName)) throw new JobNameError(newName);
  const tags = job.tags?.filter((tag) => !isReserved(tag)) ?? null;
  const again = { ...job, tags, training_job_name: newName };
  const { spec, status, remarks } = render(again);
  const { manifest, notes } = assemble(again, spec, options);
  const reserved = reservedTags(job.tags);
  return {
    manifest,
    leftOut: [...remarks.leftOut, ...reserved],
    outcomes: [...observed(status), ...remarks.outcomes],
    notes: [...notes, ...warnings(job)],
  };
}

/** Returns a name for a rerun: the job's own without a time at its end, and the given time. */
export function rerunName(name: string, at: Date): string {
  const time = at.toISOString().replace(/[T:.]/g, '-').replace('Z', '');
  const base = name.replace(/-\d{4}(-\d\d){5}(-\d{3})?$/, '').slice(0, 62 - time.length);
  return `${base.replace(/-+$/, '')}-${time}`;
}

/** Returns the spec and status of a job, and what they lack. */
function render(
  job: FlatRow,
  holds: Shape = customResource.spec,
): { spec: FormattedObject; status: FormattedObject; remarks: Pick<Remarks, 'leftOut' | 'outcomes'> } {
  const { value, leftOut } = translate(
    trainingJobSchema.members,
    job,
    { ...holds, ...customResource.status },
    ackSpelling,
  );
  const spec: FormattedObject = {};
  const status: FormattedObject = { ackResourceMetadata: resourceMetadata(job) };
  const isStatus = new Set(Object.keys(customResource.status).map((member) => ackSpelling(member, '')));
  for (const [name, held] of Object.entries(value)) (isStatus.has(name) ? status : spec)[name] = held;
  if (job.tags) spec.tags = tagList(job.tags, job.tag_map);
  return {
    spec,
    status,
    remarks: sortLeftOut(
      trainingJobSchema,
      leftOut.filter((path) => path !== trainingJobSchema.key.arn),
    ),
  };
}

function assemble(
  job: FlatRow,
  spec: FormattedObject,
  { namespace }: ManifestOptions,
  annotated: FormattedObject = {},
  status?: FormattedObject,
): { manifest: FormattedObject; notes: string[] } {
  const notes = [...fillRequired(spec, ackSpelling), ...maskedNotes(trainingJobSchema, job)];
  const region = parseArn(String(job[trainingJobSchema.key.arn]))?.region;
  const metadata: FormattedObject = {
    // Kubernetes names are lower case, like names in ARNs, so the jobs of a region stay distinct.
    name: String(job.training_job_name).toLowerCase(),
    ...(namespace === undefined ? {} : { namespace }),
    annotations: { ...annotated, ...(region === undefined ? {} : { [annotations.region]: region }) },
  };
  const manifest: FormattedObject = {
    apiVersion: customResource.apiVersion,
    kind: customResource.kind,
    metadata,
    spec: inOrder(spec),
  };
  if (status) manifest.status = inOrder(status);
  return { manifest, notes };
}

/** Adds empty values for required members that the job lacks; returns a note for each. */
export function fillRequired(spec: FormattedObject, spelling: Spelling): string[] {
  return customResource.required.flatMap((member) => {
    const name = spelling(member, '');
    if (spec[name] !== undefined) return [];
    spec[name] = trainingJobSchema.members[member].kind === 'struct' ? {} : '';
    return [`spec.${name} is required and the job has none: it is written empty.`];
  });
}

function resourceMetadata(job: FlatRow): FormattedObject {
  const arn = String(job[trainingJobSchema.key.arn]);
  const { region = '', partition = '' } = parseArn(arn) ?? {};
  return { arn, ownerAccountID: job.account_id, partition, region };
}

/** Sorts names alphabetically, as Kubernetes prints them. */
export const inOrder = (object: FormattedObject): FormattedObject =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Returns the catalog paths of the members of a status. */
const observed = (status: Readonly<Record<string, FormattedValue>>): string[] =>
  Object.keys(customResource.status)
    .filter((member) => status[ackSpelling(member, '')] !== undefined)
    .map((member) => trainingJobSchema.columns.find((column) => column.member === member)?.name ?? member);

/** Returns warnings about a rerun with the same settings. */
function warnings(job: FlatRow): string[] {
  const name = String(job.training_job_name);
  const naming = (['hyper_parameters', 'environment'] as const).flatMap((column) =>
    Object.entries(job[column] ?? {})
      .filter(([, value]) => typeof value === 'string' && value.includes(name))
      .map(([key]) => `${column}.${JSON.stringify(key)} names the job that ran before.`),
  );
  return job.checkpoint_config === null || job.checkpoint_config === undefined
    ? naming
    : [...naming, 'The job keeps checkpoints: run again with the same location it goes on from those that are there.'];
}
