import { parseArn } from '../../arn.ts';
import type { FlatRow } from '../../flatten.ts';
import { annotations } from '../../manifests/custom-resource.ts';
import { NewNameError } from '../../manifests/format.ts';
import { maskedNotes, type Remarks, sortLeftOut } from '../../manifests/rendering.ts';
import type { Shape } from '../../manifests/shape.ts';
import { ackSpelling, type Spelling } from '../../manifests/spelling.ts';
import { isReserved, reservedTags, tagList } from '../../manifests/tags.ts';
import { type Spoken, type SpokenObject, translate } from '../../manifests/translate.ts';
import { trainingJobSchema } from '../schema.ts';
import { trainingJobCustomResource as customResource } from './custom-resource.ts';

export interface ManifestOptions {
  /** Namespace of the custom resource; none is written where it is not given. */
  readonly namespace?: string | undefined;
}

export interface AdoptionOptions extends ManifestOptions {
  /** What the spec may hold, where that is less than the custom resource's own shape. */
  readonly holds?: Shape;
}

export interface Manifest extends Remarks {
  readonly manifest: SpokenObject;
}

/** A job name that SageMaker would refuse. */
export class JobNameError extends NewNameError {
  override readonly name = 'JobNameError';

  constructor(jobName: string) {
    super(
      `${JSON.stringify(jobName)} is no name for a training job: use letters, digits and hyphens between them, 63 at most`,
    );
  }
}

/** The job as ACK would show it: spec and status. */
export function toAck(job: FlatRow, options: ManifestOptions = {}): Manifest {
  const { spec, status, remarks } = render(job);
  const { manifest, notes } = assemble(job, spec, options, {}, status);
  return { manifest, ...remarks, notes };
}

/**
 * A manifest with which ACK's controller takes over the job that exists: it looks the job up by its name and fills the spec in
 * from AWS. Deleting the manifest leaves the job alone.
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

/** A manifest that runs the job again under a new name: the same settings, no status. Throws JobNameError. */
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

/** A name for running a job again: its own without the time that it may end in, and the time of asking. */
export function rerunName(name: string, at: Date): string {
  const time = at.toISOString().replace(/[T:.]/g, '-').replace('Z', '');
  const base = name.replace(/-\d{4}(-\d\d){5}(-\d{3})?$/, '').slice(0, 62 - time.length);
  return `${base.replace(/-+$/, '')}-${time}`;
}

/** What the custom resource says of the job, and what it cannot. */
function render(
  job: FlatRow,
  holds: Shape = customResource.spec,
): { spec: SpokenObject; status: SpokenObject; remarks: Pick<Remarks, 'leftOut' | 'outcomes'> } {
  const { value, leftOut } = translate(
    trainingJobSchema.members,
    job,
    { ...holds, ...customResource.status },
    ackSpelling,
  );
  const spec: SpokenObject = {};
  const status: SpokenObject = { ackResourceMetadata: resourceMetadata(job) };
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
  spec: SpokenObject,
  { namespace }: ManifestOptions,
  annotated: SpokenObject = {},
  status?: SpokenObject,
): { manifest: SpokenObject; notes: string[] } {
  const notes = [...fillRequired(spec, ackSpelling), ...maskedNotes(trainingJobSchema, job)];
  const region = parseArn(String(job[trainingJobSchema.key.arn]))?.region;
  const metadata: SpokenObject = {
    // Kubernetes takes no capitals; an ARN spells the name in lower case too, so no two jobs of a region meet here.
    name: String(job.training_job_name).toLowerCase(),
    ...(namespace === undefined ? {} : { namespace }),
    annotations: { ...annotated, ...(region === undefined ? {} : { [annotations.region]: region }) },
  };
  const manifest: SpokenObject = {
    apiVersion: customResource.apiVersion,
    kind: customResource.kind,
    metadata,
    spec: inOrder(spec),
  };
  if (status) manifest.status = inOrder(status);
  return { manifest, notes };
}

/** Writes empty what a spec must have and the job has not; a note for each. */
export function fillRequired(spec: SpokenObject, spelling: Spelling): string[] {
  return customResource.required.flatMap((member) => {
    const name = spelling(member, '');
    if (spec[name] !== undefined) return [];
    spec[name] = trainingJobSchema.members[member].kind === 'struct' ? {} : '';
    return [`spec.${name} is required and the job has none: it is written empty.`];
  });
}

function resourceMetadata(job: FlatRow): SpokenObject {
  const arn = String(job[trainingJobSchema.key.arn]);
  const { region = '', partition = '' } = parseArn(arn) ?? {};
  return { arn, ownerAccountID: job.account_id, partition, region };
}

/** Names as Kubernetes prints them: in alphabetical order. */
export const inOrder = (object: SpokenObject): SpokenObject =>
  Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The catalog paths of what a status would say. */
const observed = (status: Readonly<Record<string, Spoken>>): string[] =>
  Object.keys(customResource.status)
    .filter((member) => status[ackSpelling(member, '')] !== undefined)
    .map((member) => trainingJobSchema.columns.find((column) => column.member === member)?.name ?? member);

/** What running a job again with the same settings may do that its first run did not. */
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
