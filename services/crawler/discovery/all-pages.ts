interface Page<Item> {
  readonly items: readonly Item[] | undefined;
  readonly next: string | undefined;
}

/**
 * Reads a listing to its end, including empty pages. Throws if a token repeats: the SDK's own paginators would take an incomplete listing
 * for the end.
 */
export async function allPages<Item>(read: (token: string | undefined) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  for (let token: string | undefined; ; ) {
    const page = await read(token);
    items.push(...(page.items ?? []));
    if (page.next === undefined) return items;
    if (seen.has(page.next)) throw new Error('the listing does not end: it answers the same page again');
    seen.add(page.next);
    token = page.next;
  }
}
