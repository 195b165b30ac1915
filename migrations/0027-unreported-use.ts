import { type Kysely, sql } from 'kysely';

/**
 * Jobs of which nobody said what was billed, and that counted as billed nothing: those that completed, and those known only from a
 * manifest, which does not tell whether they trained.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    UPDATE billing_usage AS u
    SET billing = 'unreported',
      billable_seconds = CASE WHEN capacity = 'serverless' THEN billable_seconds END,
      instance_seconds = CASE WHEN capacity = 'serverless' THEN instance_seconds END,
      storage_gb_seconds = CASE WHEN capacity = 'serverless' THEN storage_gb_seconds END,
      spot_saved_seconds = CASE WHEN capacity <> 'spot' THEN spot_saved_seconds END
    FROM aws_sagemaker_trainingjob AS job
    WHERE job.id = u.resource_id AND u.billing = 'unbilled' AND (
      job.training_job_status = 'Completed'
      OR (job.training_end_time IS NULL AND job.training_time_in_seconds IS NULL
        AND coalesce(jsonb_array_length(job.secondary_status_transitions), 0) = 0)
      OR job.secondary_status_transitions @> '[{"status": "Training"}]')`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
  await sql`
    UPDATE billing_usage AS u
    SET billing = 'unbilled',
      billable_seconds = CASE WHEN capacity = 'serverless' THEN billable_seconds ELSE 0 END,
      instance_seconds = 0,
      storage_gb_seconds = 0,
      spot_saved_seconds = CASE WHEN capacity = 'spot' THEN greatest(coalesce(u.training_seconds, 0), 0) ELSE 0 END
    FROM aws_sagemaker_trainingjob AS job
    WHERE job.id = u.resource_id AND u.billing = 'unreported' AND job.training_start_time IS NULL
      AND coalesce(job.training_time_in_seconds, 0) <= 0 AND job.billable_time_in_seconds IS NULL
      AND job.billable_token_count IS NULL`.execute(db);
}
