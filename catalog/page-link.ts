import { nearestName } from './nearest-name.ts';

/** The views of the page that can be saved, with their paths below the page's URL. */
export const savedPages = { catalog: '', changes: 'changes', spend: 'spend', sql: 'sql' } as const;

export type SavedPage = keyof typeof savedPages;

/** The target of a link to the page: a view, and its state as search parameters. */
export interface LinkedView {
  readonly page: SavedPage;
  readonly state: Readonly<Record<string, string>>;
}

/** A link that does not lead to a view that can be saved. */
export class PageLinkError extends Error {
  override readonly name = 'PageLinkError';
}

const isSavedPage = (name: string): name is SavedPage => Object.hasOwn(savedPages, name);

/** Returns the link to a saved view, relative to the page's URL: `spend?by=role_arn`; undefined for an unknown view. */
export function pageLink({ page, state }: { readonly page: string; readonly state: object }): string | undefined {
  if (!isSavedPage(page)) return undefined;
  const parameters = new URLSearchParams(
    Object.entries(state).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  return parameters.size === 0 ? savedPages[page] : `${savedPages[page]}?${parameters}`;
}

/**
 * Parses a link to the page, absolute or from its path on: `http://127.0.0.1:8080/spend?by=role_arn`, `/?q=region:us-east-1`. The page may
 * be served below any path. Throws PageLinkError.
 */
export function readPageLink(link: string): LinkedView {
  if (!URL.canParse(link, 'http://page')) throw new PageLinkError(`${JSON.stringify(link)} is no address`);
  const { pathname, searchParams } = new URL(link, 'http://page');
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  const page = Object.entries(savedPages).find(([, path]) => path === last)?.[0];
  if (page === undefined || !isSavedPage(page)) {
    const paths = Object.values(savedPages);
    const nearest = nearestName(last, paths);
    const known = paths.map((path) => `/${path}`).join(', ');
    throw new PageLinkError(
      `${JSON.stringify(link)} shows no view that can be saved; those are ${known}${nearest ? `. Did you mean /${nearest}?` : ''}`,
    );
  }
  return { page, state: Object.fromEntries(searchParams) };
}
