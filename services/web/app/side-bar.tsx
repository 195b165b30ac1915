import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { typesQuery } from '../api/queries.ts';
import { pluralTitle } from '../format/noun.ts';
import { Icon } from '../parts/icon.tsx';
import { navigation } from './navigation.ts';
import { SavedViews } from './saved-views.tsx';

/** The way to every view, to the catalog of every resource type, and to what was saved. */
export function SideBar() {
  return (
    <>
      <nav aria-label="Views" className="side-nav">
        {navigation.map(({ to, title, icon }) => (
          <div key={to}>
            <Link to={to} activeOptions={{ exact: true, includeSearch: false }}>
              <Icon name={icon} size={15} />
              {title}
            </Link>
            {to === '/' && <Types />}
          </div>
        ))}
      </nav>
      <SavedViews />
    </>
  );
}

/** The switch between resource types, where there are several. */
function Types() {
  const { data: types = [] } = useQuery(typesQuery);
  const { pathname, type: shown } = useRouterState({
    select: ({ location: { pathname, search } }) => ({ pathname, type: (search as { type?: string }).type }),
    structuralSharing: true,
  });
  if (types.length < 2) return null;
  const isCurrent = (name: string, index: number) =>
    pathname === '/' && (shown === undefined ? index === 0 : shown === name);
  return (
    <ul className="side-types" aria-label="Resource types">
      {types.map((type, index) => (
        <li key={type.name}>
          <Link
            to="/"
            search={index === 0 ? {} : { type: type.name }}
            className={isCurrent(type.name, index) ? 'current' : ''}
            aria-current={isCurrent(type.name, index) ? 'true' : undefined}
            activeProps={{}}
          >
            {pluralTitle(type)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
