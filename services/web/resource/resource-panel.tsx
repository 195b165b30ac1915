import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLayoutEffect, useRef } from 'react';
import { type ResourceType, rowQuery } from '../api/queries.ts';
import { textOf } from '../format/values.ts';
import { visible } from '../format/visible.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { Icon } from '../parts/icon.tsx';
import { Middle } from '../parts/middle.tsx';
import { nameOfArn } from './name.ts';
import { ResourceView } from './resource-view.tsx';
import './resource.css';
import { ResourceSkeleton } from './skeleton.tsx';

interface Props {
  readonly type: ResourceType;
  readonly arn: string;
  readonly tab: string | undefined;
  readonly onTab: (tab: string) => void;
  readonly onClose: () => void;
}

/** A resource beside the catalog. */
export function ResourcePanel({ type, arn, tab, onTab, onClose }: Props) {
  const { data, error, refetch } = useQuery(rowQuery({ type: type.name, arn }));
  const { noun, key } = type.presentation;
  const name = textOf(data?.[key.name]) || nameOfArn(arn);
  const panel = useRef<HTMLElement>(null);
  useFocusFromGrid(panel);
  return (
    <aside ref={panel} tabIndex={-1} className="panel" aria-label={`${noun} ${name}`}>
      <div className="panel-head">
        <h2>
          <Middle text={visible(name)} />
        </h2>
        <ActionIcon
          component={Link}
          // biome-ignore lint/suspicious/noExplicitAny: a component of Mantine that renders another does not know its types
          {...({ to: '/resources/$type/$arn', params: { type: type.name, arn }, search: { tab } } as any)}
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
          <ResourceView type={type} row={data} of={{ type: type.name, arn }} tab={tab} onTab={onTab} />
        ) : (
          <ResourceSkeleton />
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
