/** Returns the candidate that differs least from a name, ignoring case, for "did you mean"; undefined if none is near. */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // A third of the letters may differ, but never all of them: beyond that a suggestion is noise.
  let least = Math.min(Math.max(2, Math.floor(name.length / 3)), name.length - 1) + 1;
  const given = name.toLowerCase();
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const apart = Math.min(distance(given, known, least), lastPartDistance(given, known, least));
    if (apart < least) {
      least = apart;
      best = candidate;
    }
  }
  return best;
}

/** `instance_type` is near `resource_config.instance_type`: the last part alone may be what was meant. */
function lastPartDistance(name: string, candidate: string, limit: number): number {
  const last = candidate.slice(candidate.lastIndexOf('.') + 1);
  return last === candidate ? limit : distance(name.slice(name.lastIndexOf('.') + 1), last, limit) + 0.5;
}

/** Returns the optimal string alignment distance, at most `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? limit, limit);
}
