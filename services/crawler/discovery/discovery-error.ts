/** Nobody knows what to crawl: a discovery failed and nothing is kept of an earlier one. The message says what to do. */
export class DiscoveryError extends Error {
  override readonly name = 'DiscoveryError';
}

/** An error in one line, with its name where that is AWS's. */
export function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.message.split('\n', 1)[0] ?? '';
  return error.name === 'DiscoveryError' || error.name === 'Error' ? text : `${error.name}: ${text}`;
}
