/** The permissions of API keys: to read the catalog, run SQL, start crawls, administer. */
export const scopes = ['read', 'sql', 'crawl', 'admin'] as const;

export type Scope = (typeof scopes)[number];
