// What endpoints used, calculated independently of the code under test from the raw responses and when they were seen. Nothing here may
// import the code under test.

export interface SeenEndpoint {
  readonly at: Date;
  readonly response: Readonly<Record<string, unknown>>;
}

// biome-ignore lint/suspicious/noExplicitAny: raw responses are read as they come, on purpose without the catalog's types
type Raw = any;

const dayMs = 86_400_000;

/** Instance seconds by endpoint, day and instance type, as `name day type`, of days before one; without those of no instances. */
export function expectedHosting(seen: readonly SeenEndpoint[], { before }: { before: string }): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [name, sights] of Map.groupBy(seen, ({ response }) => String(response.EndpointName))) {
    sights.forEach(({ at, response }, index) => {
      const next = sights[index + 1];
      // A version holds from its last change until that of the next.
      const from = Math.min(changedAt(response), at.getTime());
      const until = next ? Math.min(changedAt(next.response), next.at.getTime()) : Date.parse(before);
      for (const [type, count] of instancesOf(response)) {
        let start = from;
        while (start < Math.min(until, Date.parse(before))) {
          const end = Math.min(until, (Math.floor(start / dayMs) + 1) * dayMs);
          const key = `${name} ${new Date(start).toISOString().slice(0, 10)} ${type}`;
          const seconds = (Math.floor(end / 1000) - Math.floor(start / 1000)) * count;
          if (seconds > 0) sums.set(key, (sums.get(key) ?? 0) + seconds);
          start = end;
        }
      }
    });
  }
  return sums;
}

const changedAt = ({ LastModifiedTime: time }: Raw): number => Math.round(Number(time) * 1000);

function instancesOf(response: Raw): [type: string, count: number][] {
  const typeOf = new Map<string, string>(
    [
      ...(response.EndpointConfig?.ProductionVariants ?? []),
      ...(response.EndpointConfig?.ShadowProductionVariants ?? []),
    ].map((variant: Raw) => [variant.VariantName, variant.InstanceType]),
  );
  return [...(response.ProductionVariants ?? []), ...(response.ShadowProductionVariants ?? [])].map((variant: Raw) => [
    typeOf.get(variant.VariantName) ?? 'unknown',
    variant.CurrentInstanceCount ?? 0,
  ]);
}
