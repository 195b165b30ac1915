import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { jobQuery } from '../api/queries.ts';
import { formatTime } from '../format/time.ts';
import { visible } from '../format/visible.ts';
import { Copyable } from '../parts/copyable.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTitle } from '../parts/use-title.ts';
import { nameOfArn } from './job-name.ts';
import { JobSkeleton } from './job-skeleton.tsx';
import { JobView } from './job-view.tsx';
import './job.css';

const jobRoute = getRouteApi('/jobs/$arn');

/** A job as a page of its own, as it is or as it was. */
export function JobPage() {
  const { arn } = jobRoute.useParams();
  const { tab, as_of: asOf, creation_time: creationTime } = jobRoute.useSearch();
  const navigate = jobRoute.useNavigate();
  const jobKey = { arn, asOf, creationTime };
  const { data, error, refetch } = useQuery(jobQuery(jobKey));
  const name = data?.training_job_name ?? nameOfArn(arn);
  useTitle(name);
  const showAsOf = (moment: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, as_of: moment }) });
  return (
    <div className="page job-page">
      <div className="crumbs">
        <Link to="/">Catalog</Link>
        <Icon name="right" size={12} />
      </div>
      <div className="page-head">
        <h1>
          <Copyable text={visible(name)} />
        </h1>
        <div className="controls">
          <AsOf value={asOf} onChange={showAsOf} />
        </div>
      </div>
      {asOf !== undefined && (
        <div className="notice as-of">
          <Icon name="history" size={14} /> As it was known at {formatTime(asOf)}
          <button type="button" className="link" onClick={() => showAsOf(undefined)}>
            back to now
          </button>
        </div>
      )}
      {error ? (
        <ErrorState error={error} reset={() => void refetch()} />
      ) : data ? (
        <JobView
          job={data}
          jobKey={jobKey}
          tab={tab}
          onTab={(next) => void navigate({ search: (before) => ({ ...before, tab: next }), replace: true })}
          onAsOf={showAsOf}
        />
      ) : (
        <JobSkeleton />
      )}
    </div>
  );
}

/** Asks for a moment in the viewer's zone. */
function AsOf({ value, onChange }: { value: string | undefined; onChange: (moment: string | undefined) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <form
      className="as-of-form"
      onSubmit={(event) => {
        event.preventDefault();
        const moment = new Date(typed);
        if (!Number.isNaN(moment.getTime())) onChange(moment.toISOString());
      }}
    >
      <TextInput
        type="datetime-local"
        aria-label="Show the job as of"
        value={typed || (value ? local(value) : '')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button type="submit" disabled={typed === ''}>
        As of
      </Button>
    </form>
  );
}

/** A moment as an input of type datetime-local takes it. */
function local(iso: string): string {
  const time = new Date(iso);
  return new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
