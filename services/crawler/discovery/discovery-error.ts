/** The accounts to crawl are unknown: discovery failed and there is no cached result. The message says what to do. */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';
  /** Whether a retry may succeed a little later. */
  readonly isTransient: boolean;

  constructor(message: string, { isTransient = false } = {}) {
    super(message);
    this.isTransient = isTransient;
  }
}
