import { type Kysely, sql } from 'kysely';
import type { FlatRow, FlatValue } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import { compareToManifest, type FieldDrift } from '../../catalog/training-job/manifests/drift.ts';
import type { DatabaseSchema } from '../schema.ts';
import { allColumns } from '../store/observation.ts';

/**
 * The state of a manifest: `same` or `drifted` if the job is known from AWS; `missing` if AWS was read and has no such job; `unread` if
 * AWS was never read there.
 */
export const driftStates = ['same', 'drifted', 'missing', 'unread'] as const;
export type DriftState = (typeof driftStates)[number];

/** A manifest and its differences from AWS. */
export interface ManifestDrift {
  readonly id: number;
  readonly source: string;
  readonly namespace: string;
  readonly name: string;
  readonly arn: string | null;
  readonly training_job_name: string | null;
  /** Of the job, or of the manifest if there is none; null if neither has it. */
  readonly account_id: string | null;
  /** Null if the account has no name. */
  readonly account_name: string | null;
  readonly state: DriftState;
  readonly differences: readonly FieldDrift[];
  /** Fields of the manifest that could not be compared. */
  readonly problems: readonly string[];
}

interface Joined {
  id: number;
  source: string;
  namespace: string;
  name: string;
  arn: string | null;
  training_job_name: string | null;
  account_id: string | null;
  account_name: string | null;
  members: Record<string, FlatValue>;
  problems: string[];
  job: number | null;
  is_read: boolean;
}

const pageSize = 200;

/** Selects manifests. */
export interface DriftSelection {
  /** Only manifests that were first seen after the one with this id. */
  readonly after?: number | undefined;
  /** Only manifests whose job is in one of these accounts. */
  readonly accounts?: readonly string[] | 'all' | undefined;
}

/** Yields every existing manifest, in the order in which it was first seen. */
export async function* readDrift(
  db: Kysely<DatabaseSchema>,
  { after = 0, accounts = 'all' }: DriftSelection = {},
): AsyncGenerator<ManifestDrift> {
  let last = after;
  for (;;) {
    const page = await readPage(db, last, accounts);
    const jobs = await readJobs(
      db,
      page.flatMap(({ job }) => job ?? []),
    );
    for (const { job, is_read, members, ...manifest } of page) {
      const row = job === null ? undefined : jobs.get(job);
      const differences = row && is_read ? compareToManifest(row, members) : [];
      const state = !is_read ? 'unread' : !row ? 'missing' : differences.length > 0 ? 'drifted' : 'same';
      yield { ...manifest, arn: manifest.arn ?? arnOf(row), state, differences };
    }
    const end = page.at(-1);
    if (!end || page.length < pageSize) return;
    last = end.id;
  }
}

const arnOf = (row: FlatRow | undefined): string | null => (row ? String(row[trainingJob.key.arn]) : null);

/** A manifest belongs to the job with its ARN; without an ARN, to the newest job with its name, region and account. */
async function readPage(
  db: Kysely<DatabaseSchema>,
  after: number,
  accounts: readonly string[] | 'all',
): Promise<Joined[]> {
  const visible = accounts === 'all' ? sql`true` : sql`coalesce(job.account_id, m.account_id) = ANY(${accounts})`;
  const { rows } = await sql<Joined>`
    SELECT m.id, m.source, m.namespace, m.name, m.arn, m.training_job_name,
      coalesce(job.account_id, m.account_id) AS account_id, account.name AS account_name, m.members, m.problems, job.id AS job,
      job.described_at IS NOT NULL OR EXISTS (
        SELECT FROM crawl_coverage AS c
        WHERE c.resource_type = ${trainingJob.name} AND c.as_of IS NOT NULL
          AND c.account_id = coalesce(job.account_id, m.account_id, c.account_id)
          AND c.region = coalesce(job.region, m.region, c.region)) AS is_read
    FROM ack_manifest AS m
    LEFT JOIN LATERAL (
      SELECT id, account_id, region, described_at FROM (
        SELECT j.* FROM aws_sagemaker_trainingjob AS j WHERE j.training_job_arn = m.arn
        UNION ALL
        SELECT j.* FROM aws_sagemaker_trainingjob AS j
        WHERE m.arn IS NULL AND j.training_job_name = m.training_job_name
          AND j.region = coalesce(m.region, j.region) AND j.account_id = coalesce(m.account_id, j.account_id)) AS known
      WHERE deleted_at IS NULL ORDER BY creation_time DESC LIMIT 1) AS job ON true
    LEFT JOIN account ON account.account_id = coalesce(job.account_id, m.account_id)
    WHERE m.deleted_at IS NULL AND m.id > ${after} AND ${visible}
    ORDER BY m.id LIMIT ${pageSize}`.execute(db);
  return rows;
}

async function readJobs(db: Kysely<DatabaseSchema>, ids: readonly number[]): Promise<Map<number, FlatRow>> {
  const columns = sql.join(allColumns(trainingJob).map((name) => sql.ref(name)));
  const { rows } = await sql<{ id: number } & FlatRow>`
    SELECT id, ${columns} FROM aws_sagemaker_trainingjob WHERE id = ANY(${ids})`.execute(db);
  return new Map(rows.map(({ id, ...row }) => [id, row as FlatRow])); // all its columns were read
}
