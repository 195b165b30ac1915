// The entry of the page. It is small: the rows are on their way before the code that shows them has come.
import './app/styles.ts';
import { base } from './api/base.ts';
import { askForFirstView } from './app/ask-for-first-view.ts';

askForFirstView(location);
// What the router loads when it has come itself.
if (location.pathname === base.pathname) void import('./catalog/catalog-page.tsx');
void import('./app/start.tsx');
