import { money } from '../services/report/figures.ts';
import { formatDuration } from './format-duration.ts';
import type { JobBilling, JobStory, ShownJob, TimelineEntry } from './read-job.ts';
import { formatTime } from './terminal/format-time.ts';
import { paragraph } from './terminal/paragraph.ts';
import { printable } from './terminal/printable.ts';
import { readableJson } from './terminal/readable-json.ts';
import { renderTable } from './terminal/table.ts';
import { toneOf, type View } from './terminal/view.ts';

type Fact = readonly [name: string, value: string | number | null | undefined];

/** All about one job for people, section by section; what the job has not is left out. */
export function renderJob(story: JobStory, view: View): string {
  const { job, timeline, billing, changes } = story;
  const status = [job.training_job_status, job.secondary_status].filter(Boolean);
  const tone = toneOf(job.training_job_status ?? '');
  const head = `${printable(String(job.training_job_name))}  ${view.paint(tone, [...new Set(status)].join(', '))}`;
  return [
    head,
    ...(job.deleted_at === null ? [] : [view.paint('warn', `gone since ${formatTime(job.deleted_at)}`)]),
    ...(job.failure_reason ? ['', paragraph(view.paint('bad', printable(job.failure_reason)), view)] : []),
    ...facts('', whereAndWhen(story), view),
    ...section('Timeline', timelineTable(timeline, view), view),
    ...facts('Cost', costOf(billing, job), view),
    ...facts('Ran with', configurationOf(job), view),
    ...facts('Hyperparameters', Object.entries(job.hyper_parameters ?? {}), view),
    ...facts('Environment', Object.entries(job.environment ?? {}), view),
    ...facts(
      'Metrics',
      (job.final_metric_data_list ?? []).map(({ metric_name, value }): Fact => [metric_name ?? '?', value]),
      view,
    ),
    ...facts('Tags', Object.entries(job.tag_map ?? {}), view),
    ...section('What changed', changes.length === 0 ? '' : changesTable(changes, view), view),
  ].join('\n');
}

const section = (title: string, text: string, view: View): string[] =>
  text === '' ? [] : ['', ...(title === '' ? [] : [view.paint('heading', title)]), text];

/** Names and values in two columns. */
function facts(title: string, all: readonly Fact[], view: View): string[] {
  const known = all.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (known.length === 0) return [];
  const table = renderTable<Fact>(
    [
      { title: '', value: ([name]) => name, wraps: false },
      { title: '', value: ([, value]) => String(value), least: 30 },
    ],
    known,
    view,
  );
  // The titles say nothing: their line goes.
  return section(title, table.slice(table.indexOf('\n') + 1), view);
}

const at = (time: string | null): string | null => time && formatTime(time);

function whereAndWhen({ job, earlier_jobs }: JobStory): Fact[] {
  return [
    ['account', [job.account_id, job.account_name].filter(Boolean).join(' ')],
    ['region', job.region],
    ['ARN', job.training_job_arn],
    ['created', at(job.creation_time)],
    ['training began', at(job.training_start_time)],
    ['training ended', at(job.training_end_time)],
    ['trained for', job.training_time_in_seconds === null ? null : formatDuration(job.training_time_in_seconds)],
    ['first seen', at(String(job.first_seen_at))],
    ['last changed', at(String(job.changed_at))],
    ['completeness', job.completeness === 'described' ? null : 'what Search lacks is not read yet'],
    ['earlier jobs', earlier_jobs > 0 ? `${earlier_jobs} had this name before` : null],
  ];
}

const timelineTable = (timeline: readonly TimelineEntry[], view: View): string =>
  timeline.length === 0
    ? ''
    : renderTable<TimelineEntry>(
        [
          { title: 'status', value: ({ status }) => status, wraps: false },
          { title: 'began', value: ({ start_time }) => at(start_time), wraps: false },
          {
            title: 'took',
            value: ({ duration_seconds: seconds }) => (seconds === null ? 'goes on' : formatDuration(seconds)),
            align: 'right',
          },
          { title: 'message', value: ({ message }) => message ?? '', least: 24, importance: 1 },
        ],
        timeline,
        view,
      );

function costOf(billing: JobBilling | null, job: ShownJob): Fact[] {
  const billable = job.billable_time_in_seconds;
  const hours = (seconds: number | null) => (seconds ? `${(seconds / 3600).toFixed(2)} instance hours` : null);
  return [
    ['billable time', billable === null ? null : `${formatDuration(billable)} an instance`],
    ['billed', billing && hours(billing.instance_seconds)],
    ['state', billing?.billing],
    ['capacity', billing?.capacity],
    ['came to nothing', billing?.waste],
    ['saved by spot', billing && hours(billing.spot_saved_instance_seconds)],
    ['warm pool', billing && hours(billing.warm_pool_instance_seconds)],
    ['cost', billing && (billing.cost === null ? unknownCost(billing) : `${money(billing.cost)} ${billing.currency}`)],
  ];
}

const unknownCost = ({ is_unpriced }: JobBilling): string =>
  is_unpriced ? 'not known: there is no price for it (sagecat prices missing)' : 'not known yet';

function configurationOf(job: ShownJob): Fact[] {
  const { algorithm_specification: algorithm, resource_config: resources, stopping_condition: stopping } = job;
  const groups = resources?.instance_groups ?? [];
  const instances =
    groups.length > 0
      ? groups.map(({ instance_count, instance_type }) => `${instance_count} × ${instance_type}`).join(', ')
      : resources?.instance_type && `${resources.instance_count} × ${resources.instance_type}`;
  const maximum = stopping?.max_runtime_in_seconds ?? null;
  return [
    ['image', algorithm?.training_image ?? algorithm?.algorithm_name],
    ['instances', instances],
    [
      'volume',
      resources?.volume_size_in_gb ? `${resources.volume_size_in_gb.toLocaleString('en-US')} GB an instance` : null,
    ],
    ['spot', job.enable_managed_spot_training === true ? 'managed spot training' : null],
    ['maximum run time', maximum === null ? null : formatDuration(maximum)],
    ['role', job.role_arn],
    ...(job.input_data_config ?? []).map(
      ({ channel_name, data_source }): Fact => [
        `input ${channel_name}`,
        data_source?.s3_data_source?.s3_uri ?? (data_source && readableJson(data_source)),
      ],
    ),
    ['output', job.output_data_config?.s3_output_path],
    ['model', job.model_artifacts?.s3_model_artifacts],
    ['checkpoints', job.checkpoint_config?.s3_uri],
    ['warm pool', job.warm_pool_status?.status],
    ['experiment', job.experiment_config?.experiment_name],
    ['tuning job', job.tuning_job_arn],
  ];
}

function changesTable(changes: JobStory['changes'], view: View): string {
  const lines = changes.flatMap(({ seen_at, kind, differences }) =>
    differences.length === 0
      ? [{ seen_at, field: kind, from: '', to: '' }]
      : differences.map(({ field, before, after }) => ({ seen_at, field, from: shown(before), to: shown(after) })),
  );
  return renderTable<(typeof lines)[number]>(
    [
      { title: 'seen', value: (line) => formatTime(line.seen_at), wraps: false },
      { title: 'field', value: ({ field }) => field, least: 16 },
      { title: 'before', value: ({ from }) => from, importance: 1 },
      { title: 'after', value: ({ to }) => to, importance: 2 },
    ],
    lines,
    view,
  );
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '-' : typeof value === 'object' ? readableJson(value) : String(value);
