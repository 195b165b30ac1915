// SageMaker runs a job for 28 days at most and on a few thousand instances. Figures far beyond that are taken for "not known", so
// that a broken response can never make a sum overflow.
export const maxSeconds = 100_000_000;
export const maxInstances = 100_000;
export const maxVolumeGb = 100_000;

/** The figure, or null where it is absent, negative or beyond what can be. */
export const plausibleNumber = (value: number | bigint | null | undefined, most: number): number | null =>
  value === null || value === undefined || value < 0 || value > most ? null : Number(value);
