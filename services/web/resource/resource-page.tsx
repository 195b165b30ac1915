import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { type ResourceType, rowQuery } from '../api/queries.ts';
import type { ResourceSearch } from '../app/search-parameters.ts';
import { pluralTitle } from '../format/noun.ts';
import { formatTime } from '../format/time.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { Copyable } from '../parts/copyable.tsx';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { useTitle } from '../parts/use-title.ts';
import { WithType } from '../parts/with-type.tsx';
import { nameOfArn } from './name.ts';
import { ResourceView } from './resource-view.tsx';
import './resource.css';
import { ResourceSkeleton } from './skeleton.tsx';

/** A resource as a page of its own, as it is or as it was. */
export function ResourcePage() {
  const { type: name, arn = '' } = useParams({ strict: false });
  return <WithType name={name}>{(type) => <Resource key={arn} type={type} arn={arn} />}</WithType>;
}

function Resource({ type, arn }: { type: ResourceType; arn: string }) {
  const { tab, as_of: asOf, creation_time: creationTime }: ResourceSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changed: ResourceSearch, replace = false) =>
    void navigate({ to: '.', search: (before: ResourceSearch) => ({ ...before, ...changed }), replace });
  const of = { type: type.name, arn, asOf, creationTime };
  const { data, error, refetch } = useQuery(rowQuery(of));
  const { noun, key } = type.presentation;
  const name = textOf(data?.[key.name]) || nameOfArn(arn);
  useTitle(name);
  const showAsOf = (moment: string | undefined) => change({ as_of: moment });
  return (
    <div className="page job-page">
      <div className="crumbs">
        <Link to="/" search={{ type: type.name }}>
          {pluralTitle(type)}
        </Link>
        <Icon name="right" size={12} />
      </div>
      <div className="page-head">
        <h1>
          <Copyable text={visible(name)} />
        </h1>
        <div className="controls">
          <AsOf noun={noun} value={asOf} onChange={showAsOf} />
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
        <ResourceView
          type={type}
          row={data}
          of={of}
          tab={tab}
          onTab={(next) => change({ tab: next }, true)}
          onAsOf={showAsOf}
        />
      ) : (
        <ResourceSkeleton />
      )}
    </div>
  );
}

interface AsOfProps {
  readonly noun: string;
  readonly value: string | undefined;
  readonly onChange: (moment: string | undefined) => void;
}

/** Asks for a moment in the viewer's zone. */
function AsOf({ noun, value, onChange }: AsOfProps) {
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
        aria-label={`Show the ${noun} as of`}
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
