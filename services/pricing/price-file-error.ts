/** An unusable price file; the message says where and why. Nothing of it was stored. */
export class PriceFileError extends Error {
  override readonly name = 'PriceFileError';
}
