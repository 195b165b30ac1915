import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { jobQuery } from '../api/queries.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Middle } from '../parts/middle.tsx';
import { nameOfArn } from './job-name.ts';
import { JobSkeleton } from './job-skeleton.tsx';
import { JobView } from './job-view.tsx';
import './job.css';

interface Props {
  readonly arn: string;
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly onClose: () => void;
}

/** A job beside the catalog. */
export function JobPanel({ arn, tab, onTab, onClose }: Props) {
  const { data, error, refetch } = useQuery(jobQuery({ arn }));
  const name = data?.training_job_name ?? nameOfArn(arn);
  const panel = useRef<HTMLElement>(null);
  useFocusFromGrid(panel);
  return (
    <aside ref={panel} tabIndex={-1} className="panel" aria-label={`Job ${name}`}>
      <div className="panel-head">
        <h2>
          <Middle text={visible(name)} />
        </h2>
        <ActionIcon
          component={Link}
          // biome-ignore lint/suspicious/noExplicitAny: a component of Mantine that renders another does not know its types
          {...({ to: '/jobs/$arn', params: { arn }, search: { tab } } as any)}
          aria-label="Open as a page"
          title="Open as a page"
        >
          <Icon name="expand" size={15} />
        </ActionIcon>
        <ActionIcon onClick={onClose} aria-label="Close" title="Close (Esc)">
          <Icon name="cross" size={15} />
        </ActionIcon>
      </div>
      <div className="panel-body">
        {error ? (
          <ErrorState error={error} reset={() => void refetch()} />
        ) : data ? (
          <JobView job={data} jobKey={{ arn }} tab={tab} onTab={onTab} />
        ) : (
          <JobSkeleton />
        )}
      </div>
    </aside>
  );
}

/** Takes the focus over from the grid that opened the panel with the keyboard, and gives it back at the end. */
function useFocusFromGrid(panel: React.RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const aside = panel.current;
    const grid = document.activeElement;
    if (!(grid instanceof HTMLElement) || grid.role !== 'grid') return;
    aside?.focus({ preventScroll: true });
    return () => {
      if (aside?.contains(document.activeElement)) grid.focus({ preventScroll: true });
    };
  }, [panel]);
}
