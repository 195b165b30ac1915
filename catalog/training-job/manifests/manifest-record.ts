import { type FlatRow, type FlatValue, flatten, flattenMembers, storableText } from '../../flatten.ts';
import { trainingJobSchema } from '../schema.ts';
import { fromAck } from './from-ack.ts';

/** An ACK manifest as the catalog keeps it. */
export interface ManifestRecord {
  /** Empty where the manifest names none. */
  readonly namespace: string;
  readonly name: string;
  readonly uid: string | null;
  readonly resource_version: string | null;
  readonly arn: string | null;
  readonly account_id: string | null;
  readonly region: string | null;
  readonly training_job_name: string | null;
  /** The columns of the catalog that the manifest speaks of. */
  readonly members: Readonly<Record<string, FlatValue>>;
  /** Fields that the catalog does not know or that have another type. */
  readonly problems: readonly string[];
  readonly manifest: FlatValue;
}

export interface ReadManifest {
  readonly record: ManifestRecord;
  /** The job as the manifest's status tells it; undefined while ACK has not found or made it. */
  readonly job: { readonly row: FlatRow; readonly region: string } | undefined;
}

/** Reads an ACK TrainingJob. Throws ManifestError where it is none. */
export function readManifest(document: unknown): ReadManifest {
  const reading = fromAck(document);
  const { row: members, fieldErrors } = flattenMembers(trainingJobSchema, reading.response, reading.tags);
  const whole =
    reading.arn === undefined
      ? undefined
      : flatten(trainingJobSchema, reading.response, { tags: reading.tags ?? null });
  const problems = [
    ...reading.unknown.map((path) => `${path} is not known to the catalog`),
    ...fieldErrors.map(({ field, expected, got }) => `${field} should be ${expected}, but is ${got}`),
  ];
  return {
    record: {
      namespace: reading.namespace ?? '',
      name: reading.name,
      uid: reading.uid ?? null,
      resource_version: reading.resourceVersion ?? null,
      arn: reading.arn ?? null,
      account_id: reading.accountId ?? null,
      region: reading.region ?? null,
      training_job_name: reading.jobName ?? null,
      members,
      problems: problems.map(storableText),
      manifest: kept(withoutCopies(document)),
    },
    job: whole?.ok ? whole : undefined,
  };
}

/** What kubectl keeps of the manifest for itself: the whole of it as one text, in which no secret would be found to be masked. */
const lastApplied = 'kubectl.kubernetes.io/last-applied-configuration';

/** Without who last wrote which field, which is longer than the manifest itself, and without kubectl's copy of it. */
function withoutCopies(document: unknown): unknown {
  const { metadata, ...rest } = Object(document);
  const { managedFields: _, annotations, ...kept } = Object(metadata);
  if (typeof annotations !== 'object' || annotations === null) return { ...rest, metadata: kept };
  const { [lastApplied]: __, ...others } = Object(annotations);
  return { ...rest, metadata: { ...kept, annotations: others } };
}

/** A JSON value as PostgreSQL can hold it. */
function kept(value: unknown): FlatValue {
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map(kept);
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, held]) => [storableText(key), kept(held)]));
  }
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean' ? value : null;
}
