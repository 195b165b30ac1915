import { currency, currencyMeaning, type View } from './view.ts';

const dayKey = 'u.day, u.account_id, u.region, u.instance_type';
const phases = ['pending', 'starting', 'downloading', 'training', 'interrupted', 'uploading', 'stopping', 'other'];

/** The views of billable time by day. */
export const dayViews: readonly View[] = [
  {
    name: 'billable_by_day',
    comment:
      'Billable time and cost by day, account, region and instance type. A job counts wholly on the UTC day on which it began.',
    from: ['billing_usage_day'],
    columns: {
      currency: currencyMeaning,
      unpriced_groups: 'Instance groups that were billed and have no price.',
      unpriced_storage_gb_seconds: 'Storage that has no price.',
    },
    query: `
      SELECT ${dayKey}, u.jobs, u.running_jobs, u.unreported_jobs, u.instance_seconds, u.on_demand_instance_seconds,
        u.spot_instance_seconds, u.prepaid_instance_seconds, u.training_instance_seconds, u.warm_pool_instance_seconds,
        u.storage_gb_seconds, u.token_count, ${currency('u.region')} AS currency, u.compute_cost, u.warm_pool_cost, u.storage_cost, u.cost,
        CASE WHEN u.training_hourly IS NULL THEN u.billed_groups ELSE 0 END AS unpriced_groups,
        CASE WHEN u.storage_gb_month IS NULL THEN u.storage_gb_seconds ELSE 0 END AS unpriced_storage_gb_seconds
      FROM billing_usage_day AS u`,
  },
  {
    name: 'spot_savings',
    comment:
      'What managed spot training saved, by day, account, region and instance type; jobs whose billable time is known.',
    from: ['billing_usage_day'],
    columns: {
      jobs: 'Jobs on spot capacity; one with several instance groups counts at its first.',
      training_instance_seconds: 'Training seconds times instances of spot jobs.',
      billed_instance_seconds: 'Of these, billed.',
      saved_instance_seconds: 'Of these, not billed.',
      saved_fraction: '1 - billed / trained, as AWS states the saving.',
      currency: currencyMeaning,
      cost: 'Cost of what was billed, at the on-demand price, in which AWS states the saving; null without a price.',
      saved_cost: 'Cost of what was saved, at the on-demand price; null without a price.',
    },
    query: `
      SELECT ${dayKey}, u.spot_jobs AS jobs, u.spot_training_instance_seconds AS training_instance_seconds,
        u.spot_instance_seconds AS billed_instance_seconds, u.spot_saved_instance_seconds AS saved_instance_seconds,
        u.spot_saved_instance_seconds::numeric / nullif(u.spot_training_instance_seconds, 0) AS saved_fraction,
        ${currency('u.region')} AS currency, u.spot_cost AS cost, u.spot_saved_cost AS saved_cost
      FROM billing_usage_day AS u
      WHERE u.spot_jobs > 0 OR u.spot_training_instance_seconds > 0`,
  },
  {
    name: 'warm_pool_cost',
    comment:
      'What keeping instances warm was billed, by day, account, region and instance type of the job that left the pool.',
    from: ['billing_usage_day'],
    columns: {
      pools: 'Instance groups that were kept warm.',
      open_pools: 'Of these, groups for which SageMaker has told no time yet.',
      instance_seconds: 'Billed instance seconds of warm pools.',
      currency: currencyMeaning,
      cost: 'Cost of keeping them; null without a price.',
    },
    query: `
      SELECT ${dayKey}, u.warm_pools AS pools, u.open_warm_pools AS open_pools, u.warm_pool_instance_seconds AS instance_seconds,
        ${currency('u.region')} AS currency, u.warm_pool_cost AS cost
      FROM billing_usage_day AS u
      WHERE u.warm_pools > 0`,
  },
  {
    name: 'waste',
    comment: 'Billed time of jobs that came to nothing, by day, account, region and instance type, and by reason.',
    from: ['billing_waste_day'],
    columns: {
      jobs: 'Jobs that came to nothing; one with several instance groups counts at its first.',
      failed_jobs: 'Jobs that failed.',
      stopped_jobs: 'Jobs that somebody stopped.',
      interrupted_jobs: 'Spot jobs that lost their capacity or waited for it too long.',
      timed_out_jobs: 'Jobs that reached their maximum run time or pending time.',
      currency: currencyMeaning,
    },
    query: `
      SELECT ${dayKey}, u.jobs, u.instance_seconds, u.failed_jobs, u.failed_instance_seconds, u.stopped_jobs, u.stopped_instance_seconds,
        u.interrupted_jobs, u.interrupted_instance_seconds, u.timed_out_jobs, u.timed_out_instance_seconds,
        u.prepaid_instance_seconds, ${currency('u.region')} AS currency, u.cost
      FROM billing_waste_day AS u`,
  },
  {
    name: 'time_per_phase',
    comment:
      'Seconds that jobs spent in each phase, by day, account, region and instance type of the first group; phases that have ended.',
    from: ['billing_phase_day'],
    columns: {
      jobs: 'Jobs.',
      pending_seconds: 'Waiting for capacity.',
      starting_seconds: 'Starting instances.',
      downloading_seconds: 'Downloading data and the training image.',
      training_seconds: 'Training.',
      interrupted_seconds: 'Without capacity after a spot interruption.',
      uploading_seconds: 'Uploading the model.',
      stopping_seconds: 'Stopping.',
      other_seconds: 'In any other secondary status.',
    },
    // Floating point adds up faster than decimals, and is exact far below a millisecond.
    query: `
      SELECT ${dayKey}, u.jobs, ${phases.map((phase) => `u.${phase}_ms / 1000::double precision AS ${phase}_seconds`).join(', ')}
      FROM billing_phase_day AS u`,
  },
  {
    name: 'cost_by_tag',
    comment:
      'Billable time and cost by tag, day, account, region and instance type. A job counts under each of its tags, and under every key that a tag with several colons may have: filter by tag_key before you sum.',
    from: ['billing_tag_day'],
    columns: { currency: currencyMeaning },
    query: `
      SELECT u.tag_key, u.tag_value, ${dayKey}, u.jobs, u.instance_seconds, u.prepaid_instance_seconds,
        ${currency('u.region')} AS currency, u.compute_cost, u.warm_pool_cost, u.storage_cost, u.unpriced_groups
      FROM billing_tag_day AS u`,
  },
];
