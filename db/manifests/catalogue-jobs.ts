import { type Kysely, sql } from 'kysely';
import type { FlatRow } from '../../catalog/flatten.ts';
import { trainingJob } from '../../catalog/training-job/definition.ts';
import type { ReadManifest } from '../../catalog/training-job/manifests/manifest-record.ts';
import type { DatabaseSchema } from '../schema.ts';
import type { Observation } from '../store/observation.ts';
import { type StoreOptions, storeRows } from '../store/store-rows.ts';

/**
 * Stores the jobs in manifests. ACK's controller truncates times to the second, so a known job created within that second gives the
 * creation time.
 */
export async function catalogueJobs(
  db: Kysely<DatabaseSchema>,
  manifests: readonly ReadManifest[],
  options: StoreOptions,
): Promise<void> {
  const jobs = manifests.flatMap(({ job }) => job ?? []);
  if (jobs.length === 0) return;
  const known = await db
    .selectFrom('aws_sagemaker_trainingjob')
    .select(['training_job_arn', 'creation_time'])
    .where('training_job_arn', '=', sql<string>`ANY(${jobs.map(({ row }) => row[trainingJob.key.arn])})`)
    // Of several within a second the newest is meant, since only it can exist.
    .orderBy('creation_time')
    .execute();
  const created = new Map(known.map((row) => [identity(row.training_job_arn, row.creation_time), row.creation_time]));
  const observations = jobs.map(({ row, region }): Observation => {
    const { arn, createdAt } = trainingJob.key;
    const exact = created.get(identity(row[arn], row[createdAt])) ?? row[createdAt] ?? null;
    const same: FlatRow = { ...row, [createdAt]: exact };
    return { row: same, region, source: 'part' };
  });
  await storeRows(db, trainingJob, observations, options);
}

const identity = (arn: unknown, created: unknown): string => `${arn} ${String(created).slice(0, 19)}`;
