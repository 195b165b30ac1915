/** What a key of the API permits: to read the catalog, to run SQL, to start crawls, to administer. */
export const scopes = ['read', 'sql', 'crawl', 'admin'] as const;

export type Scope = (typeof scopes)[number];
