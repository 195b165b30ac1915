import type { IconName } from '../parts/icon.tsx';

/** A view of the page that the side bar leads to. */
interface NavigationItem {
  readonly to: '/' | '/changes' | '/spend' | '/budgets' | '/policies' | '/watches' | '/coverage' | '/sql';
  readonly title: string;
  readonly icon: IconName;
}

/** The views, in the order of the side bar. Another one is another line, and a route. */
export const navigation: readonly NavigationItem[] = [
  { to: '/', title: 'Catalog', icon: 'logo' },
  { to: '/changes', title: 'Changes', icon: 'history' },
  { to: '/spend', title: 'Spend', icon: 'chart' },
  { to: '/budgets', title: 'Budgets', icon: 'wallet' },
  { to: '/policies', title: 'Policies', icon: 'shield' },
  { to: '/watches', title: 'Watches', icon: 'bell' },
  { to: '/coverage', title: 'Coverage', icon: 'grid' },
  { to: '/sql', title: 'SQL', icon: 'code' },
];
