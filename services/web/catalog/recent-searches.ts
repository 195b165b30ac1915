const key = 'sagecat.searches';
const most = 12;

/** The latest searches of this browser, newest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberSearch(q: string): void {
  if (q === '') return;
  const searches = [q, ...recentSearches().filter((other) => other !== q)].slice(0, most);
  try {
    localStorage.setItem(key, JSON.stringify(searches));
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
}
