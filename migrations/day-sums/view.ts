/** A view that people query. */
export interface View {
  readonly name: string;
  readonly comment: string;
  readonly query: string;
  /** Where the meaning of a column of the same name is taken from: tables and views, the first that has one. */
  readonly from: readonly string[];
  /** What all other columns mean, and those that mean something else here. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Prices are in the currency of the region's partition. */
export const currency = (region: string): string => `CASE WHEN ${region} LIKE 'cn-%' THEN 'CNY' ELSE 'USD' END`;

export const currencyMeaning = 'Currency of the costs: CNY in China, USD elsewhere.';
