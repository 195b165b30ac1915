import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { offerJson } from './offer-file.ts';

/** Serves GetProducts of the AWS Pricing API on loopback, over the made-up price list: filters by region, and pages of a few products. */
export async function pricingServer(
  pageSize = 2,
): Promise<AsyncDisposable & { readonly url: string; readonly calls: number }> {
  const { products, terms } = JSON.parse(offerJson());
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls++;
    // The supported members of GetProductsRequest.
    const { Filters = [], NextToken = '0' } = (await json(request)) as {
      Filters?: { Field: string; Value: string }[];
      NextToken?: string;
    };
    const region = Filters.find(({ Field }) => Field === 'regionCode')?.Value;
    const skus = Object.keys(products).filter((sku) => products[sku].attributes.regionCode === region);
    const from = Number(NextToken);
    const page = skus.slice(from, from + pageSize);
    response.setHeader('content-type', 'application/x-amz-json-1.1');
    response.end(
      JSON.stringify({
        FormatVersion: 'aws_v1',
        PriceList: page.map((sku) =>
          JSON.stringify({
            product: products[sku],
            terms: { OnDemand: terms.OnDemand[sku], Reserved: terms.Reserved[sku] },
          }),
        ),
        ...(from + pageSize < skus.length && { NextToken: String(from + pageSize) }),
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    get calls() {
      return calls;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
