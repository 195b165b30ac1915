import { JSONParser } from '@streamparser/json';
import { entriesOf, notPriced, type OfferProduct, type OfferTerms, pricedUse } from '../../catalog/billing/offer.ts';
import type { OfferCollector } from './offer-collector.ts';
import { PriceFileError } from './price-file-error.ts';

/** Reads an offer file in JSON. Only products under which something catalogued is billed are kept in memory. */
export async function readOfferJson(stream: AsyncIterable<Buffer>, collector: OfferCollector): Promise<void> {
  const products = new Map<string, OfferProduct>();
  let productsSeen = 0;
  const parser = new JSONParser({ paths: ['$.products.*', '$.terms.OnDemand.*'], keepStack: false });
  let failure: Error | undefined;
  parser.onError = (error) => {
    failure ??= error;
  };
  parser.onValue = ({ value, key, stack }) => {
    const sku = String(key);
    if (stack.length === 2) {
      // The paths show which of the two forms of the price list the file has.
      const product = value as unknown as OfferProduct;
      productsSeen++;
      if (pricedUse(product.attributes?.usagetype ?? '')) products.set(sku, product);
      else collector.skip(notPriced);
      return;
    }
    if (productsSeen === 0)
      failure ??= new PriceFileError('its terms come before its products, which no file of AWS has');
    const product = products.get(sku);
    if (product) for (const entry of entriesOf(product, value as unknown as OfferTerms)) collector.add(entry);
  };
  for await (const chunk of stream) {
    parser.write(chunk);
    if (failure) throw failure;
  }
  if (!parser.isEnded) throw new PriceFileError('it ends in the middle of its JSON; was the download cut off?');
}
