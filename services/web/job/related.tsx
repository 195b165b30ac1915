import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type Job, pageQuery, type Row } from '../api/queries.ts';
import { quoteValue } from '../catalog/edit-query.ts';
import { formatDuration } from '../format/duration.ts';
import { formatInteger } from '../format/number.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { Middle } from '../parts/middle.tsx';
import { Status } from '../parts/status.tsx';
import { Time } from '../parts/time.tsx';
import { Section } from './facts.tsx';
import { stemOf } from './job-name.ts';

/** Other jobs of the same tuning job, experiment, name without its date, and image. */
export function Related({ job }: { job: Job }) {
  const stem = stemOf(String(job.training_job_name));
  const experiment = job.experiment_config?.experiment_name;
  const image = job.algorithm_specification?.training_image;
  const kinds = [
    ...(job.tuning_job_arn
      ? [{ title: 'The same tuning job', q: `tuning_job_arn:${quoteValue(job.tuning_job_arn)}` }]
      : []),
    ...(stem
      ? [
          {
            title: `Named ${visible(stem).slice(0, 80)}…`,
            q: `training_job_name:${stem.replaceAll(/[^\w.-]/g, String.raw`\$&`)}*`,
          },
        ]
      : []),
    ...(experiment
      ? [{ title: 'The same experiment', q: `experiment_config.experiment_name:${quoteValue(experiment)}` }]
      : []),
    ...(image ? [{ title: 'The same image', q: `algorithm_specification.training_image:${quoteValue(image)}` }] : []),
  ];
  return kinds.map((kind) => <Siblings key={kind.title} {...kind} arn={String(job.training_job_arn)} />);
}

const fields = 'training_job_arn,training_job_name,training_job_status,creation_time,training_time_in_seconds';

function Siblings({ title, q, arn }: { title: string; q: string; arn: string }) {
  const { data } = useQuery(pageQuery({ q, fields, limit: 8 }));
  const others = (data?.items ?? []).filter((row) => row.training_job_arn !== arn);
  const some = others.slice(0, 7);
  return (
    <Section
      title={title}
      end={
        data && (
          <span className="section-end">
            {some.length > 0 && (
              <Link
                to="/compare"
                search={{ jobs: [arn, ...some.slice(0, 3).map((row) => textOf(row.training_job_arn))].join(',') }}
              >
                compare
              </Link>
            )}
            <Link to="/" search={{ q }}>
              all {formatInteger(data.total ?? 0)}
            </Link>
          </span>
        )
      }
    >
      {data && some.length === 0 && <p className="soft">No other job.</p>}
      <table className="table tight">
        <tbody>
          {some.map((row) => (
            <Sibling key={textOf(row.training_job_arn)} row={row} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const Sibling = ({ row }: { row: Row }) => (
  <tr>
    <td style={{ width: 104 }}>
      <Status status={textOf(row.training_job_status)} />
    </td>
    <td style={{ maxWidth: 0, width: '60%' }}>
      <Link to="/jobs/$arn" params={{ arn: textOf(row.training_job_arn) }}>
        <Middle text={visible(textOf(row.training_job_name))} />
      </Link>
    </td>
    <td>
      <Time value={textOf(row.creation_time)} />
    </td>
    <td className="number">
      {typeof row.training_time_in_seconds === 'number' ? formatDuration(row.training_time_in_seconds) : '–'}
    </td>
  </tr>
);
