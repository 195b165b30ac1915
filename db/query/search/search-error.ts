/** An invalid search query: what is wrong, where, and what was probably meant. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  /** The position in the query, in UTF-16 units from 0. */
  readonly offset: number;
  readonly didYouMean: string | undefined;

  constructor(message: string, offset: number, didYouMean?: string) {
    super(didYouMean === undefined ? message : `${message}; did you mean ${didYouMean}?`);
    this.offset = offset;
    this.didYouMean = didYouMean;
  }
}
