import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Job, type JobKey, usageQuery } from '../api/queries.ts';
import { instancesOf } from '../catalog/columns.tsx';
import { quoteValue } from '../catalog/edit-query.ts';
import { formatDuration, formatHours } from '../format/duration.ts';
import { formatMoney } from '../format/money.ts';
import { formatInteger } from '../format/number.ts';
import { visible } from '../format/visible.ts';
import { Copy, Copyable } from '../parts/copyable.tsx';
import { Icon } from '../parts/icon.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { jobLink, logsLink } from './console-links.ts';
import { Facts, Section } from './facts.tsx';
import { LongText } from './long-text.tsx';
import { Timeline } from './timeline.tsx';

/** What a job is, how it stands and what it cost. */
export function Overview({ job, jobKey }: { job: Job; jobKey: JobKey }) {
  const region = String(job.region);
  const name = String(job.training_job_name);
  const seconds = job.training_time_in_seconds;
  const metrics = job.final_metric_data_list ?? [];
  const tags = Object.entries(job.tag_map ?? {});
  return (
    <>
      <div className="job-head">
        <Status status={job.training_job_status} />
        {job.secondary_status && job.secondary_status !== job.training_job_status && (
          <span className="soft">{job.secondary_status}</span>
        )}
        {job.deleted_at && (
          <span className="status-warning">
            gone since <Time value={String(job.deleted_at)} />
          </span>
        )}
        <span className="job-links">
          <Away href={jobLink(region, name)}>SageMaker</Away>
          <Away href={logsLink(region, name)}>Logs</Away>
        </span>
      </div>
      {job.failure_reason && (
        <div className="failure">
          <div className="failure-head">
            <Icon name="cross" size={14} /> Why it failed <Copy text={job.failure_reason} label="Copy the reason" />
          </div>
          <LongText text={readable(job.failure_reason)} />
        </div>
      )}
      <Facts
        facts={[
          [
            'Account',
            <span key="account">
              {visible(String(job.account_name ?? ''))} <span className="soft">{job.account_id}</span>
            </span>,
          ],
          ['Region', region],
          ['Instances', instancesOf(job)],
          ['Capacity', job.enable_managed_spot_training === true ? 'managed spot' : 'on demand'],
          ['Created', <Time key="created" value={job.creation_time} />],
          [
            'Trained for',
            seconds === null || seconds === undefined
              ? null
              : `${formatDuration(seconds)} (${formatInteger(seconds)} s)`,
          ],
          ['Last changed', <Time key="changed" value={String(job.changed_at)} />],
          ['ARN', <Copyable key="arn" text={String(job.training_job_arn)} className="mono" />],
        ]}
      />
      <Section title="Timeline">
        <Timeline job={job} />
      </Section>
      <Cost job={job} jobKey={jobKey} />
      {metrics.length > 0 && (
        <Section title="Final metrics">
          <table className="table tight">
            <tbody>
              {metrics.map((metric, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: metrics have no other identity, and never move
                <tr key={index}>
                  <td className="mono">{visible(metric.metric_name ?? '')}</td>
                  <td className="number">{String(metric.value)}</td>
                  <td className="number soft">
                    <Time value={metric.timestamp} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {tags.length > 0 && (
        <Section title="Tags">
          <div className="tags">
            {tags.map(([key, value]) => (
              <Link
                key={key}
                to="/"
                search={{ q: `tags:${quoteValue(`${key}:${value}`)}` }}
                className="tag"
                title={`${key}: ${value}`.slice(0, 500)}
              >
                <span>{visible(key).slice(0, 60)}</span> {visible(String(value)).slice(0, 80)}
              </Link>
            ))}
          </div>
        </Section>
      )}
    </>
  );
}

export const Away = ({ href, children }: { href: string | undefined; children: React.ReactNode }) =>
  href === undefined ? null : (
    <a href={href} target="_blank" rel="noreferrer" className="away">
      {children}
      <Icon name="open" size={12} />
    </a>
  );

/** Reasons come with escaped line ends and pointers at lines of a traceback: as they were printed. */
const readable = (reason: string): string => reason.replaceAll('\\n', '\n').replaceAll('\\t', '  ').trim();

function Cost({ job, jobKey }: { job: Job; jobKey: JobKey }) {
  // What is now: the tables of spend have no past.
  const isNow = jobKey.asOf === undefined;
  const from = job.creation_time?.slice(0, 10);
  const query = useMemo(
    () => ({
      from: from ?? '2015-01-01',
      q: `training_job_arn:${quoteValue(String(job.training_job_arn))} creation_time:${quoteValue(String(job.creation_time))}`,
      group_by: 'capacity,waste,instance_type',
    }),
    [from, job.training_job_arn, job.creation_time],
  );
  const { data } = useQuery({ ...usageQuery(query), enabled: isNow });
  if (!isNow) return null;
  const total = data?.totals[0];
  const first = data?.items[0];
  const limit = job.stopping_condition?.max_runtime_in_seconds;
  const running = job.training_job_status === 'InProgress';
  return (
    <Section
      title="Cost"
      end={<strong className="cost">{total ? formatMoney(total.cost, total.currency) : '–'}</strong>}
    >
      {data && !total && <p className="soft">Nothing has been billed yet.</p>}
      {total && (
        <Facts
          facts={[
            [
              'Compute',
              `${formatHours(total.instance_seconds)} of instances · ${formatMoney(total.compute_cost, total.currency)}`,
            ],
            [
              'Warm pool',
              total.warm_pool_instance_seconds
                ? `${formatHours(total.warm_pool_instance_seconds)} · ${formatMoney(total.warm_pool_cost, total.currency)}`
                : null,
            ],
            ['Storage', Number(total.storage_cost) ? formatMoney(total.storage_cost, total.currency) : null],
            [
              'Prepaid',
              total.prepaid_instance_seconds
                ? `${formatHours(total.prepaid_instance_seconds)} of a training plan, in no cost`
                : null,
            ],
            [
              'Spot saved',
              total.spot_saved_instance_seconds
                ? `${formatHours(total.spot_saved_instance_seconds)} · ${formatMoney(total.spot_saved_cost, total.currency)}`
                : null,
            ],
            ['Came to nothing', first?.group.waste],
            [
              'How',
              job.billable_time_in_seconds === null || job.billable_time_in_seconds === undefined
                ? 'billable time is not known yet'
                : `${formatDuration(job.billable_time_in_seconds)} billable × ${instancesOf(job)}, at the price of the day`,
            ],
            ['At its limit', running && limit ? `${formatDuration(limit)} an instance at most` : null],
            [
              'No price',
              total.unpriced_jobs ? (
                <span key="price" className="status-warning">
                  there is no price for it: sagecat prices missing
                </span>
              ) : null,
            ],
            ['Prices', data?.price_origins.join('; ')],
          ]}
        />
      )}
    </Section>
  );
}
