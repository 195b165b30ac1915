import { ActionIcon, Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { apiUrl } from '../api/client.ts';
import { sessionQuery, signOut } from '../api/session.ts';
import { visible } from '../format/visible.ts';
import { Icon } from '../parts/icon.tsx';
import { ConnectionLine } from './connection-line.tsx';
import { CoverageLine } from './coverage-line.tsx';
import { SideBar } from './side-bar.tsx';

const SideBarDrawer = lazy(async () => ({ default: (await import('./side-bar-drawer.tsx')).SideBarDrawer }));
const SignIn = lazy(async () => ({ default: (await import('./sign-in.tsx')).SignIn }));

/** What stands around every view: the way to the others, what the catalog covers, the colour scheme. */
export function Shell() {
  const { data: session } = useQuery(sessionQuery);
  const mustSignIn = session?.key_required === true;
  const [drawerOpened, drawer] = useDisclosure(false);
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        Skip to content
      </a>
      <header className="header">
        {!mustSignIn && (
          <ActionIcon aria-label="Views" title="Views" onClick={drawer.open}>
            <Icon name="bars" />
          </ActionIcon>
        )}
        <Brand />
        <div className="header-end">
          {!mustSignIn && <CoverageLine />}
          <SchemeSwitch />
          <MoreMenu />
        </div>
      </header>
      <aside className="side-bar" aria-label="Side bar">
        <Brand />
        {!mustSignIn && <SideBar />}
        <div className="side-end">
          {!mustSignIn && <CoverageLine />}
          <SchemeSwitch />
          <MoreMenu />
        </div>
      </aside>
      {drawerOpened && (
        <Suspense>
          <SideBarDrawer onClose={drawer.close} />
        </Suspense>
      )}
      <main className="main" id="main" tabIndex={-1}>
        {mustSignIn ? (
          <Suspense>
            <SignIn />
          </Suspense>
        ) : (
          <Outlet />
        )}
      </main>
      <ConnectionLine />
    </div>
  );
}

const Brand = () => (
  <Link to="/" className="brand" aria-label="sagecat: the first page">
    <Icon name="logo" size={20} />
    <span className="brand-name">sagecat</span>
  </Link>
);

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const next = useComputedColorScheme('light') === 'light' ? 'dark' : 'light';
  const label = `Switch to the ${next} scheme`;
  return (
    <ActionIcon aria-label={label} title={label} onClick={() => setColorScheme(next)}>
      <Icon name={next === 'dark' ? 'moon' : 'sun'} />
    </ActionIcon>
  );
}

function MoreMenu() {
  const { data: session } = useQuery(sessionQuery);
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon aria-label="More" title="More">
          <Icon name="menu" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={apiUrl('docs/')} target="_blank" rel="noreferrer">
          API documentation
        </Menu.Item>
        <Menu.Item component="a" href={apiUrl('openapi.json')} target="_blank" rel="noreferrer">
          OpenAPI document
        </Menu.Item>
        {session?.signed_in && (
          <>
            <Menu.Divider />
            <Menu.Label>
              {visible(session.name ?? 'key')}: {session.scopes.join(', ')}
              {session.accounts && `, ${session.accounts.length} accounts`}
            </Menu.Label>
            <Menu.Item onClick={() => void signOut().then(() => location.reload())}>Sign out</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
