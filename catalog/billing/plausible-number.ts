// SageMaker runs a job for at most 28 days, on a few thousand instances. Figures far beyond that count as unknown, so
// that a broken response can never make a sum overflow.
export const maxSeconds = 100_000_000;
export const maxInstances = 100_000;
export const maxVolumeGb = 100_000;

/** Returns a figure; null if it is absent, negative or above `max`. */
export const plausibleNumber = (value: number | bigint | null | undefined, max: number): number | null =>
  value === null || value === undefined || value < 0 || value > max ? null : Number(value);
