import { hashNumbers, hashText } from './population/random.ts';

export interface AccountRegion {
  readonly accountId: string;
  readonly region: string;
  /** Whether the crawler can read it. The total is distributed over readable ones only; the others have additional resources. */
  readonly readable: boolean;
}

/**
 * Distributes `total` things (jobs, live jobs, arrivals) unevenly, with more in the first regions than in the last. The readable ones have
 * exactly `total`. If `whole` is false, shares may be fractions.
 */
export function distribute(total: number, places: readonly AccountRegion[], seed: number, whole = true): number[] {
  const regionsSoFar = new Map<string, number>();
  const weights = places.map(({ accountId, region }) => {
    const rank = (regionsSoFar.get(accountId) ?? 0) + 1;
    regionsSoFar.set(accountId, rank);
    return (0.3 + hashNumbers(seed, hashText(accountId), hashText(region)) / 4294967296) / Math.sqrt(rank);
  });
  const readable = weights.reduce((sum, weight, i) => sum + (places[i]?.readable ? weight : 0), 0) || 1;
  const shares = weights.map((weight) => (total * weight) / readable);
  if (!whole) return shares;
  const counts = shares.map(Math.floor);
  let left = total - counts.reduce((sum, count, i) => sum + (places[i]?.readable ? count : 0), 0);
  for (let i = 0; left > 0 && places.some((place) => place.readable); i = (i + 1) % places.length) {
    if (!places[i]?.readable) continue;
    counts[i] = (counts[i] ?? 0) + 1;
    left--;
  }
  return counts;
}
