/** Nobody knows what to crawl: a discovery failed and nothing is kept of an earlier one. The message says what to do. */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';
  /** Whether the same discovery may well succeed a little later. */
  readonly isTransient: boolean;

  constructor(message: string, { isTransient = false } = {}) {
    super(message);
    this.isTransient = isTransient;
  }
}
