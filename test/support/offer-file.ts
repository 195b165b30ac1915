/** A made-up price list in the form of AmazonSageMaker's offer file: a few regions, components and terms. */
export interface OfferRow {
  readonly sku: string;
  readonly usageType: string;
  readonly region: string;
  readonly unit: string;
  readonly price: string;
  readonly currency: string;
  readonly effectiveDate: string;
  readonly begin?: string;
  readonly reserved?: true;
}

const hour = (usageType: string, region: string, price: string): OfferRow => ({
  sku: `SKU${usageType}`.replace(/\W/g, '').toUpperCase(),
  usageType,
  region,
  unit: 'Hrs',
  price,
  currency: region.startsWith('cn-') ? 'CNY' : 'USD',
  effectiveDate: '2026-03-01T00:00:00Z',
});

export const offerRows: readonly OfferRow[] = [
  hour('USE1-Train:ml.m5.xlarge', 'us-east-1', '0.2500000000'),
  hour('USE1-Train:ml.p4d.24xlarge', 'us-east-1', '31.1000000000'),
  hour('USE1-Notebk:ml.m5.xlarge', 'us-east-1', '0.9990000000'),
  hour('EUW1-Train:ml.m5.xlarge', 'eu-west-1', '0.2700000000'),
  hour('CNN1-Train:ml.m5.xlarge', 'cn-north-1', '1.9000000000'),
  hour('USE1-Train:ml.free.xlarge', 'us-east-1', '0.0000000000'),
  { ...hour('USE1-Train:VolumeUsage.gp2', 'us-east-1', '0.1400000000'), unit: 'GB-Mo' },
  { ...hour('USE1-Train:ml.c5.xlarge', 'us-east-1', '0.1000000000'), reserved: true },
  { ...hour('USE1-Train:ml.c5.xlarge', 'us-east-1', '0.2000000000'), sku: 'TIERED' },
  { ...hour('USE1-Train:ml.c5.xlarge', 'us-east-1', '0.1800000000'), sku: 'TIERED', begin: '1000' },
];

/** Returns the offer file in JSON, products first. */
export function offerJson(rows: readonly OfferRow[] = offerRows): string {
  const products: Record<string, unknown> = {};
  const terms: Record<'OnDemand' | 'Reserved', Record<string, Record<string, unknown>>> = {
    OnDemand: {},
    Reserved: {},
  };
  for (const [index, row] of rows.entries()) {
    products[row.sku] = {
      sku: row.sku,
      productFamily: row.unit === 'Hrs' ? 'ML Instance' : 'ML Storage',
      attributes: { servicecode: 'AmazonSageMaker', usagetype: row.usageType, regionCode: row.region },
    };
    const of = terms[row.reserved ? 'Reserved' : 'OnDemand'];
    of[row.sku] = {
      ...of[row.sku],
      [`${row.sku}.TERM${index}`]: {
        offerTermCode: `TERM${index}`,
        sku: row.sku,
        effectiveDate: row.effectiveDate,
        priceDimensions: {
          [`${row.sku}.TERM${index}.RATE`]: {
            unit: row.unit,
            beginRange: row.begin ?? '0',
            endRange: 'Inf',
            pricePerUnit: { [row.currency]: row.price },
          },
        },
      },
    };
  }
  return JSON.stringify({ formatVersion: 'v1.0', offerCode: 'AmazonSageMaker', version: '1', products, terms });
}

/** Returns the offer file in CSV, with its preamble. */
export function offerCsv(rows: readonly OfferRow[] = offerRows): string {
  const quote = (...cells: string[]) => cells.map((cell) => JSON.stringify(cell)).join(',');
  return [
    quote('FormatVersion', 'v1.0'),
    quote('Disclaimer', 'Made up, for a test'),
    quote('Publication Date', '2026-03-01T00:00:00Z'),
    quote('Version', '1'),
    quote('OfferCode', 'AmazonSageMaker'),
    quote(
      'SKU',
      'OfferTermCode',
      'TermType',
      'EffectiveDate',
      'StartingRange',
      'Unit',
      'PricePerUnit',
      'Currency',
      'Region Code',
      'usageType',
    ),
    ...rows.map((row) =>
      quote(
        row.sku,
        'T',
        row.reserved ? 'Reserved' : 'OnDemand',
        row.effectiveDate.slice(0, 10),
        row.begin ?? '0',
        row.unit,
        row.price,
        row.currency,
        row.region,
        row.usageType,
      ),
    ),
  ].join('\n');
}
