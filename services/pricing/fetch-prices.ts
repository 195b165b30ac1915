import { type PricingClient, paginateGetProducts } from '@aws-sdk/client-pricing';
import { entriesOf, type OfferProduct, type OfferTerms } from '../../catalog/billing/offer.ts';
import type { Price } from '../../catalog/billing/price.ts';
import { OfferCollector } from './offer-collector.ts';

export interface FetchOptions {
  /** Region of the Pricing API, which serves all regions from us-east-1, eu-central-1 and ap-south-1 only. */
  readonly client: PricingClient;
  /** The regions to fetch prices for. */
  readonly regions: readonly string[];
  /** The first day on which the prices are valid, instead of AWS's date. */
  readonly validFrom?: string | undefined;
  readonly signal?: AbortSignal;
  /** Called after each page with the finished regions. */
  readonly onProgress?: (progress: { readonly regions: number; readonly products: number }) => void;
}

/** A document of `GetProducts`. */
interface ProductDocument {
  readonly product?: OfferProduct;
  readonly terms?: { readonly OnDemand?: OfferTerms };
}

/** Fetches the list prices of training from the AWS Price List Query API (GetProducts). */
export async function fetchPrices({ client, regions, validFrom, signal, onProgress }: FetchOptions): Promise<{
  readonly prices: readonly Price[];
  readonly skipped: ReadonlyMap<string, number>;
}> {
  const collector = new OfferCollector(validFrom);
  let products = 0;
  for (const [index, region] of regions.entries()) {
    const pages = paginateGetProducts(
      { client, pageSize: 100 },
      { ServiceCode: 'AmazonSageMaker', Filters: [{ Type: 'TERM_MATCH', Field: 'regionCode', Value: region }] },
    );
    for await (const { PriceList = [] } of pages) {
      signal?.throwIfAborted();
      products += PriceList.length;
      onProgress?.({ regions: index, products });
      for (const text of PriceList) {
        const { product, terms }: ProductDocument = JSON.parse(String(text));
        if (product) for (const entry of entriesOf(product, terms?.OnDemand ?? {})) collector.add(entry);
      }
    }
  }
  return { prices: collector.prices, skipped: collector.skipped };
}
