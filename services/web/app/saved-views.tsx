import { ActionIcon, Menu } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { pageLink, savedPages } from '../../../catalog/page-link.ts';
import { deleteView, type SavedView, viewsQuery } from '../api/views.ts';
import { visible } from '../format/visible.ts';
import { Icon } from '../parts/icon.tsx';
import { Middle } from '../parts/middle.tsx';
import { navigation } from './navigation.ts';

const ViewForm = lazy(async () => ({ default: (await import('./view-form.tsx')).ViewForm }));

type Draft = Omit<SavedView, 'updated_at' | 'can_change'>;

/** The views that were saved, of this key and shared ones: to open, to rename, to delete; and what is seen now, to save. */
export function SavedViews() {
  const { data: views, error } = useQuery(viewsQuery);
  const [draft, setDraft] = useState<Draft | undefined>(undefined);
  const shown = useShownView();
  return (
    <section className="side-views" aria-label="Saved views">
      <h2>
        Saved views
        {shown && (
          <ActionIcon
            size={22}
            aria-label="Save this view"
            title="Save this view"
            onClick={() => setDraft({ id: crypto.randomUUID(), name: '', shared: false, owner: null, ...shown })}
          >
            <Icon name="plus" size={14} />
          </ActionIcon>
        )}
      </h2>
      {error && <p className="soft">{error.message}</p>}
      {views?.length === 0 && (
        <p className="soft">None yet. Search, choose columns, and save what you see under a name.</p>
      )}
      <ul>
        {views?.map((view) => (
          <Item key={view.id} view={view} onChange={() => setDraft(view)} />
        ))}
      </ul>
      {draft && (
        <Suspense>
          <ViewForm draft={draft} onClose={() => setDraft(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

/** What is seen now, as it would be saved; undefined for a view that cannot be. */
function useShownView(): Pick<SavedView, 'page' | 'state'> | undefined {
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const page = Object.entries(savedPages).find(([, path]) => `/${path}` === pathname)?.[0];
  return page === undefined ? undefined : { page, state: Object.fromEntries(Object.entries(search)) };
}

function Item({ view, onChange }: { view: SavedView; onChange: () => void }) {
  const queries = useQueryClient();
  const removed = useMutation({
    mutationFn: () => deleteView(view.id),
    onSettled: () => queries.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  });
  const link = pageLink(view);
  if (link === undefined) return null;
  const path = savedPages[view.page as keyof typeof savedPages];
  const icon = navigation.find(({ to }) => to === `/${path}`)?.icon ?? 'logo';
  const who = view.shared ? `shared by ${view.owner === null ? 'everybody here' : visible(view.owner)}` : 'only yours';
  return (
    <li className="side-view" title={`${visible(view.name)} (${view.page}, ${who})`}>
      <Link to={`/${path}`} search={view.state}>
        <Icon name={icon} size={13} />
        <Middle text={visible(view.name)} />
      </Link>
      {view.can_change && (
        <Menu>
          <Menu.Target>
            <ActionIcon size={20} aria-label={`Change ${visible(view.name)}`} title="Rename, share, delete">
              <Icon name="menu" size={13} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onChange}>Rename or share</Menu.Item>
            <Menu.Item color="red" onClick={() => removed.mutate()}>
              Delete
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {removed.error && <span role="alert">{removed.error.message}</span>}
    </li>
  );
}
