import { type OfferEntry, priceOfEntry } from '../../catalog/billing/offer.ts';
import { type Price, priceKey } from '../../catalog/billing/price.ts';

/** Collects the prices of a price list. If two prices for the same usage start on the same day, which AWS does not intend, the higher one counts. */
export class OfferCollector {
  readonly skipped = new Map<string, number>();
  readonly #prices = new Map<string, Price>();
  readonly #validFrom: string | undefined;

  constructor(validFrom?: string) {
    this.#validFrom = validFrom;
  }

  get prices(): Price[] {
    return [...this.#prices.values()];
  }

  add(entry: OfferEntry): void {
    const price = priceOfEntry(entry, this.#validFrom);
    if ('reason' in price) {
      this.skip(price.reason);
      return;
    }
    const key = `${priceKey(price)} ${price.valid_from}`;
    const known = this.#prices.get(key);
    if (known && known.price !== price.price) this.skip('a second price for the same');
    if (!known || Number(price.price) > Number(known.price)) this.#prices.set(key, price);
  }

  skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }
}
